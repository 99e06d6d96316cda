package import Payloads

/// The requirement that each value of a template must meet before it is sent, where the template's text alone does not
/// ensure it.
package enum ValueRequirement: Sendable, Equatable {
  /// No check: the format holds whatever the placeholders yield, or there is none.
  case none
  /// Well-formed: the text has raw placeholders.
  case json, xml
  /// Valid by a schema, and so well-formed.
  case schema(ValueSchema)

  package var schema: ValueSchema? { if case .schema(let schema) = self { schema } else { nil } }
}

/// A JSON Schema or an XSD, compiled. Threads share it.
package struct ValueSchema: Sendable, Equatable {
  /// A file of the schema.
  package struct File: Sendable, Equatable {
    package var path: String
    /// The bytes without a byte order mark.
    package var bytes: [UInt8]

    package init(
      path: String, bytes: [UInt8]
    ) {
      self.path = path
      self.bytes = bytes
    }
  }

  package enum Compiled: Sendable {
    case json(JSONSchema)
    case xml(XMLSchema)
  }

  /// The file that the template names, then the files that it includes, in the order in which they are read.
  package let files: [File]
  let compiled: Compiled

  package init(_ compiled: Compiled, files: [File]) {
    self.compiled = compiled
    self.files = files
  }

  /// The path as the scenario names it, relative to the working directory.
  package var path: String { files.first?.path ?? "" }

  package static func == (left: Self, right: Self) -> Bool { left.files == right.files }
}
