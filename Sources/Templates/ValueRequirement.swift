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
  /// The part of the first file that is the schema, as the fragment of an address (`/components/schemas/Order`); empty for
  /// the whole.
  package let part: String
  let compiled: Compiled

  package init(_ compiled: Compiled, files: [File], part: String = "") {
    self.compiled = compiled
    self.files = files
    self.part = part
  }

  /// The path and part as the scenario names them, relative to the working directory.
  package var path: String { (files.first?.path ?? "") + (part.isEmpty ? "" : "#" + part) }

  package static func == (left: Self, right: Self) -> Bool { left.files == right.files && left.part == right.part }
}
