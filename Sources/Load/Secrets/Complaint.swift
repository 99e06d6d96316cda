internal import Diagnostics

/// The last lines of a command's standard error in one line that may be shown.
enum Complaint {
  private static let lines = 3
  private static let longest = 300

  static func text(of bytes: [UInt8], hiding redaction: Redaction) -> String {
    let lines = lines(of: bytes, hiding: redaction).split(whereSeparator: \.isNewline).map {
      $0.drop(while: \.isWhitespace)
    }.filter { !$0.isEmpty }
    return lines.suffix(Self.lines).joined(separator: "; ").visible.cut(to: longest)
  }

  /// All lines as they are, without secrets.
  static func lines(of bytes: [UInt8], hiding redaction: Redaction) -> String {
    redaction.apply(to: hidingNamed(bytes)).withoutUserInfo
  }

  /// Without what follows a secret's name: `Authorization: Bearer …`.
  private static func hidingNamed(_ bytes: [UInt8]) -> String {
    // The end of a text may begin in the middle of a character.
    let source = SourceText(Array(String(decoding: bytes, as: UTF8.self).utf8), path: "")
    let hidden = SecretLines.ranges(in: source)
    return (1...max(source.end.line, 1)).map { number in
      let line = source.line(number)
      guard let range = hidden.first(where: { $0.start.line == number }) else {
        return String(String.UnicodeScalarView(line))
      }
      let shown = line.prefix(max(range.start.column - 1, 0))
      return String(String.UnicodeScalarView(shown)) + Redaction.mask
    }.joined(separator: "\n")
  }
}
