/// One character of a text in quotes, as YAML spells it in one line.
struct WrittenCharacter {
  var scalar: Unicode.Scalar
  /// Scalars of the file.
  var length: Int

  /// The character at the beginning of `text`; nil at the closing quote, at the line's end, and for what is not an escape.
  init?(at text: ArraySlice<Unicode.Scalar>, isDouble: Bool) {
    guard let first = text.first else { return nil }
    switch first {
    case "'" where !isDouble:
      guard text.dropFirst().first == "'" else { return nil }
      self.init(scalar: "'", length: 2)
    case "\"" where isDouble: return nil
    case "\\" where isDouble: self.init(escape: text.dropFirst())
    default: self.init(scalar: first, length: 1)
    }
  }

  private init(scalar: Unicode.Scalar, length: Int) {
    self.scalar = scalar
    self.length = length
  }

  /// The character that is written behind a backslash.
  private init?(escape text: ArraySlice<Unicode.Scalar>) {
    guard let letter = text.first else { return nil }
    if let digits = Self.digits[letter] {
      let code = text.dropFirst().prefix(digits)
      let isHexadecimal = code.allSatisfy { $0.isASCII && $0.properties.isHexDigit }
      guard code.count == digits, isHexadecimal,
        let scalar = UInt32(String(String.UnicodeScalarView(code)), radix: 16).flatMap(Unicode.Scalar.init)
      else { return nil }
      self.init(scalar: scalar, length: 2 + digits)
    } else if let scalar = Self.letters[letter] {
      self.init(scalar: scalar, length: 2)
    } else {
      return nil
    }
  }

  private static let digits: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]

  private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "\\": "\\", "/": "/", " ": " ", "\t": "\t", "0": "\0", "a": "\u{7}", "b": "\u{8}", "t": "\t", "n": "\n",
    "v": "\u{B}", "f": "\u{C}", "r": "\r", "e": "\u{1B}", "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}",
    "P": "\u{2029}",
  ]
}
