/// Why a document is not valid.
package struct JSONSchemaFailure: Equatable, Sendable, CustomStringConvertible {
  /// The value's place in the document (RFC 6901), control characters escaped; empty for the document itself.
  package let pointer: String
  /// The schema's word that does not hold; nil where the document is no JSON.
  package let keyword: String?
  /// What is expected. Of the document it holds little, and that escaped.
  package let sentence: String

  package var description: String { "\(pointer.isEmpty ? "the document" : pointer): \(sentence)" }
}
