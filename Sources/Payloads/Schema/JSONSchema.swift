/// A schema, compiled: draft 7 and 2020-12, the latter unless `$schema` says otherwise. Never changes, so threads may share
/// it; each validates by a `JSONSchemaValidator` of its own.
///
/// Every keyword that restricts a value is enforced, `format` among them. A word that is not known is an annotation, as the
/// specification has it; one that another draft enforces, and a format that is not enforced here, is refused.
package struct JSONSchema: Sendable {
  let store: SchemaStore

  /// - Parameters:
  ///   - text: the schema.
  ///   - path: the file it comes from: what `$ref` is relative to, and what mistakes name.
  ///   - read: a file that the schema refers to, as a path relative to the same folder as `path`, or nil where there is
  ///     none. Asked once for each. It is also asked for an address with a scheme (`https://…`) that is not in the files
  ///     read so far: who has only files answers nil.
  /// - Throws: what is wrong with the schema, and where.
  package init(_ text: [UInt8], path: String, read: (String) -> [UInt8]?) throws(JSONSchemaMistake) {
    let made: Result<SchemaStore, JSONSchemaMistake> = withoutActuallyEscaping(read) { read in
      do throws(JSONSchemaMistake) {
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
  /// In the order in which its schemas were met.
  package var idleWords: [IdleWord] { store.idleWords }

  /// Where a word of this schema stands, as a mistake that says `sentence` of it.
  package func mistake(at word: IdleWord, _ sentence: String) -> JSONSchemaMistake {
    store.documents[word.document].mistake(at: word.place, sentence)
  }
}
