/// A word in a schema that restricts nothing: one that JSON Schema does not have, which by the specification is an
/// annotation and may be a slip of the pen, or one that stands beside `$ref` in draft 7, which passes over it.
package struct IdleWord: Sendable, Equatable {
  package let word: String
  /// It would restrict something elsewhere.
  package let isBesideReference: Bool
  /// Words that it may have been meant for: those that restrict something and may have a value of its kind.
  package let candidates: [String]
  let document: Int
  let place: Int

  /// Of one schema so many are kept.
  static let most = 1000

  /// Nil for a word that restricts something, and for one that JSON Schema has for other purposes.
  init?(_ word: String, isText: Bool, isBesideReference: Bool, document: Int, place: Int) {
    let isKeyword = SchemaKeyword(rawValue: word) != nil
    if isKeyword ? !isBesideReference : isBesideReference || Self.annotations.contains(word) { return nil }
    self.word = word
    self.isBesideReference = isBesideReference
    candidates = isText ? Self.textWords : Self.words
    self.document = document
    self.place = place
  }

  private static let words = SchemaKeyword.allCases.map(\.rawValue)
  private static let textWords = [SchemaKeyword.type, .const, .format, .pattern, .reference, .dynamicReference].map(
    \.rawValue)

  private static let annotations: Set<String> = [
    "$schema", "$id", "$anchor", "$dynamicAnchor", "$vocabulary", "$comment", "$defs", "definitions", "title",
    "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "contentEncoding",
    "contentMediaType", "contentSchema",
  ]
}
