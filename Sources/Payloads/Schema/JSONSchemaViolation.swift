/// The reason why a document is not valid.
package struct JSONSchemaViolation: Equatable, Sendable, CustomStringConvertible {
  /// The JSON pointer of the value (RFC 6901), with control characters escaped; empty for the document itself.
  package let pointer: String
  /// The keyword that is not met; nil where the document is not JSON.
  package let keyword: String?
  /// The reason; quotes from the document are cut and escaped.
  package let sentence: String

  package var description: String { "\(pointer.isEmpty ? "the document" : pointer): \(sentence)" }
}
