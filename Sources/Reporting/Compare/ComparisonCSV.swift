internal import Scenarios
package import Verification

/// A comparison as a table for programs: a row for each metric of each stage of each new side, and one for a stage that was not
/// compared. Always the same columns; an empty cell is what is not there.
package enum ComparisonCSV {
  package static func text(_ comparisons: [Comparison]) -> String {
    CSVText.line(columns.map(\.name))
      + comparisons.flatMap(rows).map { row in CSVText.line(columns.map { $0.cell(row) }) }.joined()
  }

  private struct Row: Sendable {
    var comparison: Comparison
    var stage: StageComparison
    var finding: Finding?
  }

  private struct Column: Sendable {
    var name: String
    var cell: @Sendable (Row) -> String
  }

  private static func rows(_ comparison: Comparison) -> [Row] {
    comparison.stages.flatMap { stage in
      (stage.findings.isEmpty ? [nil] : stage.findings.map(Optional.some)).map {
        Row(comparison: comparison, stage: stage, finding: $0)
      }
    }
  }

  private static let columns: [Column] = [
    text("base") { $0.comparison.base.name },
    text("new") { $0.comparison.new.name },
    text("base_build") { builds($0.comparison.base) },
    text("new_build") { builds($0.comparison.new) },
    text("scenario") { $0.stage.scenario },
    text("stage") { $0.stage.stage },
    text("status") { $0.stage.status.word },
    text("metric") { $0.finding?.metric.name },
    text("unit") { $0.finding?.metric.unit.word },
    text("gates") { row in row.finding.map { $0.gates ? "1" : "0" } },
    text("verdict") { row in row.finding.map { FindingWord($0).rawValue } },
    text("base_runs") { row in row.finding.map { String($0.base.count) } },
    text("new_runs") { row in row.finding.map { String($0.new.count) } },
    number("base_median") { $0.base.median },
    number("new_median") { $0.new.median },
    // One message that is lost in one run of five moves no median.
    number("base_max") { $0.base.values.max() },
    number("new_max") { $0.new.values.max() },
    number("difference") { $0.difference },
    number("relative", places: 6) { $0.relative },
    number("tolerance") { $0.tolerance },
    number("p", places: 9) { $0.p },
    text("method") { $0.finding?.method.word },
  ]

  /// As `stages.csv` has several templates in one cell.
  private static func builds(_ side: Comparison.Side) -> String { side.builds.joined(separator: "+") }

  private static func text(_ name: String, _ cell: @escaping @Sendable (Row) -> String?) -> Column {
    Column(name: name) { CSVText.words(cell($0) ?? "") }
  }

  /// With the decimals of the metric's unit unless it is of another.
  private static func number(_ name: String, places: Int? = nil, _ value: @escaping @Sendable (Finding) -> Double?)
    -> Column
  {
    Column(name: name) { row in
      guard let finding = row.finding, let value = value(finding) else { return "" }
      return FixedPoint.text(value, places: places ?? finding.metric.unit.places) ?? ""
    }
  }
}
