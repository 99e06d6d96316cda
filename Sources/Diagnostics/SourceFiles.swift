/// The texts that a scenario was read from: its own file, what that includes, and settings of the command line.
package struct SourceFiles: Sendable {
  /// The scenario's own.
  package var main: SourceText
  /// The files by the path or name of `SourcePosition.file`.
  package private(set) var others: [String: SourceText] = [:]

  /// Secrets that a file holds in plain text.
  private var redaction = Redaction()

  package init(_ main: SourceText) { self.main = main }

  /// Keeps a secret out of every snippet.
  package mutating func hide(_ secret: String) { redaction.add(secret) }

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
    let snippet = Snippet(of: redaction.starred(text(of: start).line(start.line)), marking: diagnostic.range)
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
