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
    let start = blanks(text, 0)
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
        if kind(text, value.lowerBound) == .object {
          collect(value.lowerBound, path)
        } else {
          names.append(path)
        }
      }
    }
    collect(blanks(text, 0), [])
    return names
  }

  /// The decoded bytes of the string in `range`, which includes its quotes.
  package func decoded(_ range: Range<Int>, of text: UnsafeRawBufferPointer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = decode(range, of: text, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Decodes the string to the caller's bytes: never more than `range` has.
  /// - Returns: the number of bytes.
  package func decode(
    _ range: Range<Int>, of text: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Int {
    var end = 0
    func put(_ byte: UInt8) {
      output[end] = byte
      end += 1
    }
    var at = range.lowerBound + 1
    let last = range.upperBound - 1
    while at < last {
      guard text[at] == UInt8(ascii: "\\") else {
        put(text[at])
        at += 1
        continue
      }
      switch text[at + 1] {
      case UInt8(ascii: "b"): put(0x08)
      case UInt8(ascii: "f"): put(0x0c)
      case UInt8(ascii: "n"): put(0x0a)
      case UInt8(ascii: "r"): put(0x0d)
      case UInt8(ascii: "t"): put(0x09)
      case UInt8(ascii: "u"):
        var code = hex(text, at + 2)
        if code & 0xfc00 == 0xd800 {
          // The parser has checked that the other half follows.
          at += 6
          code = 0x10000 + (code & 0x3ff) << 10 + (hex(text, at + 2) & 0x3ff)
        }
        for byte in UTF8.encode(Unicode.Scalar(code) ?? "\u{fffd}") ?? UTF8.encodedReplacementCharacter { put(byte) }
        at += 4
      case let byte: put(byte)
      }
      at += 2
    }
    return end
  }

  private func hex(_ text: UnsafeRawBufferPointer, _ start: Int) -> UInt32 {
    var code: UInt32 = 0
    for byte in text[start..<start + 4] {
      let digit = byte <= UInt8(ascii: "9") ? byte & 0xf : (byte & 0xf) + 9
      code = code << 4 | UInt32(digit)
    }
    return code
  }

  // MARK: Skipping through well-formed JSON

  private func object(_ text: UnsafeRawBufferPointer, _ start: Int, node: Int) {
    members(text, start) { key, value in
      guard let child = child(of: node, named: key, in: text) else { return }
      if let slot = nodes[child].slot { found[slot] = Field(kind: kind(text, value.lowerBound, value), range: value) }
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
    var at = blanks(text, start + 1)
    while text[at] == UInt8(ascii: "\"") {
      let key = at..<string(text, at)
      let value = blanks(text, blanks(text, key.upperBound) + 1)
      let end = self.end(text, value)
      body(key, value..<end)
      at = blanks(text, end)
      if text[at] == UInt8(ascii: ",") { at = blanks(text, at + 1) }
    }
  }

  private func blanks(_ text: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var at = start
    while at < text.count, text[at] <= 0x20 { at += 1 }
    return at
  }

  /// The offset after a string's closing quote.
  private func string(_ text: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var at = start + 1
    while text[at] != UInt8(ascii: "\"") { at += text[at] == UInt8(ascii: "\\") ? 2 : 1 }
    return at + 1
  }

  /// The offset after a value.
  private func end(_ text: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var at = start
    switch text[at] {
    case UInt8(ascii: "\""): return string(text, at)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      var depth = 0
      repeat {
        switch text[at] {
        case UInt8(ascii: "\""):
          at = string(text, at)
          continue
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
        at += 1
      } while depth > 0
      return at
    default:
      while at < text.count, text[at] > 0x20, !",]}".utf8.contains(text[at]) { at += 1 }
      return at
    }
  }

  private func kind(_ text: UnsafeRawBufferPointer, _ start: Int, _ range: Range<Int>? = nil) -> Kind {
    switch text[start] {
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default:
      let isWhole = text[range ?? start..<start].allSatisfy { !".eE".utf8.contains($0) }
      return isWhole ? .integer : .decimal
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
