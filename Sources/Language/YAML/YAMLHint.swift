internal import Diagnostics

/// The mistake in a text that is not YAML, in the words of its writer: where it is, which is often above the line at
/// which libyaml gives up, and what to type instead. The text of values is not repeated, since it can be a secret.
struct YAMLHint {
  var message: String
  var range: SourceRange
  var remedy: String?

  init(_ message: String, at range: SourceRange, remedy: String?) {
    self.message = message
    self.range = range
    self.remedy = remedy
  }

  var diagnostic: Diagnostic { Diagnostic(code: .yaml, message, at: range, remedy: remedy) }
}

/// Finds the hint for a failure.
struct YAMLHints {
  let text: SourceText
  let outline: YAMLOutline
  /// Where libyaml gave up, and the beginning of what it was reading.
  let position: SourcePosition
  let context: SourcePosition?

  init(_ text: SourceText, at position: SourcePosition, context: SourcePosition?) {
    self.text = text
    outline = YAMLOutline(text)
    self.position = position
    self.context = context
  }

  /// Nil where libyaml's own words are all there is.
  func hint(for cause: YAMLFailureCause) -> YAMLHint? {
    if let strange = lookAlike(cause) { return strange }
    if let tab { return tab }
    switch cause {
    case .colon: return colon
    case .character: return character
    case .escape: return escape
    case .missingColon: return missingColon
    case .openBracket: return openBracket
    case .missingValue: return missingValue
    case .strayInMapping, .strayInList: return stray
    case .dash: return dash
    case .indicator: return indicator
    case .blockHeader: return blockHeader
    case .openQuote:
      return context.map { YAMLHint("this quote is not closed", at: one($0), remedy: "close it") }
    case .document: return document
    case .other: return nil
    }
  }

  // MARK: Lines

  func one(_ start: SourcePosition) -> SourceRange { SourceRange(start: start, end: start).first(1) }

  func place(_ line: Int, _ column: Int) -> SourcePosition {
    SourcePosition(file: text.file, line: line, column: column)
  }

  /// A line without its comment.
  func content(_ number: Int) -> [Unicode.Scalar] {
    let line = text.line(number)
    guard let comment = outline.comments[number] else { return line }
    return Array(line.prefix(comment - 1))
  }

  func indentation(_ number: Int) -> Int { text.line(number).prefix { $0 == " " }.count }

  func isBlank(_ number: Int) -> Bool { content(number).allSatisfy { $0 == " " || $0 == "\t" } }

  /// The nearest line above with more than a comment.
  func above(_ number: Int) -> Int? {
    (1..<max(number, 1)).reversed().first { !isBlank($0) && !outline.textLines.contains($0) }
  }

  var scalar: Unicode.Scalar? { text.rest(from: position).first }

  /// True if only blanks precede the position on its line.
  var isFirst: Bool { text.line(position.line).prefix(position.column - 1).allSatisfy { $0 == " " } }

  // MARK: Characters

  private func lookAlike(_ cause: YAMLFailureCause) -> YAMLHint? {
    func found(in line: Int?, where isMeant: (LookAlike) -> Bool = { _ in true }) -> YAMLHint? {
      guard let line, !outline.textLines.contains(line), let found = LookAlike.first(in: line, of: text, where: isMeant)
      else { return nil }
      return YAMLHint(found.message, at: found.range, remedy: found.remedy)
    }
    if let found = found(in: position.line) { return found }
    switch cause {
    case .missingColon: return found(in: context?.line)
    // Quotes in the line above are text, unless the error is there.
    case .colon, .strayInMapping, .strayInList: return found(in: above(position.line)) { $0.sign != .quote }
    case .character, .escape, .openBracket, .missingValue, .dash, .indicator, .blockHeader, .openQuote, .document,
      .other:
      return nil
    }
  }

  /// A tab that indents.
  private var tab: YAMLHint? {
    guard scalar == "\t", isFirst else { return nil }
    return YAMLHint(
      "this is not YAML: a line is indented with a tab", at: SourceRange(start: position, end: position),
      remedy: "indent with spaces: YAML refuses tabs")
  }

