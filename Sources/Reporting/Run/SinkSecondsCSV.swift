internal import Scenarios
package import Verification

/// `sinks-timeseries.csv`: one row for each second of each sink and of each group, from the run's start.
package enum SinkSecondsCSV {
  package static func text(_ result: RunResult) -> String {
    let sinks = (result.sinks ?? []).flatMap { sink in
      (0..<max(sink.series.found.count, sink.series.duplicated.count)).map {
        PlaceSecond(result: result, place: .sink(sink), second: $0)
      }
    }
    let groups = (result.groups ?? []).flatMap { group in
      group.series.indices.map { PlaceSecond(result: result, place: .group(group), second: $0) }
    }
    return header + (sinks + groups).map { row in CSVText.line(columns.map { $0.cell(row) }) }.joined()
  }

  /// With its line end.
  package static var header: String { CSVText.line(columns.map(\.name)) }

  /// The whole definition of the file. New columns come at the end.
  private static let columns: [ReportColumn<PlaceSecond>] =
    ReportColumn.run + [
      .text("sink") { $0.sink?.name },
      .text("group") { $0.group?.name },
      .number("second") { $0.second },
      .count("found") { row in row.sink.map { $0.series.found.value(at: row.second) } },
      .count("duplicated") { row in row.sink.map { $0.series.duplicated.value(at: row.second) } },
      .count("lag") { row in row.group.flatMap { $0.series[row.second] } },
    ]
}

/// One row of `sinks-timeseries.csv`.
struct PlaceSecond: RunRow {
  enum Place {
    case sink(SinkResult)
    case group(GroupResult)
  }

  let result: RunResult
  let place: Place
  let second: Int

  var sink: SinkResult? { if case .sink(let sink) = place { sink } else { nil } }
  var group: GroupResult? { if case .group(let group) = place { group } else { nil } }
}

extension [UInt64] {
  /// 0 behind the end.
  fileprivate func value(at index: Int) -> UInt64 { indices.contains(index) ? self[index] : 0 }
}
