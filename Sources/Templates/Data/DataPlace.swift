package import Diagnostics

/// A place in a data file, in bytes behind a byte order mark; `line` counts from 1.
package struct DataPlace: Sendable, Equatable {
  package var line: Int
  /// Where the line begins.
  package var lineStart: Int
  package var range: Range<Int>
}

/// What is wrong in a data file, and where.
package struct DataFault: Error {
  /// Nil where it is the file as a whole.
  package var place: DataPlace?
  package var reason: String
  package var remedy: String?
  package var code = Code.data

  package init(_ reason: String, at place: DataPlace? = nil, remedy: String? = nil, code: Code = .data) {
    self.reason = reason
    self.place = place
    self.remedy = remedy
    self.code = code
  }
}

/// The names behind `data`: a column, or fields of objects within one another.
package struct DataPath: Sendable, Hashable {
  package var names: [String]

  package init(_ names: [String]) { self.names = names }

  /// With dots between.
  package var spelled: String { names.joined(separator: ".") }

  /// As a template has it: `data.a["b-c"]`.
  package var written: String {
    names.reduce("data") { text, name in
      let isPlain = !name.isEmpty && name.unicodeScalars.allSatisfy(Identifier.isPart)
      return text + (isPlain ? ".\(name)" : "[\(Self.quoted(name))]")
    }
  }

  private static func quoted(_ name: String) -> String {
    let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      .replacing("\r", with: "\\r").replacing("\t", with: "\\t")
    return "\"\(escaped)\""
  }
}

/// In which order a template's messages take the rows of their data.
package enum DataOrder: String, Sendable, Codable {
  case inOrder = "in-order"
  case shuffled
  case once
}
