internal import Scenarios
package import Verification

/// `timeseries.csv`: one row per stage and second. Always the same columns.
package enum TimeSeriesCSV {
  package static func text(_ result: RunResult) -> String {
    let rows = result.stages.filter(\.ran).flatMap { stage in
      (stage.series ?? StageSeries()).intervals.indices.map { SecondRow(stage: stage, index: $0, of: result) }
    }
    return header + rows.map { row in CSVText.line(columns.map { $0.cell(row) }) }.joined()
  }

  /// With its line end.
  package static var header: String { CSVText.line(columns.map(\.name)) }

  /// The whole definition of the file. New columns come at the end.
  private static let columns: [SecondColumn] = identity + counts + gauges + latencies + client
}

/// One row of `timeseries.csv`.
struct SecondRow: RunRow {
  let stage: StageResult
  let index: Int
  let result: RunResult
  let series: StageSeries
  let interval: StageSeries.Interval

  init(stage: StageResult, index: Int, of result: RunResult) {
    self.stage = stage
    self.index = index
    self.result = result
    series = stage.series ?? StageSeries()
    interval = series.intervals[index]
  }

  /// Nil where the topic was not read back.
  var read: StageSeries.Interval? { stage.read == nil ? nil : interval }
  var start: Nanoseconds { StageSeries.length * Int64(index) }
  var length: Nanoseconds { series.length(of: index) }
}
