internal import Diagnostics

/// A file of a JSON Schema that is written in YAML, as OpenAPI and AsyncAPI documents are.
struct YAMLSchemaFile {
  let text: SourceText
  /// Nil if the YAML has mistakes.
  let json: [UInt8]?
  let diagnostics: [Diagnostic]
  private let root: YAMLNode?

  static func isYAML(_ path: String) -> Bool {
    let path = path.lowercased()
    return path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }

  /// - Parameter bytes: the file without a byte order mark.
  init(_ bytes: [UInt8], path: String) {
    text = SourceText(bytes, path: path, isMain: false)
    let outcome = YAMLReader.read(bytes[...], as: text, .document)
    root = outcome.root
    let converted = outcome.root.map { JSONFromYAML($0) }
    diagnostics = outcome.diagnostics + (converted?.diagnostics ?? [])
    json = diagnostics.isEmpty ? converted?.bytes ?? Array("null".utf8) : nil
  }

  /// The text to type where a value is empty because a `#` begins a comment in its place, as in `$ref: #/$defs/Order`.
  func remedy(of steps: [String]) -> String? {
    guard let range = range(of: steps), let key = steps.last, range.start == range.end else { return nil }
    let rest = String(String.UnicodeScalarView(text.rest(from: range.end).drop { $0 == " " || $0 == ":" }))
    return rest.first == "#" ? "# begins a comment; write \(key): \"\(rest)\"" : nil
  }

  /// The range of the value to which names and indices lead, or of the last value that they reach; the first line of a
  /// longer one.
  func range(of steps: [String]) -> SourceRange? {
    guard var node = root else { return nil }
    for step in steps {
      guard let inside = node[step] else { break }
      node = inside
    }
    let range = node.range
    guard range.end.line > range.start.line else { return range }
    return range.first(text.rest(from: range.start).count)
  }
}

extension YAMLNode {
  /// The value one step down: a member by its name, or an item by its index.
  fileprivate subscript(step: String) -> YAMLNode? {
    switch content {
    case .mapping(let mapping): return mapping[step]?.value
    case .sequence(let items):
      guard let index = Int(step), items.indices.contains(index) else { return nil }
      return items[index]
    case .scalar, .unread: return nil
    }
  }
}
