/// A value in a text that a parser has found to be JSON; valid as long as the text stays where it is.
package struct JSONValue {
  let text: UnsafeRawBufferPointer
  /// In bytes of the text; a string's with its quotes.
  let range: Range<Int>

  var kind: JSONFields.Kind { WellFormedJSON(text: text).kind(range.lowerBound, range) }

  /// The bytes as they are written.
  package var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: text[range]) }

  package var isNull: Bool { text[range.lowerBound] == UInt8(ascii: "n") }

  /// Passes the text of a string without its quotes and escapes, a number, true, false or null as written. An object or an array has
  /// no such text: nil.
  package func withScalar<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    switch text[range.lowerBound] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return nil
    case UInt8(ascii: "\""):
      let inside = UnsafeRawBufferPointer(rebasing: text[range.lowerBound + 1..<range.upperBound - 1])
      guard inside.contains(UInt8(ascii: "\\")) else { return body(inside) }
      return WellFormedJSON(text: text).decoded(range).withUnsafeBytes(body)
    default: return body(written)
    }
  }

  /// True where the two are the same: numbers by their decimal value, texts after unescaping, objects in any order of members.
  package func isSame(as other: JSONValue) -> Bool {
    switch (text[range.lowerBound], other.text[other.range.lowerBound]) {
    case (UInt8(ascii: "{"), UInt8(ascii: "{")): areSameObjects(other)
    case (UInt8(ascii: "["), UInt8(ascii: "[")): areSameArrays(other)
    case (UInt8(ascii: "\""), UInt8(ascii: "\"")):
      withScalar { left in other.withScalar { left.elementsEqual($0) } ?? false } ?? false
    case (let left, let right) where Self.isNumber(left) && Self.isNumber(right):
      written.elementsEqual(other.written) || DecimalText(written) == DecimalText(other.written)
    default: written.elementsEqual(other.written)
    }
  }

  /// True where the value is a scalar of this text; a number by its decimal value.
  package func isSame(asText bytes: UnsafeRawBufferPointer) -> Bool {
    if withScalar({ $0.elementsEqual(bytes) }) == true { return true }
    guard Self.isNumber(text[range.lowerBound]), let number = DecimalText(checking: bytes) else { return false }
    return DecimalText(written) == number
  }

  private static func isNumber(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte.isDigit }

  private func areSameArrays(_ other: JSONValue) -> Bool {
    let (mine, theirs) = (elements, other.elements)
    return mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.isSame(as: $1) }
  }

  private func areSameObjects(_ other: JSONValue) -> Bool {
    let (mine, theirs) = (members, other.members)
    return mine.count == theirs.count
      && mine.allSatisfy { name, value in theirs[name].map { value.isSame(as: $0) } ?? false }
  }

  private var elements: [JSONValue] {
    let json = WellFormedJSON(text: text)
    var found: [JSONValue] = []
    json.forEachElement(of: range.lowerBound) { found.append(JSONValue(text: text, range: $0..<json.end($0))) }
    return found
  }

  private var members: [[UInt8]: JSONValue] {
    let json = WellFormedJSON(text: text)
    var found: [[UInt8]: JSONValue] = [:]
    json.forEachMember(of: range.lowerBound) { key, value in
      found[json.decoded(key)] = JSONValue(text: text, range: value..<json.end(value))
    }
    return found
  }
}
