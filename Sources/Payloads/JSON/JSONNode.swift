/// A value of a JSON document with its place in the text: what is needed to explain a mistake in it. Duplicate members are kept.
package struct JSONNode: Sendable {
  package struct Member: Sendable {
    /// Without its escapes.
    package var name: String
    /// The name in the text, with its quotes.
    package var nameRange: Range<Int>
    package var value: JSONNode
  }

  package enum Content: Sendable {
    /// Without its escapes.
    case string(String)
    /// As it is written; a decimal has a point or an exponent.
    case integer(String)
    case decimal(String)
    case boolean(Bool)
    case null
    case object([Member])
    case array([JSONNode])
  }

  package var content: Content
  /// In bytes of the text; a string's with its quotes.
  package var range: Range<Int>

  /// Why a text is not a tree; `offset` is in bytes, nil where it is unknown.
  package enum ReadError: Error, Sendable {
    /// The parser's reason.
    case malformed(String, offset: Int?)
    case tooDeep(offset: Int)
  }

  /// Objects and arrays within each other.
  package static let deepest = 512

  package static func read(_ text: [UInt8]) throws(ReadError) -> JSONNode {
    // Nesting is limited first: everything after this may recurse.
    if let offset = offsetTooDeep(in: text) { throw .tooDeep(offset: offset) }
    if let reason = text.withUnsafeBytes({ JSONDocument().fault(in: $0) }) {
      throw .malformed(reason, offset: JSONLocator.offset(ofFaultIn: text))
    }
    return text.withUnsafeBytes { bytes in
      let json = WellFormedJSON(text: bytes)
      return Reading(json: json, at: json.blanks(0)).root
    }
  }

  /// The text of a string of well-formed JSON, which is in quotes.
  package static func string(_ quoted: [UInt8]) -> String {
    quoted.withUnsafeBytes { bytes in
      String(decoding: WellFormedJSON(text: bytes).decoded(0..<bytes.count), as: UTF8.self)
    }
  }

  /// The number of values in it, and itself.
  package var count: Int {
    switch content {
    case .object(let members): members.reduce(1) { $0 + $1.value.count }
    case .array(let elements): elements.reduce(1) { $0 + $1.count }
    case .string, .integer, .decimal, .boolean, .null: 1
    }
  }

  /// The offset of the bracket that is nested too deeply, also in a text that is not well-formed.
  private static func offsetTooDeep(in text: [UInt8]) -> Int? {
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    for (offset, byte) in text.enumerated() {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\"): isEscaped = isQuoted
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "{") where !isQuoted, UInt8(ascii: "[") where !isQuoted:
        depth += 1
        if depth > deepest { return offset }
      case UInt8(ascii: "}") where !isQuoted, UInt8(ascii: "]") where !isQuoted: depth -= 1
      default: break
      }
    }
    return nil
  }

  private struct Reading {
    let json: WellFormedJSON
    var at: Int

    var root: JSONNode {
      var reading = self
      return reading.value()
    }

    private mutating func value() -> JSONNode {
      let start = at
      let content = content()
      return JSONNode(content: content, range: start..<at)
    }

    private mutating func content() -> Content {
      let start = at
      switch json.text[start] {
      case UInt8(ascii: "{"): return .object(members())
      case UInt8(ascii: "["): return .array(elements())
      case UInt8(ascii: "\""):
        at = json.string(start)
        return .string(text(start..<at))
      default:
        at = json.word(start)
        let word = String(decoding: json.text[start..<at], as: UTF8.self)
        switch json.kind(start, start..<at) {
        case .boolean: return .boolean(word == "true")
        case .null: return .null
        case .decimal: return .decimal(word)
        case .integer, .string, .object, .array: return .integer(word)
        }
      }
    }

    private mutating func members() -> [Member] {
      var members: [Member] = []
      at = json.blanks(at + 1)
      while json.text[at] != UInt8(ascii: "}") {
        let name = at..<json.string(at)
        at = json.blanks(json.blanks(name.upperBound) + 1)
        members.append(Member(name: text(name), nameRange: name, value: value()))
        passComma()
      }
      at += 1
      return members
    }

    private mutating func elements() -> [JSONNode] {
      var elements: [JSONNode] = []
      at = json.blanks(at + 1)
      while json.text[at] != UInt8(ascii: "]") {
        elements.append(value())
        passComma()
      }
      at += 1
      return elements
    }

    private mutating func passComma() {
      at = json.blanks(at)
      if json.text[at] == UInt8(ascii: ",") { at = json.blanks(at + 1) }
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: json.decoded(range), as: UTF8.self) }
  }
}
