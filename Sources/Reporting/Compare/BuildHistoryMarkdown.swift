internal import Diagnostics
package import Verification

/// A history as Markdown: the verdict, what changed, and the table.
package enum BuildHistoryMarkdown {
  /// Longer tables are cut, and say so: a comment or a summary has no space for more.
  private static let mostRows = 200

  package static func text(_ history: BuildHistory, within: Int?) -> String {
    let sentences = HistorySentences(history)
    let sections = [
      verdict(history, sentences, within), list(sentences.changes), list(sentences.notes),
      table(HistoryRow.rows(history)),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func verdict(_ history: BuildHistory, _ sentences: HistorySentences, _ within: Int?) -> String {
    let exit = history.exit(within: within)
    let changes = history.series.reduce(0) { $0 + $1.changes.count }
    let recent = within.map { ", held to the last \(Plural.count($0, "build"))" } ?? ""
    return
      "**\(ComparisonOutcome(history, within: within).title)**: \(Plural.count(changes, "change")) over \(sentences.head)\(recent) "
      + "(exit code \(exit.rawValue))"
  }

  private static func list(_ sentences: [String]) -> String {
    sentences.prefix(mostRows).map { "- \(MarkdownText.plain($0.cut(to: 1000)))" }.joined(separator: "\n")
      + cut(sentences.count, "line")
  }

  private static func table(_ rows: [HistoryRow]) -> String {
    guard !rows.isEmpty else { return "" }
    let head =
      "| stage | metric | since | builds | first | last | changes | trend |\n|:--|:--|:--|--:|--:|--:|:--|:--|\n"
    let lines = rows.prefix(mostRows).map { row in
      let since = row.since.isEmpty ? "" : MarkdownText.code(row.since)
      let cells = [
        MarkdownText.code(row.stage), MarkdownText.code(row.metric), since, row.builds, row.first, row.last,
        row.changes, row.trend(limit: 30),
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }
    return head + lines.joined(separator: "\n") + cut(rows.count, "row")
  }

  private static func cut(_ count: Int, _ noun: String) -> String {
    count <= mostRows ? "" : "\n\n\(Plural.count(count - mostRows, "more \(noun)")) left out."
  }
}
