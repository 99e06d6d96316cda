package import Verification

/// `stages.csv`: one row per stage and one, `*`, for the whole run. Always the same columns.
package enum StagesCSV {
  package static func text(_ result: RunResult) -> String {
    let rows = result.stages.map { StageRow($0, of: result) } + [StageRow(wholeOf: result)]
    return header + rows.map { row in CSVText.line(columns.map { $0.cell(row) }) }.joined()
  }

  /// With its line end; a file is appended to only where it begins with this.
  package static var header: String { CSVText.line(columns.map(\.name)) }

  /// The whole definition of the file. New columns come at the end.
  private static let columns: [StageColumn] =
    identity + provenance + settings + sending + latencies + reading + judgement
}
