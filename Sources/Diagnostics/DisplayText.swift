/// Text of a file as a terminal can show it: nothing in it can move the cursor, colour, or reorder what is read.
package enum DisplayText {
  /// One scalar as it is shown, and the columns that takes.
  static func cell(_ scalar: Unicode.Scalar) -> (text: String, width: Int) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      let digits = String(scalar.value, radix: 16)
      let escaped = "\\u{\(digits)}"
      return (escaped, escaped.utf8.count)
    case .nonspacingMark, .enclosingMark: return (String(scalar), 0)
    default: return (String(scalar), isWide(scalar) ? 2 : 1)
    }
  }

  package static func safe(_ text: String) -> String {
    text.unicodeScalars.map { cell($0).text }.joined()
  }

  /// East Asian Width W and F of Unicode's UAX #11, by block; emoji by their own property.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x1100: false
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff,
      0xfe30...0xfe6f, 0xff01...0xff60, 0xffe0...0xffe6, 0x16fe0...0x18d08, 0x1aff0...0x1b2fb, 0x20000...0x3fffd:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}

/// The text in double quotes, cut where it is long: for messages.
package func quoted(_ text: String) -> String {
  let longest = 60
  guard text.unicodeScalars.count > longest else { return "\"\(text)\"" }
  return "\"\(String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest))))…\""
}
