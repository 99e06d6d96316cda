internal import Diagnostics
internal import Payloads
internal import Templates

/// An error in a schema, with its position.
struct SchemaError: Error {
  var path: String
  var line: Int
  /// 0 where only the line is known.
  var column: Int
  /// The names and indices from the root of a JSON Schema to the value; empty for an XSD.
  var steps: [String]
  var sentence: String
  var remedy: String?
  /// The files that could not be read and may be the reason; nil where any of them may be.
  var unread: [String]?

  init(_ error: JSONSchemaError) {
    path = error.path
    steps = error.steps
    line = error.line
    column = error.column
    let subject = error.pointer.isEmpty ? "the schema" : "the schema's \(error.pointer)"
    sentence = "\(subject) \(error.sentence)"
    let nearest = error.missing.flatMap { Suggestion.nearest(to: $0.name, in: $0.names) }
    remedy = error.remedy ?? nearest.map { "did you mean \(quoted($0))?" }
    unread = error.unread
  }

  /// An error in an XSD. libxml2 gives no path if the schema's own file is not well-formed.
  init(_ fault: XMLError, of path: String) {
    self.path = fault.path.isEmpty ? path : fault.path
    steps = []
    line = max(fault.line, 1)
    column = fault.column
    sentence = "the schema cannot be used: \(ParserSentence.open(fault.sentence))"
  }

  /// The word or text that begins there, or the line.
  func range(in text: SourceText) -> SourceRange {
    let scalars = text.line(line)
    let first = column > 0 ? column - 1 : scalars.prefix { $0.properties.isWhitespace }.count
    let start = SourcePosition(file: text.file, line: line, column: first + 1)
    let rest = scalars.dropFirst(first)
    let length: Int
    if column == 0 {
      length = rest.count
    } else if rest.first == "\"" {
      length = (rest.dropFirst().firstIndex(of: "\"") ?? rest.endIndex - 1) + 1 - rest.startIndex
    } else {
      length = rest.prefix { !" \t,]}[{<>".unicodeScalars.contains($0) }.count
    }
    return SourceRange(
      start: start, end: SourcePosition(file: text.file, line: line, column: first + 1 + max(length, 0)))
  }
}
