/// One file of a schema, parsed.
final class SchemaDocument {
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
    var dialect = inherited
    if let place = tape.member("$schema", of: JSONTape.root) {
      guard tape.isString(place), let named = SchemaDialect(address: tape.string(place)) else {
        let position = JSONLocator.position(of: "/$schema", in: text)
        throw JSONSchemaError(
          path: path, pointer: "/$schema", line: position.line, column: position.column,
          sentence: "is neither draft 7 nor 2020-12, and others are not supported",
          remedy: "write \"https://json-schema.org/draft/2020-12/schema\"")
      }
      dialect = named
    }
    self.dialect = dialect
  }

  func error(at place: Int, _ sentence: String, remedy: String? = nil) -> JSONSchemaError {
    let pointer = tape.pointer(to: place)
    let position = JSONLocator.position(of: pointer, in: text)
    return JSONSchemaError(
      path: path, pointer: pointer, line: position.line, column: position.column, sentence: sentence,
      remedy: remedy)
  }
}

/// The supported versions of JSON Schema.
enum SchemaDialect {
  case draft7
  case draft2020

  init?(address: String) {
    switch address {
    case "http://json-schema.org/draft-07/schema#", "http://json-schema.org/draft-07/schema",
      "https://json-schema.org/draft-07/schema#", "https://json-schema.org/draft-07/schema":
      self = .draft7
    case "https://json-schema.org/draft/2020-12/schema", "https://json-schema.org/draft/2020-12/schema#":
      self = .draft2020
    default: return nil
    }
  }
}

/// An error in a schema.
package struct JSONSchemaError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The path by which the file was read.
  package let path: String
  /// The JSON pointer (RFC 6901) of the value in the file; empty for the whole.
  package let pointer: String
  /// The line and column, from 1; columns count Unicode scalars.
  package let line: Int
  package let column: Int
  /// A predicate, whose subject is the value at `pointer`: "must be an array".
  package let sentence: String
  package let remedy: String?

  /// The names and indices that lead from the root of the file to the value.
  package var steps: [String] { JSONTape.steps(pointer) }

  package var description: String {
    let subject = pointer.isEmpty ? "the schema" : pointer
    return "\(path):\(line):\(column): \(subject): \(sentence)" + (remedy.map { ": \($0)" } ?? "")
  }
}
