/// One file of a schema, parsed. Never changes, and its parser is not used again, so threads may share it.
final class SchemaDocument: @unchecked Sendable {
  /// The path by which the file was read.
  let path: String
  let text: [UInt8]
  let dialect: SchemaDialect
  let tape: JSONTape
  /// The parser that owns the memory of `tape`.
  private let parser: JSONDocument

  /// - Parameter inherited: the dialect of a file that does not name its own: that of the referring file.
  init(path: String, text: [UInt8], inherited: SchemaDialect) throws(JSONSchemaError) {
    self.path = path
    self.text = text
    let parser = JSONDocument()
    self.parser = parser
    var parsed: JSONTape?
    let fault = text.withUnsafeBytes { parser.parse($0, into: &parsed) }
    guard fault == nil, let tape = parsed else {
      let position = JSONLocator.position(ofFaultIn: text) ?? (1, 1)
      throw JSONSchemaError(
        path: path, pointer: "", line: position.line, column: position.column,
        sentence: "is not JSON: \(ParserSentence.plain(fault ?? "not enough memory to parse it"))", remedy: nil)
    }
    self.tape = tape
    do throws(UnsupportedDialect) {
      dialect = try SchemaDialect.of(tape, inherited: inherited)
    } catch {
      let position = JSONLocator.position(of: error.pointer, in: text)
      throw JSONSchemaError(
        path: path, pointer: error.pointer, line: position.line, column: position.column, sentence: error.sentence,
        remedy: error.remedy)
    }
  }

  func mistake(at place: Int, _ sentence: String, remedy: String? = nil) -> SchemaMistake {
    SchemaMistake(document: self, place: place, sentence: sentence, remedy: remedy)
  }
}
