internal import Diagnostics
internal import Payloads

extension RequestReader {
  /// A text that is not empty.
  mutating func text(_ attribute: PostAttribute, in object: RequestObject) -> String? {
    guard let value = value(attribute, in: object) else { return nil }
    guard case .string(let text) = value.content else {
      wrongKind(attribute, value, expected: "text", remedy: textRemedy(attribute, value))
      return nil
    }
    if text.isEmpty {
      report(.badAttribute, "\(attribute.path) must not be empty", at: value.range)
      return nil
    }
    // A client in C sees such a text's beginning alone; in a message it is a character like others.
    if attribute != .content, text.unicodeScalars.contains("\0") {
      report(.badAttribute, "\(attribute.path) must not have the character U+0000", at: value.range)
      return nil
    }
    return text
  }

  private func textRemedy(_ attribute: PostAttribute, _ value: JSONNode) -> String? {
    switch value.content {
    case .array(let elements) where attribute == .brokers:
      let addresses = elements.compactMap(\.text)
      let joined = addresses.joined(separator: ",")
      return addresses.count == elements.count && !addresses.isEmpty && joined.unicodeScalars.count <= 60
        ? "write \(quoted(joined))" : "write one text with commas between the addresses"
    case .object, .array:
      return attribute == .content ? "write the message as one text, with \\\" for each quote in it" : nil
    case .integer(let word), .decimal(let word):
      return attribute.isSecret ? "put it in quotes" : "write \(quoted(word))"
    case .boolean(let value): return attribute.isSecret ? "put it in quotes" : "write \"\(value)\""
    case .string, .null: return nil
    }
  }

  /// A number of JSON without a point or an exponent.
  mutating func whole(
    _ attribute: PostAttribute, in object: RequestObject, _ bounds: ClosedRange<UInt64>
  ) -> UInt64? {
    guard let value = value(attribute, in: object) else { return nil }
    guard case .integer(let word) = value.content else {
      let example = "for example \(RequestExample.value(of: attribute))"
      wrongKind(attribute, value, expected: "a whole number", remedy: wholeRemedy(value) ?? example)
      return nil
    }
    if let number = UInt64(word == "-0" ? "0" : word), bounds.contains(number) { return number }
    let isSmall = word.first == "-" || UInt64(word).map { $0 < bounds.lowerBound } ?? false
    report(
      .badAttribute,
      "\(attribute.path) must be \(isSmall ? "at least \(bounds.lowerBound)" : "at most \(bounds.upperBound)")",
      at: value.range)
    return nil
  }

  private func wholeRemedy(_ value: JSONNode) -> String? {
    guard let number = Self.wholeNumber(meantBy: value.content) else { return nil }
    return "write \(shown("\(number)"))\(value.text == nil ? "" : " without quotes")"
  }

  /// The number in quotes, or with a point or an exponent, that is a whole number all the same.
  static func wholeNumber(meantBy content: JSONNode.Content) -> UInt64? {
    switch content {
    case .string(let text): return UInt64(text.split { $0.isWhitespace }.joined())
    case .decimal(let word):
      // Beyond 2^53 a double is not the number that was written.
      guard let number = Double(word), number.magnitude < 0x1p53 else { return nil }
      return UInt64(exactly: number)
    case .integer, .boolean, .null, .object, .array: return nil
    }
  }

  mutating func wrongKind(
    _ attribute: PostAttribute, _ value: JSONNode, expected: String, remedy: String?
  ) {
    report(
      .badAttribute, "\(attribute.path) must be \(expected), not \(noun(value, isSecret: attribute.isSecret))",
      at: value.range, remedy: remedy)
  }
}

extension RequestReader {
  /// The kind of value, for a message: a short number or word as it is written.
  func noun(_ value: JSONNode, isSecret: Bool = false) -> String {
    switch value.content {
    case .decimal(let word) where !isSecret && word.unicodeScalars.count <= 20: shown(word)
    case .boolean(let value) where !isSecret: "\(value)"
    case .string, .integer, .decimal, .boolean, .null, .object, .array: value.noun
    }
  }
}

extension JSONNode {
  /// The kind of value, for a message.
  var noun: String {
    switch content {
    case .string: "text"
    case .integer: "a number"
    case .decimal: "a decimal number"
    case .boolean: "true or false"
    case .null: "null"
    case .object: "an object"
    case .array: "an array"
    }
  }

  var text: String? {
    if case .string(let text) = content { text } else { nil }
  }
}
