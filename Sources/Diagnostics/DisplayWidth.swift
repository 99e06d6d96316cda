extension Unicode.Scalar {
  /// The scalar as a terminal shows it, and the columns that it takes.
  var cell: (text: String, width: Int) {
    if isInvisible { return escapedCell }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return (String(self), 0)
    default: return (String(self), isWide ? 2 : 1)
    }
  }

  var escapedCell: (text: String, width: Int) { (escape, escape.utf8.count) }

  /// East Asian Width W and F of Unicode's UAX #11, by block; emoji by their own property.
  private var isWide: Bool {
    switch value {
    case ..<0x1100: false
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff,
      0xfe30...0xfe6f, 0xff01...0xff60, 0xffe0...0xffe6, 0x16fe0...0x18d08, 0x1aff0...0x1b2fb, 0x20000...0x3fffd:
      true
    default: properties.isEmojiPresentation
    }
  }
}
