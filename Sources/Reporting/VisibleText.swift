extension String {
  /// One line that neither a terminal nor a parser takes for more than text: control characters, line ends, what
  /// reorders or hides text, and what XML forbids become visible, `\u{1B}`. Everything untrusted goes through here.
  var visible: String {
    guard unicodeScalars.contains(where: \.isHidden) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isHidden {
        text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// At most `limit` scalars; what is cut off is replaced by `…`. Not by characters: one of them can be endless.
  func cut(to limit: Int) -> String {
    guard unicodeScalars.count > limit else { return self }
    return String(unicodeScalars.prefix(limit - 1)) + "…"
  }
}

extension Unicode.Scalar {
  fileprivate var isHidden: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F: true
    // Line and paragraph separator; marks, embeddings, overrides and isolates of direction; byte order mark.
    case 0x2028, 0x2029, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    // What has no width at all, and tags, which spell out text that nobody sees.
    case 0xAD, 0x200B, 0x2060...0x2064, 0xE0000...0xE007F: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
