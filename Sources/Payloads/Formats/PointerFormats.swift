/// Pointers into JSON (RFC 6901), relative ones, durations, and templates of addresses (RFC 6570).
extension ByteReader {
  /// Reads a JSON pointer up to the end.
  mutating func pointer() -> Bool {
    guard isAtEnd || peek == UInt8(ascii: "/") else { return false }
    while let byte = peek {
      _ = skip { $0 == byte }
      if byte == UInt8(ascii: "~"), !take("0"), !take("1") { return false }
    }
    return true
  }

  /// Reads a relative JSON pointer: how many levels up, optionally how many items on, and a pointer from there or `#`.
  mutating func relativePointer() -> Bool {
    guard whole() else { return false }
    if take("+") || take("-") {
      guard peek != UInt8(ascii: "0"), whole() else { return false }
    }
    if take("#") { return isAtEnd }
    return pointer()
  }

  /// Reads a whole number without leading zeros.
  private mutating func whole() -> Bool { take("0") ? peek?.isDigit != true : skip(while: \.isDigit) }

  /// Reads a duration by RFC 3339, appendix A: each unit at most once, and from a unit to the next smaller one.
  mutating func duration() -> Bool {
    guard take("P") else { return false }
    var weeks = self
    if weeks.skip(while: \.isDigit), weeks.take("W") {
      self = weeks
      return isAtEnd
    }
    guard let date = units("Y", "M", "D") else { return false }
    guard take("T") else { return date && isAtEnd }
    return units("H", "M", "S") == true && isAtEnd
  }

  /// Reads numbers with their units; returns whether there were any, and nil where one is left out between two.
  private mutating func units(_ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar) -> Bool? {
    let units = (first, second, third)
    var last = 0
    while peek?.isDigit == true {
      _ = skip(while: \.isDigit)
      let unit = take(units.0) ? 1 : take(units.1) ? 2 : take(units.2) ? 3 : 0
      guard unit > 0, last == 0 || unit == last + 1 else { return nil }
      last = unit
    }
    return last > 0
  }

  /// Reads a template of an address up to the end.
  mutating func template() -> Bool {
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "{"): if !expression() { return false }
      case UInt8(ascii: "%"): guard take("%"), hexadecimal(digits: 2) else { return false }
      case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
        UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "}"), 0...0x20, 0x7f:
        return false
      case 0x80...: guard let scalar = wide(), scalar.isWritten else { return false }
      default: _ = skip { $0 == byte }
      }
    }
    return true
  }

  /// Reads `{`, optionally an operator, names with commas between them, and `}`.
  private mutating func expression() -> Bool {
    guard take("{") else { return false }
    for mark in "+#./;?&=,!@|".unicodeScalars where take(mark) { break }
    repeat {
      guard variable() else { return false }
      if take(":") {
        let start = position
        guard peek != UInt8(ascii: "0"), skip(while: \.isDigit), position - start <= 4 else { return false }
      } else {
        _ = take("*")
      }
    } while take(",")
    return take("}")
  }

  private mutating func variable() -> Bool {
    repeat {
      let start = position
      while let byte = peek, byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "%") {
        if take("%") {
          guard hexadecimal(digits: 2) else { return false }
        } else {
          _ = skip { $0 == byte }
        }
      }
      if position == start { return false }
    } while take(".")
    return true
  }
}
