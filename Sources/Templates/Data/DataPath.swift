/// The names after `data`: a column, or the path of a field in nested objects.
package struct DataPath: Sendable, Hashable {
  package var names: [String]

  package init(_ names: [String]) { self.names = names }

  /// The names joined by dots.
  package var spelled: String { names.joined(separator: ".") }

  /// The path as written in a template: `data.a["b-c"]`.
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

/// The order in which a template's messages take the rows of their data.
package enum DataOrder: String, Sendable, Codable {
  case inOrder = "in-order"
  case shuffled
  case once
}
