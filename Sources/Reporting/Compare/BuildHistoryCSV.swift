internal import Scenarios
package import Verification

/// A history as a table for programs: a row for each build of each series. Always the same columns; the last ones are empty
/// unless the metric changed with the build.
package enum BuildHistoryCSV {
  package static func text(_ history: BuildHistory) -> String {
    CSVText.line(columns) + history.series.enumerated().flatMap(rows).joined()
  }

  private static let columns = [
    "scenario", "stage", "metric", "unit", "series", "build", "started_at", "runs", "value", "change", "before",
    "after",
    "p",
  ]

  /// `number` distinguishes the series of one metric.
  private static func rows(_ number: Int, _ series: HistorySeries) -> [String] {
    let places = series.metric.unit.places
    let changes = Dictionary(series.changes.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
    return series.points.enumerated().map { index, point in
      let change = changes[index]
      return CSVText.line([
        CSVText.words(series.scenario), CSVText.words(series.stage), series.metric.name, series.metric.unit.word,
        String(number + 1), CSVText.words(point.build),
        point.startedAt.map { Timestamp(milliseconds: $0).rfc3339 } ?? "", String(point.runs),
        FixedPoint.text(point.value, places: places) ?? "", change?.direction.word ?? "",
        change.flatMap { FixedPoint.text($0.before, places: places) } ?? "",
        change.flatMap { FixedPoint.text($0.after, places: places) } ?? "",
        change.flatMap { FixedPoint.text($0.p, places: 9) } ?? "",
      ])
    }
  }
}