  private var character: YAMLHint? {
    guard let scalar else { return nil }
    if scalar == "|" || scalar == ">" {
      return YAMLHint(
        "a block of text cannot begin inside braces", at: one(position),
        remedy: "put the value in quotes, or write the mapping without braces")
    }
    guard ["@", "`", "%"].contains(scalar) else { return nil }
    let isKey = text.rest(from: position).firstIndex(of: ":") != nil && isFirst
    return YAMLHint(
      "text without quotes cannot begin with \"\(scalar)\"", at: one(position),
      remedy: "put the \(isKey ? "key" : "value") in quotes")
  }

  private var indicator: YAMLHint? {
    let line = text.line(position.line).prefix(position.column)
    guard let index = line.lastIndex(where: { "*&!?".unicodeScalars.contains($0) }) else { return nil }
    return YAMLHint(
      "text without quotes cannot begin with \"\(line[index])\"", at: one(place(position.line, index + 1)),
      remedy: "put the value in quotes")
  }

  private var escape: YAMLHint? {
    let line = text.line(position.line)
    let end = min(position.column, line.count)
    guard let index = line[..<end].lastIndex(of: "\\"), index + 1 < line.count else { return nil }
    let start = place(position.line, index + 1)
    return YAMLHint(
      "\"\\\(line[index + 1])\" is not an escape that YAML has in double quotes",
      at: SourceRange(start: start, end: start).first(2),
      remedy: "put the value in single quotes, or write \\\\ for a backslash")
  }

  private var blockHeader: YAMLHint? {
    let line = text.line(position.line).prefix(position.column - 1)
    guard let sign = line.lastIndex(where: { $0 == "|" || $0 == ">" }) else { return nil }
    return YAMLHint(
      "text follows \"\(line[sign])\" on its line", at: one(position),
      remedy: "begin the text on the next line, indented, or put the value in quotes")
  }

  private var dash: YAMLHint? {
    guard !isFirst else { return nil }
    return YAMLHint(
      "a list cannot begin on the line of its key", at: one(position),
      remedy: "begin it on the next line, write [a, b], or put text in quotes")
  }

  private var document: YAMLHint? {
    let last = min(position.line, text.end.line)
    if let line = (1...max(last, 1)).last(where: { text.line($0).first == "%" && !outline.textLines.contains($0) }) {
      return YAMLHint("a line that begins with \"%\" is not supported", at: one(place(line, 1)), remedy: "remove it")
    }
    if scalar == "}" || scalar == "]" { return closesNothing }
    if isFirst, let first = (1..<max(position.line, 1)).first(where: { !isBlank($0) }),
      indentation(first) > indentation(position.line)
    {
      return YAMLHint(
        "this line is less indented than the first, line \(first)", at: one(position),
        remedy: "begin all keys of the top level in the same column")
    }
    guard scalar == "," else { return nil }
    return YAMLHint("a comma follows the end of everything", at: one(position), remedy: "remove it")
  }

  var closesNothing: YAMLHint {
    YAMLHint("this \"\(scalar ?? "}")\" closes nothing", at: one(position), remedy: "remove it")
  }

  private var missingValue: YAMLHint? {
    guard let scalar, [",", "}", "]"].contains(scalar) else { return nil }
    let before = text.line(position.line).prefix(position.column - 1)
    guard let last = before.lastIndex(where: { $0 != " " }), ["[", "{", ","].contains(before[last]) else {
      return YAMLHint(
        "text without quotes cannot begin with \"\(scalar)\"", at: one(position), remedy: "put the value in quotes")
    }
    if scalar == "," {
      return YAMLHint("a value is missing before this comma", at: one(position), remedy: "remove the comma")
    }
    return before[last] == "," ? nil : wrongCloser(of: place(position.line, last + 1))
  }

  func wrongCloser(of open: SourcePosition) -> YAMLHint? {
    let closer: Unicode.Scalar = text.rest(from: open).first == "[" ? "]" : "}"
    guard let scalar, scalar != closer else { return nil }
    return YAMLHint(
      "\"\(text.rest(from: open).first ?? "{")\" is closed by \"\(scalar)\"", at: one(position),
      remedy: "write \(closer)")
  }
}
