internal import Diagnostics
package import Verification

/// A comparison on standard output: for a person, and its last line for grep.
package enum ComparisonText {
  private static let width = 120

  /// One block for each comparison, and one last line over all. Metrics that did not move are counted, and shown where `showsAll`.
  package static func text(_ comparisons: [Comparison], showsAll: Bool) -> String {
    [tables(comparisons, showsAll: showsAll), resultLine(comparisons)].filter { !$0.isEmpty }.joined(separator: "\n\n")
      + "\n"
  }

  /// The same without the last line, and without a line end.
  package static func tables(_ comparisons: [Comparison], showsAll: Bool) -> String {
    comparisons.map { block($0, showsAll: showsAll) }.joined(separator: "\n\n")
  }

  private static func block(_ comparison: Comparison, showsAll: Bool) -> String {
    let rows = FindingRows(comparison)
    let gating = rows.notable + (showsAll ? rows.unchanged : [])
    let others = rows.shownOnly + (showsAll ? rows.others : [])
    let sections = [
      head(comparison), wrapped(ComparisonNotes.obstacles(comparison)), table(gating),
      others.isEmpty ? "" : "shown only; these fail nothing:\n" + table(others),
      wrapped(ComparisonNotes.absences(comparison)),
      showsAll ? "" : rows.rest.map { "\($0) (--all shows them)" } ?? "",
      wrapped(ComparisonNotes.advice(comparison)),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func head(_ comparison: Comparison) -> String {
    let head = ComparisonHead(comparison)
    let rows = head.sides + head.differences
    return TextTable(columns: [
      TextTable.Column(title: "", cells: rows.map { $0.name.visible }, isWords: true),
      TextTable.Column(title: "base", cells: rows.map { $0.base.visible.cut(to: 56) }, isWords: true),
      TextTable.Column(title: "new", cells: rows.map { $0.new.visible.cut(to: 56) }, isWords: true),
    ]).text(width: width)
  }

  /// Empty without rows.
  private static func table(_ rows: [FindingRow]) -> String {
    guard !rows.isEmpty else { return "" }
    return TextTable(columns: [
      TextTable.Column(title: "stage", cells: rows.map { $0.stage.visible.cut(to: 40) }, isWords: true),
      TextTable.Column(title: "metric", cells: rows.map(\.metric), isWords: true),
      TextTable.Column(title: "base", cells: rows.map(\.base)),
      TextTable.Column(title: "new", cells: rows.map(\.new)),
      TextTable.Column(title: "change", cells: rows.map(\.change)),
      TextTable.Column(title: "p", cells: rows.map(\.p)),
      TextTable.Column(title: "runs", cells: rows.map(\.runs)),
      TextTable.Column(title: "verdict", cells: rows.map(\.word.shown), isWords: true),
    ]).text(width: width)
  }

  private static func wrapped(_ sentences: [String]) -> String {
    sentences.flatMap { sentence in
      sentence.visible.wrapped(at: width - 2).enumerated().map { $0.offset == 0 ? $0.element : "  \($0.element)" }
    }.joined(separator: "\n")
  }
}
