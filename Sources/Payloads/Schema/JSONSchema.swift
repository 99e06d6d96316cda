/// A compiled schema of draft 4, 6, 7 or 2020-12, the latter unless `$schema` says otherwise; a part of an OpenAPI 3.0 or
/// Swagger 2 document is draft 4 with `nullable`. Never changes, so threads may share it; each validates by its own
/// `JSONSchemaValidator`.
///
/// Every keyword that restricts a value is enforced, and with it the formats that drafts define. An unknown word and an unknown
/// format are annotations, by the specification; a keyword of another draft is refused.
package struct JSONSchema: Sendable {
  let store: SchemaStore

  /// - Parameters:
  ///   - text: the file.
  ///   - path: the file's path, to which `$ref` is relative and which errors name.
  ///   - pointer: the JSON pointer of the schema in the file; empty for the whole.
  ///   - read: returns a file that the schema refers to, by a path relative to the same folder as `path`, or nil where it
  ///     does not exist. Called once for each. It is also called for an address with a scheme (`https://…`) that is not in
  ///     the files read so far, for which a reader of files returns nil.
  /// - Throws: all errors in the schema, with their positions.
  package init(
    _ text: [UInt8], path: String, pointer: String = "", read: (String) -> [UInt8]?
  ) throws(JSONSchemaFailure) {
    let made: Result<SchemaStore, JSONSchemaFailure> = withoutActuallyEscaping(read) { read in
      do throws(JSONSchemaFailure) {
        var compiler = SchemaCompiler(try SchemaLibrary(text, path: path, pointer: pointer, read: read))
        return .success(try compiler.compile())
      } catch {
        return .failure(error)
      }
    }
    store = try made.get()
  }
}

extension JSONSchema {
  /// The JSON pointer that an address has as its fragment (RFC 6901, 6); nil where an escape is invalid.
  package static func pointer(ofFragment text: String) -> String? { SchemaAddress.unescaped(text) }

  /// The words that restrict nothing, in the order in which schemas are compiled.
  package var ineffectiveWords: [IneffectiveWord] { store.ineffectiveWords }

  /// The kind of document that the schema seems to be, where it restricts nothing; nil where it does, or says that it does not
  /// (`{}`, `true`).
  package var unrestricting: UnrestrictingSchema? { store.unrestricting }

  /// An error at the schema's beginning.
  package func error(_ sentence: String, remedy: String?) -> JSONSchemaError {
    store.documents[0].mistake(at: store.root, sentence, remedy: remedy).error
  }
}
