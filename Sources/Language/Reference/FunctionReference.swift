internal import Diagnostics
internal import Templates

/// The functions as a table in Markdown, for the page about templates.
package enum FunctionReference {
  package static let beginning =
    "<!-- made by `rehearse schema functions`: edit Sources/Templates/Functions instead -->"
  package static let end = "<!-- the end of what is made -->"

  /// The table, with both lines and a line end.
  package static var text: String { "\(beginning)\n\n\(table)\n\n\(end)\n" }

  /// One row for each function: how it is called with its defaults, what it yields, what that is, and what a call gives.
  private static var table: String {
    ReferenceText.table(
      ["function", "yields", "", "such as"],
      FunctionTable.rows.map { row in [ReferenceText.code(signature(row)), kind(row), row.summary, sample(row)] })
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

  /// The result of the row's sample, with the call where that has arguments.
  private static func sample(_ row: FunctionRow) -> String {
    let result = rendered("{{\(row.sample)}}")
    let shown =
      row.yield.isBytes
      ? result.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
      : String(decoding: result, as: UTF8.self).replacing("\n", with: "\\n")
    let cut = shown.count > longest ? shown.prefix(longest) + "…" : shown[...]
    let call = row.sample.hasSuffix("()") ? "" : "\(ReferenceText.code(row.sample)): "
    return call + ReferenceText.code(String(cut))
  }

  private static let longest = 60

  /// A template's text as the first message of a stage in a run that started on 2000-01-01.
  private static func rendered(_ text: String) -> [UInt8] {
    let start = SourcePosition(line: 1, column: 1)
    let pieces = ParsedTemplate(text).pieces { _ in "" }
    let template = Template(
      name: "sample", format: .bytes, value: TemplateText(pieces: pieces, range: SourceRange(start: start, end: start)))
    var renderer = StageRenderer(
      [template], weights: [1],
      RenderContext(seed: 42, stageName: "sample", runID: "0000000000000", startedAt: 946_684_800_000))
    renderer.render(0, due: 0)
    return Array(renderer.value)
  }
}

extension FunctionRow.Yield {
  fileprivate var isBytes: Bool { if case .always(.bytes) = self { true } else { false } }
}
