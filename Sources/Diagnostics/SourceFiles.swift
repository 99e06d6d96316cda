/// The texts that a scenario was read from: its own file, what that includes, and settings of the command line.
package struct SourceFiles: Sendable {
  /// The scenario's own.
  package var main: SourceText
  /// The files by the path or name of `SourcePosition.file`.
  package private(set) var others: [String: SourceText] = [:]

  /// Secrets that a file holds in plain text.
  private var redaction = Redaction()
  /// The stretches of the files where they stand, or may stand.
  private var hidden: [SourceRange] = []

  package init(_ main: SourceText) { self.main = main }

  /// Keeps a secret out of every snippet.
  package mutating func hide(_ secret: String) { redaction.add(secret) }

  /// Keeps a stretch of a file out of every snippet.
  package mutating func hide(_ range: SourceRange) { hidden.append(range) }

  /// A line as it may be shown: with a star for each character of a secret.
  private func shown(_ number: Int, of text: SourceText) -> [Unicode.Scalar] {
    let line = text.line(number)
    var shown = redaction.starred(line)
    for range in hidden where range.start.file == text.file && range.start.line...range.end.line ~= number {
      let last = range.end.line == number ? min(range.end.column - 1, line.count) : line.count
      let first = range.start.line == number ? range.start.column - 1 : line.prefix { $0 == " " }.count
      guard first < last else { continue }
      let isQuoted = last - first > 1 && line[first] == line[last - 1] && (line[first] == "\"" || line[first] == "'")
      let inner = isQuoted ? first + 1..<last - 1 : first..<last
      shown.replaceSubrange(inner, with: repeatElement("*", count: inner.count))
    }
    for range in UserInfo.ranges(in: line) {
      shown.replaceSubrange(range, with: repeatElement("*", count: range.count))
    }
    return shown
  }

  package mutating func add(_ text: SourceText) { others[text.path] = text }

  /// Keeps one line of a file that is not kept.
  package mutating func add(line number: Int, _ line: [Unicode.Scalar], of path: String) {
    others[path, default: SourceText(excerptsOf: path)].add(line: number, line)
  }

  /// The text that a position is in.
  package func text(of position: SourcePosition) -> SourceText {
    position.file.flatMap { others[$0] } ?? main
  }

  /// `orders.yaml:42:5`, without control characters.
  package func place(_ position: SourcePosition) -> String {
    "\(text(of: position).path):\(position.line):\(position.column)".visible
  }

  /// The diagnostic as a person reads it, without a line end:
  ///
  ///     orders.yaml:42:5: error: unknown key "durtion" in stage "steady" [scenario.unknown-key]
  ///        |
  ///     42 |     durtion: 30s
  ///        |     ^~~~~~~ did you mean "duration"?
  ///        = note: the stage is extended at orders.yaml:50:7
  ///
  /// Control characters of the file are escaped, tabs expanded, and the caret is placed by display width.
  package func describe(_ diagnostic: Diagnostic) -> String {
    let start = diagnostic.range.start
    let heading = "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code.rawValue)]"
    let snippet = Snippet(of: shown(start.line, of: text(of: start)), marking: diagnostic.range)
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.utf8.count)
    var marks = "\(gutter) | \(snippet.marks)"
    if let remedy = diagnostic.remedy { marks += " \(remedy.visible)" }
    let notes = diagnostic.notes.map { note in
      let place = note.range.map { " at \(self.place($0.start))" } ?? ""
      return "\n\(gutter) = note: \(note.message.visible)\(place)"
    }
    return """
      \(place(start)): \(heading.visible)
      \(gutter) |
      \(number) |\(snippet.line.isEmpty ? "" : " \(snippet.line)")
      \(marks)
      """ + notes.joined()
  }
}
