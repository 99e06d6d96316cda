/// The texts that a scenario was read from: its own file, what that includes, and settings of the command line.
package struct SourceFiles: Sendable {
  /// The scenario's own.
  package var main: SourceText
  /// By the path or name that stands in `SourcePosition.file`.
  package private(set) var others: [String: SourceText] = [:]

  /// What stands in a file in plain text and is not shown, whatever else is said of its line.
  private var secrets: [[Unicode.Scalar]] = []

  package init(_ main: SourceText) { self.main = main }

  /// Keeps a secret out of every snippet.
  package mutating func hide(_ secret: String) {
    if !secret.isEmpty { secrets.append(Array(secret.unicodeScalars)) }
  }

  /// The line with a star for each character of a secret, so that columns stay where they are.
  private func shown(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var shown = line
    for secret in secrets where secret.count <= line.count {
      for start in 0...(line.count - secret.count) where line[start..<start + secret.count].elementsEqual(secret) {
        shown.replaceSubrange(start..<start + secret.count, with: repeatElement("*", count: secret.count))
      }
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
    DisplayText.safe("\(text(of: position).path):\(position.line):\(position.column)")
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
    let snippet = Snippet(of: shown(text(of: start).line(start.line)), marking: diagnostic.range)
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.utf8.count)
    var marks = "\(gutter) | \(snippet.marks)"
    if let remedy = diagnostic.remedy { marks += " \(DisplayText.safe(remedy))" }
    let notes = diagnostic.notes.map { note in
      let place = note.range.map { " at \(self.place($0.start))" } ?? ""
      return "\n\(gutter) = note: \(DisplayText.safe(note.message))\(place)"
    }
    return """
      \(place(start)): \(DisplayText.safe(heading))
      \(gutter) |
      \(number) |\(snippet.line.isEmpty ? "" : " \(snippet.line)")
      \(marks)
      """ + notes.joined()
  }
}
