/// A word in a schema that restricts nothing: one that is not a keyword, which by the specification is an annotation and may
/// be a typing error, or one beside `$ref` in draft 7, which ignores it.
package struct IneffectiveWord: Sendable, Equatable {
  package let word: String
  /// True if it would restrict something elsewhere.
  package let isBesideReference: Bool
  /// Keywords that may have been meant: those that restrict something and may have a value of its kind.
  package let candidates: [String]
  let document: Int
  let place: Int

  /// The most that are kept for one schema.
  static let most = 1000

  /// Nil for a word that restricts something, and for a known annotation.
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
