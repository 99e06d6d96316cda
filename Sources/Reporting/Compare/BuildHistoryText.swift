internal import Diagnostics
package import Verification

/// A history on standard output: for a person, and its last line for grep.
package enum BuildHistoryText {
  private static let width = 120

  /// The table, what changed, and one last line. `within` is the number of builds in which a change fails.
  package static func text(_ history: BuildHistory, within: Int?) -> String {
    let sentences = HistorySentences(history)
    let sections = [
      sentences.head, table(HistoryRow.rows(history)),
      // One line each, however long: for grep.
      sentences.changes.map(\.visible).joined(separator: "\n"), wrapped(sentences.notes.map { "note: \($0)" }),
      resultLine(history, within: within),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// The last line of `rehearse history`, for grep: the changes, by what they mean, of all series.
  ///
  ///     result: REGRESSED worse=1 better=0 moved=0 series=24 builds=32 within=5 exit=13
  package static func resultLine(_ history: BuildHistory, within: Int?) -> String {
    let changes = history.series.flatMap(\.changes)
    let exit = history.exit(within: within)
    let directions: [Finding.Direction] = [.worse, .better, .neither]
    let fields: [String?] =
      ["result: \(ComparisonOutcome(history, within: within).rawValue.uppercased())"]
      + directions.map { direction in "\(direction.word)=\(changes.count { $0.direction == direction })" }
      + [
        "series=\(history.series.count)", "builds=\(history.builds.count)", within.map { "within=\($0)" },
        "exit=\(exit.rawValue)",
      ]
    return fields.compactMap { $0 }.joined(separator: " ")
  }

  private static func table(_ rows: [HistoryRow]) -> String {
    guard !rows.isEmpty else { return "" }
    let columns = [
      TextTable.Column(title: "stage", cells: rows.map { $0.stage.visible.cut(to: 40) }, isWords: true),
      TextTable.Column(title: "metric", cells: rows.map(\.metric), isWords: true),
      TextTable.Column(title: "since", cells: rows.map { $0.since.visible.cut(to: 16) }, isWords: true),
      TextTable.Column(title: "builds", cells: rows.map(\.builds)),
      TextTable.Column(title: "first", cells: rows.map(\.first)),
      TextTable.Column(title: "last", cells: rows.map(\.last)),
      TextTable.Column(title: "changes", cells: rows.map(\.changes), isWords: true),
    ]
    // What is left of the line; a short one below each other rather than a table of its own.
    let used = TextTable(columns: columns).text(width: .max).split(separator: "\n").map(\.count).max() ?? 0
    let trends = rows.map { $0.trend(limit: max(width - used - 2, 10)) }
    return TextTable(columns: columns + [TextTable.Column(title: "trend", cells: trends, isWords: true)])
      .text(width: max(width, used + 12))
  }

  private static func wrapped(_ sentences: [String]) -> String {
    sentences.flatMap { sentence in
      sentence.visible.wrapped(at: width - 2).enumerated().map { $0.offset == 0 ? $0.element : "  \($0.element)" }
    }.joined(separator: "\n")
  }
}
