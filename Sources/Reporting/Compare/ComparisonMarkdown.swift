internal import Diagnostics
package import Verification

/// A comparison as the comment of a pull request: the verdict, what moved, and the rest folded away.
package enum ComparisonMarkdown {
  /// The length in characters; build servers take little more.
  static let longest = 65_000

  /// The tables of a long one are cut, and say so.
  package static func text(_ comparisons: [Comparison]) -> String {
    let parts = comparisons.map(Parts.init)
    let limits: [(rows: Int?, blocks: Int)] = [(.max, .max), (200, 50), (50, 20), (20, 20), (5, 10), (0, 10)]
    let texts = limits.lazy.map { text(parts, rows: $0.rows, blocks: $0.blocks) }
    return texts.first { $0.unicodeScalars.count <= longest } ?? text(parts, rows: nil, blocks: 10)
  }

  /// The parts of one comparison, found once.
  private struct Parts {
    let comparison: Comparison
    let rows: FindingRows
    let obstacles: [String]

    init(_ comparison: Comparison) {
      self.comparison = comparison
      rows = FindingRows(comparison)
      obstacles = ComparisonNotes.obstacles(comparison)
    }
  }

  /// Without `rows` the verdicts alone.
  private static func text(_ parts: [Parts], rows: Int?, blocks: Int) -> String {
    let comparisons = parts.map(\.comparison)
    let shown = parts.prefix(blocks)
    let hidden = parts.count - shown.count
    let sections =
      [marker(comparisons)] + (comparisons.count > 1 ? [overall(comparisons)] : [])
      + shown.map { part in rows.map { block(part, rows: $0) } ?? verdict(part.comparison) }
      + (rows == nil ? ["Everything else is left out, because a comment has no space for it."] : [])
      + (hidden > 0 ? ["\(Plural.count(hidden, "more build")) left out, because a comment has no space for more."] : [])
    return sections.joined(separator: "\n\n") + "\n"
  }

  /// By the scenarios alone: a build server finds the comment of an earlier comparison by it, and replaces that.
  private static func marker(_ comparisons: [Comparison]) -> String {
    let scenarios = Set(comparisons.flatMap { $0.stages.map(\.scenario) }).sorted().joined(separator: ", ")
    return "<!-- rehearse compare \(MarkdownText.comment(scenarios).cut(to: 1000)) -->"
  }

  private static func overall(_ comparisons: [Comparison]) -> String {
    let exit = Comparison.exit(of: comparisons)
    let regressed = comparisons.count { $0.exit == .regressed }
    return
      "**\(ComparisonOutcome(comparisons).title)**: \(comparisons.count) builds, \(regressed) regressed (exit code \(exit.rawValue))"
  }

  private static func block(_ parts: Parts, rows limit: Int) -> String {
    let (comparison, rows) = (parts.comparison, parts.rows)
    let sections = [
      verdict(comparison), list(parts.obstacles, limit: limit), table(rows.notable, limit: limit),
      list(ComparisonNotes.advice(comparison), limit: limit),
      folded(
        "\(Plural.count(rows.shownOnly.count, "metric")) moved that \(Plural.form(rows.shownOnly.count, "fails", "fail")) nothing",
        rows.shownOnly, limit: limit),
      folded(rows.rest ?? "", rows.unchanged + rows.others, limit: limit),
      list(ComparisonNotes.absences(comparison), limit: limit), footer(comparison, limit: limit),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func verdict(_ comparison: Comparison) -> String {
    let outcome = ComparisonOutcome([comparison])
    let counts = ComparisonCounts([comparison])
    let sides = "\(builds(comparison.new)) against \(builds(comparison.base))"
    let stages = counts.stages == 0 ? "" : " in \(Plural.count(counts.stages, "stage"))"
    return "**\(outcome.title)**: \(sides): \(counts.text)\(stages) (exit code \(comparison.exit.rawValue))"
  }

  private static func builds(_ side: Comparison.Side) -> String {
    side.builds.isEmpty ? MarkdownText.code(side.name) : MarkdownText.code(ComparisonHead.list(side.builds, "build"))
  }

  /// Where the rows are from, and in which facts the sides differ.
  private static func footer(_ comparison: Comparison, limit: Int) -> String {
    let head = ComparisonHead(comparison)
    let rows = head.sides + head.differences.prefix(max(limit, 20))
    let lines = rows.map { row in
      let cells = [row.base, row.new].map { $0.isEmpty || !row.isOfOthers ? $0 : MarkdownText.code($0) }
      return "| \(MarkdownText.plain(row.name)) | \(cells[0]) | \(cells[1]) |\n"
    }
    return "| | base | new |\n|:--|:--|:--|\n" + lines.joined().dropLast()
  }

  /// Empty without rows.
  private static func table(_ rows: [FindingRow], limit: Int) -> String {
    guard !rows.isEmpty else { return "" }
    let head = "| stage | metric | base | new | change | p | runs | verdict |\n|:--|:--|--:|--:|--:|--:|--:|:--|\n"
    let lines = rows.prefix(limit).map { row in
      let word = row.word == .regressed ? "**\(row.word.shown)**" : row.word.shown
      let cells = [
        MarkdownText.code(row.stage), MarkdownText.code(row.metric), row.base, row.new, row.change, row.p, row.runs,
        word,
      ]
      // No other sign of these cells is markup.
      return "| "
        + cells.enumerated().map { $0.offset < 2 ? $0.element : $0.element.replacing("<", with: "&lt;") }
        .joined(separator: " | ") + " |\n"
    }
    return (limit > 0 ? String((head + lines.joined()).dropLast()) : "") + cut(rows.count - lines.count, "row")
  }

  private static func folded(_ summary: String, _ rows: [FindingRow], limit: Int) -> String {
    rows.isEmpty
      ? "" : "<details>\n<summary>\(summary)</summary>\n\n\(table(rows, limit: limit))\n\n</details>"
  }

  private static func list(_ sentences: [String], limit: Int) -> String {
    let shown = sentences.prefix(max(limit, 5))
    return shown.map { "- \(MarkdownText.plain($0.cut(to: 1000)))" }.joined(separator: "\n")
      + cut(sentences.count - shown.count, "line")
  }

  private static func cut(_ count: Int, _ noun: String) -> String {
    count == 0 ? "" : "\n\n\(Plural.count(count, "more \(noun)")) left out, because a comment has no space for more."
  }
}

extension ComparisonOutcome {
  var title: String {
    switch self {
    case .passed: "Passed"
    case .regressed: "Regressed"
    case .incomparable: "Not comparable"
    }
  }
}
