internal import CPatterns

/// Validates documents by one schema. Owns a parser and buffers that it uses again for every document: one value for each
/// thread or queue, never used by two at a time. Its memory settles at the needs of the longest document.
package final class JSONSchemaValidator {
  private let parser: JSONDocument
  private let matcher: OpaquePointer
  private var run: SchemaRun
  private var tape: JSONTape?

  /// Nil where memory is short.
  package init?(_ schema: JSONSchema) {
    let parser = JSONDocument()
    var tape: JSONTape?
    let fault = Array("0".utf8).withUnsafeBytes { parser.parse($0, into: &tape) }
    guard fault == nil, let tape, let matcher = rehearsal_matcher_new() else { return nil }
    self.parser = parser
    self.matcher = matcher
    run = SchemaRun(store: schema.store, matcher: matcher, tape: tape)
  }

  deinit { rehearsal_matcher_free(matcher) }

  /// Nil where `bytes` are a JSON document that the schema allows, else the first error.
  package func failure(in bytes: UnsafeRawBufferPointer) -> JSONSchemaViolation? {
    if let fault = parser.parse(bytes, into: &tape) { return .init(pointer: "", keyword: nil, sentence: fault) }
    guard let tape, let finding = run.run(tape) else { return nil }
    return SchemaSentence(store: run.store, tape: tape).failure(finding)
  }
}
