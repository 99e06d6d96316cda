/// Characters that a pattern gives by number or property.
extension ECMAPattern.Translation {
  /// Reads `\uFFFF`, two of them as a surrogate pair, or `\u{1F600}`.
  mutating func unicode() throws(PatternError) {
    let mistake = PatternError(sentence: "\\u without a character's number")
    if peek(2) == "{" {
      skip(3)
      var digits = ""
      while let digit = peek(), digit.isHex {
        digits.unicodeScalars.append(digit)
        skip()
      }
      guard peek() == "}", let number = UInt32(digits, radix: 16), Unicode.Scalar(number) != nil else {
        throw mistake
      }
      skip()
      return put("\\x{\(digits)}")
    }
    guard let unit = self.unit(at: 2) else { throw mistake }
    if let scalar = Unicode.Scalar(unit) {
      skip(6)
      return put("\\x{\(String(scalar.value, radix: 16))}")
    }
    guard unit < 0xdc00, peek(6) == "\\", peek(7) == "u", let low = self.unit(at: 8), (0xdc00...0xdfff).contains(low)
    else {
      throw PatternError(sentence: "half a surrogate pair")
    }
    skip(12)
    put("\\x{\(String(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00), radix: 16))}")
  }

  private func unit(at ahead: Int) -> UInt32? {
    var value: UInt32 = 0
    for index in 0..<4 {
      guard let digit = peek(ahead + index), digit.isHex, let nibble = Character(digit).hexDigitValue else {
        return nil
      }
      value = value << 4 | UInt32(nibble)
    }
    return value
  }

  mutating func property() throws(PatternError) {
    guard let letter = peek(1), peek(2) == "{" else { throw PatternError(sentence: "\\p without {…}") }
    skip(3)
    var name = ""
    while let next = peek(), next != "}" {
      name.unicodeScalars.append(next)
      skip()
    }
    skip()
    let parts = name.split(separator: "=", omittingEmptySubsequences: false)
    let value = parts.count == 2 ? String(parts[1]) : name
    switch parts.count == 2 ? String(parts[0]) : "gc" {
    case "gc", "General_Category": put("\\\(letter){\(UnicodeCategory.short(value))}")
    case "sc", "Script": put("\\\(letter){sc:\(value)}")
    case "scx", "Script_Extensions": put("\\\(letter){scx:\(value)}")
    default: throw PatternError(sentence: "\\p{\(name)} is not a property of ECMA-262")
    }
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
  var isHex: Bool { isASCII && properties.isASCIIHexDigit }
}
