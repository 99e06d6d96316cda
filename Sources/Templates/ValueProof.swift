package import Payloads

/// What a template's values are looked at for, each before it is sent, because its text alone does not tell.
package enum ValueProof: Sendable, Equatable {
  /// Nothing: of its format whatever its placeholders yield, or of none.
  case none
  /// Well-formed, as something in it is written as it is.
  case json, xml
  /// What its schema allows, and so well-formed.
  case schema(ValueSchema)

  package var schema: ValueSchema? { if case .schema(let schema) = self { schema } else { nil } }
}

/// A JSON Schema or an XSD, compiled. Threads share it.
package struct ValueSchema: Sendable, Equatable {
  /// A file of the schema.
  package struct File: Sendable, Equatable {
    package var path: String
    /// Without a byte order mark.
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

  /// The first is the one that the template names; the others are those it includes, in the order in which they are read.
  package let files: [File]
  let compiled: Compiled

  package init(_ compiled: Compiled, files: [File]) {
    self.compiled = compiled
    self.files = files
  }

  /// As the scenario names it, relative to the working directory.
  package var path: String { files.first?.path ?? "" }

  package static func == (left: Self, right: Self) -> Bool { left.files == right.files }
}
