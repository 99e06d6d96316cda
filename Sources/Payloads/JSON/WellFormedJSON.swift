/// Steps through the bytes of JSON that a parser has found well-formed; offsets are in bytes.
struct WellFormedJSON {
  let text: UnsafeRawBufferPointer

  /// The offset of the first byte from `start` on that is not a blank.
  func blanks(_ start: Int) -> Int {
    var at = start
    while at < text.count, text[at] <= 0x20 { at += 1 }
    return at
  }

  /// The offset after the closing quote of the string at `start`.
  func string(_ start: Int) -> Int {
    var at = start + 1
    while text[at] != UInt8(ascii: "\"") { at += text[at] == UInt8(ascii: "\\") ? 2 : 1 }
    return at + 1
  }

  /// The offset after the number or word at `start`.
  func word(_ start: Int) -> Int {
    var at = start
    while at < text.count, text[at] > 0x20, !",]}".utf8.contains(text[at]) { at += 1 }
    return at
  }

  /// The offset after a value.
  func end(_ start: Int) -> Int {
    var at = start
    switch text[at] {
    case UInt8(ascii: "\""): return string(at)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      var depth = 0
      repeat {
        switch text[at] {
        case UInt8(ascii: "\""):
          at = string(at)
          continue
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
        at += 1
      } while depth > 0
      return at
    default: return word(at)
    }
  }

  /// The kind of the value at `start`; without its range a decimal counts as a whole number.
  func kind(_ start: Int, _ range: Range<Int>? = nil) -> JSONFields.Kind {
    switch text[start] {
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default:
      let isWhole = text[range ?? start..<start].allSatisfy { !".eE".utf8.contains($0) }
      return isWhole ? .integer : .decimal
    }
  }

  /// The decoded bytes of the string in `range`, which includes its quotes.
  func decoded(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = decode(range, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Decodes the string to the caller's bytes: never more than `range` has.
  /// - Returns: the number of bytes.
  func decode(_ range: Range<Int>, into output: UnsafeMutableRawBufferPointer) -> Int {
    var end = 0
    func put(_ byte: UInt8) {
      output[end] = byte
      end += 1
    }
    var at = range.lowerBound + 1
    let last = range.upperBound - 1
    while at < last {
      guard text[at] == UInt8(ascii: "\\") else {
        put(text[at])
        at += 1
        continue
      }
      switch text[at + 1] {
      case UInt8(ascii: "b"): put(0x08)
      case UInt8(ascii: "f"): put(0x0c)
      case UInt8(ascii: "n"): put(0x0a)
      case UInt8(ascii: "r"): put(0x0d)
      case UInt8(ascii: "t"): put(0x09)
      case UInt8(ascii: "u"):
        var code = hex(at + 2)
        if code & 0xfc00 == 0xd800 {
          // The parser has checked that the other half follows.
          at += 6
          code = 0x10000 + (code & 0x3ff) << 10 + (hex(at + 2) & 0x3ff)
        }
        for byte in UTF8.encode(Unicode.Scalar(code) ?? "\u{fffd}") ?? UTF8.encodedReplacementCharacter { put(byte) }
        at += 4
      case let byte: put(byte)
      }
      at += 2
    }
    return end
  }

  private func hex(_ start: Int) -> UInt32 {
    var code: UInt32 = 0
    for byte in text[start..<start + 4] {
      let digit = byte <= UInt8(ascii: "9") ? byte & 0xf : (byte & 0xf) + 9
      code = code << 4 | UInt32(digit)
    }
    return code
  }
}
