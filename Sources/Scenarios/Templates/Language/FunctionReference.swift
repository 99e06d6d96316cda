/// The functions as a table in Markdown, for the page of the language.
package enum FunctionReference {
  /// One row for each function: how it is called with its defaults, what it yields, and what that is.
  package static var table: String {
    let head = ["| function | yields | |", "|---|---|---|"]
    let rows = FunctionTable.rows.map { row in
      "| `\(signature(row))` | \(kind(row)) | \(row.summary) |"
    }
    return (head + rows).joined(separator: "\n") + "\n"
  }

  private static func signature(_ row: FunctionRow) -> String {
    let parameters = row.parameters.map { parameter in
      parameter.name + (parameter.fallback.map { "=\($0.written)" } ?? "")
    }
    return "\(row.name.rawValue)(\(parameters.joined(separator: ", ")))"
  }

  private static func kind(_ row: FunctionRow) -> String {
    switch row.yield {
    case .element: "its elements' kind"
    case .always(let kind): kind.description
    }
  }
}
