internal import Diagnostics
internal import Templates

/// Characters that are taken for others: word processors and web pages put them where YAML and JSON have a quote, a space, a
/// dash or a colon.
struct LookAlike {
  enum Sign: String {
    case quote
    case space
    case dash
    case colon
    case comma
  }

  var sign: Sign
  /// The character that is meant.
  var meant: Unicode.Scalar
  private var scalar: Unicode.Scalar

  init?(_ scalar: Unicode.Scalar) {
    self.scalar = scalar
    switch scalar {
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}", "\u{300C}", "\u{300D}", "\u{FF02}":
      (sign, meant) = (.quote, "\"")
    case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{2039}", "\u{203A}", "\u{FF07}":
      (sign, meant) = (.quote, "'")
    case "\u{A0}", "\u{1680}", "\u{2000}"..."\u{200D}", "\u{202F}", "\u{205F}", "\u{2060}", "\u{3000}", "\u{FEFF}":
      (sign, meant) = (.space, " ")
    case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE63}", "\u{FF0D}": (sign, meant) = (.dash, "-")
    case "\u{FF1A}", "\u{FE55}", "\u{2236}": (sign, meant) = (.colon, ":")
    case "\u{FF0C}", "\u{3001}": (sign, meant) = (.comma, ",")
    default: return nil
    }
  }

  /// `“ (U+201C)`, and the name instead of what is invisible or a blank: `U+00A0 (no-break space)`
  var name: String {
    guard sign == .space else { return "\(scalar) (\(scalar.name))" }
    return "\(scalar.name) (\(scalar.properties.name?.lowercased() ?? "a blank"))"
  }

  /// The sentence: `“ (U+201C) is not a quote of JSON`
  func sentence(_ language: String) -> String { "\(name) is not a \(sign.rawValue) of \(language)" }

  var remedy: String { sign == .space ? "write a space, or remove it" : "write \(meant)" }

  /// The diagnostic of one in a scenario.
  func diagnostic(at start: SourcePosition) -> Diagnostic {
    Diagnostic(
      code: .yaml, sentence("YAML"), at: SourceRange(start: start, end: start).first(1),
      remedy: remedy)
  }

  /// The advice about the first of them in a name or a number.
  static func remedy(for text: String) -> String? {
    text.unicodeScalars.lazy.compactMap(LookAlike.init).first.map { "\($0.sentence("YAML")): \($0.remedy)" }
  }
}

extension LookAlike {
  /// Those in places where only YAML's own characters can be meant: blanks that indent a line, or follow its dash or its key.
  static func blanks(in text: SourceText) -> [Diagnostic] {
    let suspects = (1...max(text.end.line, 1)).filter { number in
      text.line(number).contains { LookAlike($0)?.sign == .space }
    }
    guard !suspects.isEmpty else { return [] }
    let outline = YAMLOutline(text)
    return suspects.compactMap { number in
      outline.textLines.contains(number) ? nil : first(in: number, of: text) { $0.sign == .space }
    }
  }

  /// The first in a structural place of a line: in its indentation, for or behind its dash, for or behind the colon of its key,
  /// and at the beginning of its value. A plain text may have any of them inside.
  static func first(in number: Int, of text: SourceText, where isMeant: (LookAlike) -> Bool) -> Diagnostic? {
    let line = text.line(number)
    func diagnostic(_ index: Int) -> Diagnostic? {
      guard index < line.count, let found = LookAlike(line[index]), isMeant(found) else { return nil }
      return found.diagnostic(at: SourcePosition(file: text.file, line: number, column: index + 1))
    }
    var index = 0
    func passBlanks() { while index < line.count, line[index] == " " { index += 1 } }
    passBlanks()
    // Text that goes on in further lines can begin with anything, a key and an item cannot.
    let isStructural =
      line.dropFirst(index).starts(with: ["-"]) || line.contains(":") || line.contains("\u{FF1A}")
      || index < line.count && LookAlike(line[index])?.sign == .dash
    guard isStructural else { return nil }
    if let found = diagnostic(index), LookAlike(line[index])?.sign != .colon { return found }
    while index < line.count, line[index] == "-" {
      if let found = diagnostic(index + 1), LookAlike(line[index + 1])?.sign == .space { return found }
      guard index + 1 < line.count, line[index + 1] == " " else { break }
      index += 1
      passBlanks()
    }
    if let found = diagnostic(index) { return found }
    while index < line.count, !" :\"'{[#".unicodeScalars.contains(line[index]), LookAlike(line[index]) == nil {
      index += 1
    }
    if let found = diagnostic(index), LookAlike(line[index])?.sign == .colon { return found }
    guard index < line.count, line[index] == ":" else { return nil }
    index += 1
    if let found = diagnostic(index) { return found }
    passBlanks()
    return diagnostic(index)
  }
}
