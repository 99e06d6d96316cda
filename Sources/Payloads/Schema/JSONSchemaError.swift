/// An error in a schema.
package struct JSONSchemaError: Error, Hashable, Sendable, CustomStringConvertible {
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
  /// The paths at which a file was looked for in vain.
  package var unread: [String] = []
  /// A name that a reference goes through and that is not there.
  package var missing: MissingName?

  /// The names and indices that lead from the root of the file to the value.
  package var steps: [String] { JSONTape.steps(pointer) }

  package var description: String {
    let subject = pointer.isEmpty ? "the schema" : pointer
    return "\(path):\(line):\(column): \(subject): \(sentence)" + (remedy.map { ": \($0)" } ?? "")
  }
}

/// A name that an object does not have, and those that it has.
package struct MissingName: Hashable, Sendable {
  package let name: String
  package let names: [String]
}

/// The reason why a schema cannot be used.
package enum JSONSchemaFailure: Error, Sendable {
  /// The file has no value at the pointer: a name is missing at `reached`.
  case noPart(reached: String, MissingName)
  /// The errors, in the order of the files and of their lines, and how many more there are; and words that have no effect.
  case errors([JSONSchemaError], more: Int, ineffectiveWords: [IneffectiveWord])

  /// The most errors that are listed.
  static let most = 20
}

/// A mistake in a schema. Its line is looked up when it is listed.
struct SchemaMistake: Error {
  let document: SchemaDocument
  let place: Int
  let sentence: String
  let remedy: String?
  /// The paths at which a file was looked for in vain.
  var unread: [String] = []
  /// A name that a reference goes through and that is not there.
  var missing: MissingName?

  var error: JSONSchemaError {
    let pointer = document.tape.pointer(to: place)
    let position = JSONLocator.position(of: pointer, in: document.text)
    return JSONSchemaError(
      path: document.path, pointer: pointer, line: position.line, column: position.column, sentence: sentence,
      remedy: remedy, unread: unread, missing: missing)
  }
}
