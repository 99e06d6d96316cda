internal import Diagnostics
internal import Scenarios
internal import Verification

/// A series as the cells of a table, the same on a terminal and in Markdown; foreign texts as they are.
struct HistoryRow {
  /// No more is seen at a glance.
  static let longestTrend = 60

  let series: HistorySeries
  private let isOfSeveralScenarios: Bool

  /// All but quiet ones.
  static func rows(_ history: BuildHistory) -> [HistoryRow] {
    let several = history.series.contains { $0.scenario != history.series.first?.scenario }
    let isQuietShown = quiet(history).isEmpty
    return history.series.filter { isQuietShown || !isQuiet($0) }.map {
      HistoryRow(series: $0, isOfSeveralScenarios: several)
    }
  }

  /// Series of counts that should be 0, and always were. Empty where there is nothing else.
  static func quiet(_ history: BuildHistory) -> [HistorySeries] {
    let quiet = history.series.filter(isQuiet)
    return quiet.count < history.series.count ? quiet : []
  }

  private static func isQuiet(_ series: HistorySeries) -> Bool {
    series.metric.gate == .exact && series.points.allSatisfy { $0.value == 0 }
  }

  var stage: String {
    let name = series.stage == StageRecord.wholeRun ? "whole run" : series.stage
    return isOfSeveralScenarios ? "\(series.scenario)/\(name)" : name
  }
  var metric: String { series.metric.name }
  var builds: String { HumanNumber.grouped(UInt64(series.points.count)) }
  /// The first build of a series that begins anew.
  var since: String {
    series.brokenBy == nil ? "" : series.points.first.map { HistorySentences.shortBuild($0.build) } ?? ""
  }
  var first: String { numbers?.base ?? "" }
  var last: String { numbers?.new ?? "" }

  /// `worse`, `better, worse`: the last two changes.
  var changes: String {
    let words = series.changes.map(\.direction.word)
    return (words.count > 2 ? ["…"] : []).joined() + words.suffix(2).joined(separator: ", ")
  }

  func trend(limit: Int) -> String {
    let values = series.points.map(\.value)
    let middle = Median.of(values) ?? 0
    return Sparkline.text(
      values, least: 2 * series.tolerance.amount(at: middle), limit: min(limit, Self.longestTrend))
  }

  private var numbers: ComparedNumber? {
    guard let first = series.points.first, let last = series.points.last else { return nil }
    return ComparedNumber(first.value, last.value, in: series.metric.unit)
  }
}
