/// A compiled schema of draft 7 or 2020-12, the latter unless `$schema` says otherwise. Never changes, so threads may share
/// it; each validates by its own `JSONSchemaValidator`.
///
/// Every keyword that restricts a value is enforced, `format` among them. An unknown word is an annotation, by the
/// specification; a keyword of another draft, and a format that is not supported, is refused.
package struct JSONSchema: Sendable {
  let store: SchemaStore

  /// - Parameters:
  ///   - text: the schema.
  ///   - path: the schema's file, to which `$ref` is relative and which errors name.
  ///   - read: returns a file that the schema refers to, by a path relative to the same folder as `path`, or nil where it
  ///     does not exist. Called once for each. It is also called for an address with a scheme (`https://…`) that is not in
  ///     the files read so far, for which a reader of files returns nil.
  /// - Throws: the first error in the schema, and its position.
  package init(_ text: [UInt8], path: String, read: (String) -> [UInt8]?) throws(JSONSchemaError) {
    let made: Result<SchemaStore, JSONSchemaError> = withoutActuallyEscaping(read) { read in
      do throws(JSONSchemaError) {
        var compiler = SchemaCompiler(try SchemaLibrary(text, path: path, read: read))
        return .success(try compiler.compile())
      } catch {
        return .failure(error)
      }
    }
    store = try made.get()
  }
}

extension JSONSchema {
  /// The words that restrict nothing, in the order in which schemas are compiled.
  package var ineffectiveWords: [IneffectiveWord] { store.ineffectiveWords }

  /// An error at the position of a word.
  package func error(at word: IneffectiveWord, _ sentence: String) -> JSONSchemaError {
    store.documents[word.document].error(at: word.place, sentence)
  }
}
