internal import Diagnostics
internal import Templates

/// The JSON of a YAML document: scalars without quotes are what YAML 1.2's core schema makes of them (yaml.org/spec/1.2.2,
/// 10.3.2), so that `NO` and `on` are text; keys are text.
struct JSONFromYAML {
  /// An alias repeats what it refers to, so a small file can become a large one.
  private let mostBytes: Int

  private(set) var bytes: [UInt8] = []
  /// Values that JSON does not have; the bytes are not complete then.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ root: YAMLNode, mostBytes: Int = 16 << 20) {
    self.mostBytes = mostBytes
    write(root)
  }

  private mutating func write(_ node: YAMLNode) {
    guard diagnostics.isEmpty else { return }
    guard bytes.count <= mostBytes else {
      return diagnostics.append(
        Diagnostic(
          code: .tooLarge, "the file is larger than \(mostBytes >> 10) KiB as JSON", at: node.range.first(1),
          remedy: "use fewer aliases"))
    }
    switch node.content {
    case .scalar(let scalar): write(scalar, at: node.range)
    case .sequence(let items):
      write(items, between: "[", "]") { json, item in json.write(item) }
    case .mapping(let mapping):
      write(mapping.pairs, between: "{", "}") { json, pair in
        json.write(text: pair.key.text)
        json.bytes.append(UInt8(ascii: ":"))
        json.write(pair.value)
      }
    // It was reported.
    case .unread: bytes += "null".utf8
    }
  }

  private mutating func write<Item>(
    _ items: [Item], between open: Unicode.Scalar, _ close: Unicode.Scalar, _ item: (inout JSONFromYAML, Item) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, each) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      item(&self, each)
    }
    bytes.append(UInt8(ascii: close))
  }

  private mutating func write(text: String) {
    bytes.append(UInt8(ascii: "\""))
    bytes += JSONText.escaped(text)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ scalar: YAMLScalar, at range: SourceRange) {
    guard scalar.isPlain else { return write(text: scalar.text) }
    switch CoreScalar(scalar.text) {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .number(let digits): bytes += digits.utf8
    case .text: write(text: scalar.text)
    case .notFinite:
      diagnostics.append(
        Diagnostic(
          code: .badValue, "\(quoted(scalar.text)) is a number that JSON does not have", at: range,
          remedy: "put it in quotes if it is text"))
    }
  }
}
