internal import Diagnostics
internal import Payloads
internal import Templates

/// The file of a schema, the part of it that is meant, and the format it is read as.
struct SchemaName: Hashable {
  var path: String
  /// The fragment after `#`: `/components/schemas/Order`; empty for the whole file.
  var part = ""
  var format: Template.Format

  /// The part of a JSON Schema follows the last `#/`, unless there is a file with the whole name.
  init(_ text: String, _ format: Template.Format, _ environment: ReadingEnvironment) {
    self.format = format
    path = text
    guard format == .json, let hash = Self.hash(text) else { return }
    if case .success = environment.file(text) { return }
    path = String(text[..<hash])
    part = String(text[text.index(after: hash)...])
  }

  /// The path without the part.
  static func file(_ text: String) -> String { hash(text).map { String(text[..<$0]) } ?? text }

  static func hash(_ text: String) -> String.Index? { text.ranges(of: "#/").last?.lowerBound }
}

/// The reason why a schema cannot be used.
enum SchemaFailure: Error {
  case noPart(MissingPart)
  /// The first errors, how many more there are, and warnings.
  case errors([SchemaError], more: Int, warnings: [SchemaError])
}

/// A part that a file does not have.
enum MissingPart {
  case invalidEscape
  case undefined(reached: String, MissingName)

  func diagnostic(_ name: SchemaName, _ node: YAMLNode, _ values: ValueReader) -> Diagnostic {
    let range = range(of: node, values)
    switch self {
    case .invalidEscape:
      return Diagnostic(
        code: .badValue, "\(quoted(name.part)) is not a part of a file: % must be followed by two hexadecimal digits",
        at: range, remedy: "write %25 for %")
    case .undefined(let reached, let missing):
      let names = missing.names
      let place = reached.isEmpty ? quoted(name.path) : "\(quoted(reached)) in \(quoted(name.path))"
      let remedy: String?
      if let nearest = Suggestion.nearest(to: missing.name, in: names) {
        remedy = "did you mean \(quoted(nearest))?"
      } else {
        let some = names.prefix(Self.mostNames).joined(separator: ", ")
        remedy = names.isEmpty ? nil : "it has \(some)\(names.count > Self.mostNames ? ", …" : "")"
      }
      return Diagnostic(code: .badValue, "\(place) has no \(quoted(missing.name))", at: range, remedy: remedy)
    }
  }

  /// The part in the scenario's text.
  private func range(of node: YAMLNode, _ values: ValueReader) -> SourceRange {
    guard let text = node.scalar?.text, let hash = SchemaName.hash(text) else { return node.range }
    let start = text[...hash].unicodeScalars.count
    return values.origin(of: text, at: node.range).range(of: start..<text.unicodeScalars.count)
  }

  private static let mostNames = 10
}
