internal import Scenarios
package import Verification

/// `groups.csv`: one row for each consumer group whose lag was watched.
package enum GroupsCSV {
  package static func text(_ result: RunResult) -> String {
    let rows = (result.groups ?? []).map { GroupRow(result: result, group: $0) }
    return header + rows.map { row in CSVText.line(columns.map { $0.cell(row) }) }.joined()
  }

  /// With its line end.
  package static var header: String { CSVText.line(columns.map(\.name)) }

  /// The whole definition of the file. New columns come at the end.
  private static let columns: [ReportColumn<GroupRow>] =
    ReportColumn.origin + [
      .text("group") { $0.group.name },
      // As `stages.csv` has several templates in one cell.
      .text("topic") { $0.group.topics.joined(separator: "+") },
      .count("lag_max") { $0.group.lagMax },
      .count("lag_end") { $0.group.lagEnd },
      .seconds("caught_up_s") { $0.group.caughtUp },
      .number("samples") { $0.group.samples },
      .number("samples_failed") { $0.group.samplesFailed },
    ]
}

/// One row of `groups.csv`.
struct GroupRow: RunRow {
  let result: RunResult
  let group: GroupResult
}
