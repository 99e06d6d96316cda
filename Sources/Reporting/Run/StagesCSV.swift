package import Verification

/// `stages.csv`: one row per stage and one, `*`, for the whole run. Always the same columns.
package enum StagesCSV {
  package static func text(_ result: RunResult) -> String { header + rows(result) }

  /// Without the header, to be appended to a file.
  static func rows(_ result: RunResult) -> String {
    let rows = result.stages.map { StageRow($0, of: result) } + [StageRow(wholeOf: result)]
    return rows.map { row in CSVText.line(columns.map { $0.cell(row) }) }.joined()
  }

  /// With its line end.
  package static var header: String { CSVText.line(names) }

  static var names: [String] { columns.map(\.name) }

  /// The whole definition of the file. New columns come at the end.
  private static let columns: [StageColumn] =
    identity + StageColumn.provenance + settings + sending + latencies + reading + judgement + posting
}
