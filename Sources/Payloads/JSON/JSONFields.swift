/// Finds given fields in one JSON object after another, each as it is written. For one thread at a time.
package final class JSONFields {
  package enum Kind: Sendable {
    case string, integer, decimal, boolean, null, object, array
  }

  /// A value's kind, and its range in the text; a string includes its quotes.
  package struct Field {
    package var kind: Kind
    package var range: Range<Int>
  }

  /// Why a text is not one JSON object; `offset` is in bytes, as far as the text's structure shows it.
  package enum ReadError: Error, Sendable {
    /// The parser's reason.
    case malformed(String, offset: Int)
    /// A value of another kind, such as "an array".
    case notObject(String, offset: Int)
  }

  /// The continuation of one name: further names, a wanted field, or both.
  private struct Node {
    var children: [(name: [UInt8], node: Int)] = []
    var slot: Int?
  }

  private var nodes: [Node] = [Node()]
  private let parser = JSONDocument()
  /// The field of each path; nil where the last object read lacks it.
  package private(set) var found: [Field?]

  /// - Parameter paths: lists of names from the outermost object on.
  package init(paths: [[String]]) {
    found = Array(repeating: nil, count: paths.count)
    for (slot, path) in paths.enumerated() {
      var node = 0
      for name in path {
        let name = Array(name.utf8)
        if let child = nodes[node].children.first(where: { $0.name == name }) {
          node = child.node
        } else {
          nodes[node].children.append((name: name, node: nodes.count))
          node = nodes.count
          nodes.append(Node())
        }
      }
      nodes[node].slot = slot
    }
  }

  /// Reads one object. Of several members with the same name the last counts.
  package func read(_ text: UnsafeRawBufferPointer) throws(ReadError) {
    for slot in found.indices { found[slot] = nil }
    if let reason = parser.fault(in: text) {
      throw .malformed(reason, offset: JSONLocator.offset(ofFaultIn: Array(text)) ?? 0)
    }
    let start = WellFormedJSON(text: text).blanks(0)
    guard text[start] == UInt8(ascii: "{") else {
      throw .notObject(Self.noun(text[start]), offset: start)
    }
    object(text, start, node: 0)
  }

  /// The paths of an object's members, including those of nested objects; at most `limit`. The text must have been read.
  package func names(in text: UnsafeRawBufferPointer, limit: Int = 50) -> [[String]] {
    var names: [[String]] = []
    func collect(_ start: Int, _ path: [String]) {
      members(text, start) { key, value in
        guard names.count < limit, path.count < 8 else { return }
        let path = path + [String(decoding: decoded(key, of: text), as: UTF8.self)]
        if text[value.lowerBound] == UInt8(ascii: "{") {
          collect(value.lowerBound, path)
        } else {
          names.append(path)
        }
      }
    }
    collect(WellFormedJSON(text: text).blanks(0), [])
    return names
  }

  /// The decoded bytes of the string in `range`, which includes its quotes.
  package func decoded(_ range: Range<Int>, of text: UnsafeRawBufferPointer) -> [UInt8] {
    WellFormedJSON(text: text).decoded(range)
  }

  /// Decodes the string to the caller's bytes: never more than `range` has.
  /// - Returns: the number of bytes.
  package func decode(
    _ range: Range<Int>, of text: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Int {
    WellFormedJSON(text: text).decode(range, into: output)
  }

  // MARK: Skipping through well-formed JSON

  private func object(_ text: UnsafeRawBufferPointer, _ start: Int, node: Int) {
    members(text, start) { key, value in
      guard let child = child(of: node, named: key, in: text) else { return }
      if let slot = nodes[child].slot {
        found[slot] = Field(kind: WellFormedJSON(text: text).kind(value.lowerBound, value), range: value)
      }
      guard !nodes[child].children.isEmpty else { return }
      clear(below: child)
      if text[value.lowerBound] == UInt8(ascii: "{") { object(text, value.lowerBound, node: child) }
    }
  }

  /// A repeated member replaces everything that was found in the first.
  private func clear(below node: Int) {
    for child in nodes[node].children {
      if let slot = nodes[child.node].slot { found[slot] = nil }
      clear(below: child.node)
    }
  }

  private func child(of node: Int, named key: Range<Int>, in text: UnsafeRawBufferPointer) -> Int? {
    let bytes = UnsafeRawBufferPointer(rebasing: text[key.lowerBound + 1..<key.upperBound - 1])
    let isPlain = !bytes.contains(UInt8(ascii: "\\"))
    let name = isPlain ? [] : decoded(key, of: text)
    for child in nodes[node].children where isPlain ? child.name.elementsEqual(bytes) : child.name == name {
      return child.node
    }
    return nil
  }

  private func members(
    _ text: UnsafeRawBufferPointer, _ start: Int, _ body: (_ key: Range<Int>, _ value: Range<Int>) -> Void
  ) {
    let json = WellFormedJSON(text: text)
    var at = json.blanks(start + 1)
    while text[at] == UInt8(ascii: "\"") {
      let key = at..<json.string(at)
      let value = json.blanks(json.blanks(key.upperBound) + 1)
      let end = json.end(value)
      body(key, value..<end)
      at = json.blanks(end)
      if text[at] == UInt8(ascii: ",") { at = json.blanks(at + 1) }
    }
  }

  private static func noun(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "["): "an array"
    case UInt8(ascii: "\""): "a string"
    case UInt8(ascii: "t"), UInt8(ascii: "f"): "true or false"
    case UInt8(ascii: "n"): "null"
    default: "a number"
    }
  }
}
