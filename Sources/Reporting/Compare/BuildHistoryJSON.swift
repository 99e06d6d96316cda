internal import FoundationEssentials
internal import Scenarios
package import Verification

/// A history as a document for programs: every series with its points and changes, in full precision, in the unit of the column.
package enum BuildHistoryJSON {
  package static func text(_ history: BuildHistory, within: Int?) -> String {
    let exit = history.exit(within: within)
    return PrettyJSON.document(
      Document(
        verdict: ComparisonOutcome(history, within: within).rawValue, exit: exit.rawValue, within: within,
        builds: history.builds,
        runs: history.runs, leftOut: history.leftOut, newer: history.newer, exactOnly: history.exactOnly,
        series: history.series.map(Series.init)),
      keys: .convertToSnakeCase)
  }

  private struct Document: Encodable {
    var schemaVersion = 1
    var verdict: String
    var exit: Int32
    var within: Int?
    /// In the order of their first start.
    var builds: [String]
    var runs: Int
    /// Rows of aborted or skipped stages.
    var leftOut: Int
    /// Rows that a newer program wrote.
    var newer: Int
    var exactOnly: Int
    var series: [Series]
  }

  private struct Series: Encodable {
    var scenario: String
    var stage: String
    var metric: String
    var unit: String
    var relativeTolerance: Double
    var absoluteTolerance: Double
    /// The reason why it begins that is not the stage's first.
    var begins: Begin?
    var points: [Point]
    var changes: [Change]

    init(_ series: HistorySeries) {
      scenario = series.scenario
      stage = series.stage
      metric = series.metric.name
      unit = series.metric.unit.word
      relativeTolerance = series.tolerance.relative
      absoluteTolerance = series.tolerance.absolute
      begins = series.brokenBy.map(Begin.init)
      points = series.points.map(Point.init)
      changes = series.changes.map { Change($0, in: series) }
    }
  }

  private struct Begin: Encodable {
    var name: String
    var from: String
    var to: String

    init(_ reason: HistorySeries.Break) {
      switch reason {
      case .scenario(let from, let to): (name, self.from, self.to) = ("scenario_sha256", from, to)
      case .broker(let from, let to): (name, self.from, self.to) = ("broker", from, to)
      }
    }
  }

  private struct Point: Encodable {
    var build: String
    var startedAt: String?
    var value: Double
    var runs: Int

    init(_ point: HistorySeries.Point) {
      build = point.build
      startedAt = point.startedAt.map { Timestamp(milliseconds: $0).rfc3339 }
      value = point.value
      runs = point.runs
    }
  }

  private struct Change: Encodable {
    /// The first build after it.
    var build: String
    var index: Int
    var direction: String
    var before: Double
    var after: Double
    var p: Double
    var buildsSince: Int

    init(_ change: HistorySeries.Change, in series: HistorySeries) {
      build = series.points[change.index].build
      index = change.index
      direction = change.direction.word
      (before, after, p) = (change.before, change.after, change.p)
      buildsSince = change.buildsSince
    }
  }
}
