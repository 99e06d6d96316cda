/// One file of a schema, parsed.
final class SchemaDocument {
  /// As it was asked for.
  let path: String
  let text: [UInt8]
  let dialect: SchemaDialect
  let tape: JSONTape
  /// Owns what `tape` refers to.
  private let parser: JSONDocument

  /// A file that does not name its dialect is taken to be of its referrer's.
  init(path: String, text: [UInt8], inherited: SchemaDialect) throws(JSONSchemaMistake) {
    self.path = path
    self.text = text
    let parser = JSONDocument()
    self.parser = parser
    var parsed: JSONTape?
    let fault = text.withUnsafeBytes { parser.parse($0, into: &parsed) }
    guard fault == nil, let tape = parsed else {
      let position = JSONLocator.position(ofFaultIn: text) ?? (1, 1)
      throw JSONSchemaMistake(
        path: path, pointer: "", line: position.line, column: position.column,
        sentence: "is no JSON: \(fault ?? "not enough memory to parse it")")
    }
    self.tape = tape
    var dialect = inherited
    if let place = tape.member("$schema", of: JSONTape.root) {
      guard tape.isString(place), let named = SchemaDialect(address: tape.string(place)) else {
        let position = JSONLocator.position(of: "/$schema", in: text)
        throw JSONSchemaMistake(
          path: path, pointer: "/$schema", line: position.line, column: position.column,
          sentence: "is neither draft 7 nor 2020-12, which are the ones that are enforced")
      }
      dialect = named
    }
    self.dialect = dialect
  }

  func mistake(at place: Int, _ sentence: String) -> JSONSchemaMistake {
    let pointer = tape.pointer(to: place)
    let position = JSONLocator.position(of: pointer, in: text)
    return JSONSchemaMistake(
      path: path, pointer: pointer, line: position.line, column: position.column, sentence: sentence)
  }
}

/// The versions of JSON Schema that are enforced.
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

/// What is wrong with a schema.
package struct JSONSchemaMistake: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file, as it was asked for.
  package let path: String
  /// Where in the file (RFC 6901); empty for the whole.
  package let pointer: String
  /// From 1; a column counts characters of Unicode.
  package let line: Int
  package let column: Int
  package let sentence: String

  package var description: String {
    "\(path):\(line):\(column): \(pointer.isEmpty ? "the schema" : pointer): \(sentence)"
  }
}
