internal import Diagnostics
internal import Scenarios
internal import Verification

/// A history in sentences; foreign texts as they are.
struct HistorySentences {
  let history: BuildHistory
  private let hasSeveralScenarios: Bool

  init(_ history: BuildHistory) {
    self.history = history
    hasSeveralScenarios = history.series.contains { $0.scenario != history.series.first?.scenario }
  }

  /// `32 builds in 96 runs`
  var head: String {
    "\(HumanNumber.count(UInt64(history.builds.count), "build")) in \(HumanNumber.count(UInt64(history.runs), "run"))"
  }

  /// Each change, in the order of the table.
  var changes: [String] {
    history.series.flatMap { series in series.changes.map { sentence($0, of: series) } }
  }

  /// `worse: ack_latency_p99 of stage peak rose from 10.2ms to 12.9ms (+26.5%) with build 3f2a1c (2026-11-20), p = 0.0002`
  private func sentence(_ change: HistorySeries.Change, of series: HistorySeries) -> String {
    let numbers = ComparedNumber(change.before, change.after, in: series.metric.unit)
    let amount =
      series.metric.unit == .share || change.before == 0
      ? numbers.difference : ComparedNumber.percent(from: change.before, to: change.after)
    return "\(change.direction.word): \(series.metric.name) of \(place(series)) "
      + "\(change.after > change.before ? "rose" : "fell") from \(numbers.base) to \(numbers.new) (\(amount)) "
      + "with \(build(series.points[change.index])), \(Self.probability(change.p))"
  }

  private static func probability(_ p: Double) -> String {
    p < 0.00005 ? "p < 0.0001" : "p = \(FixedPoint.text(p, places: 4) ?? "?")"
  }

  /// Where a series begins anew, and which rows are not in any.
  var notes: [String] { quiet + breaks + omissions }

  private var quiet: [String] {
    let count = HistoryRow.quiet(history).count
    guard count > 0 else { return [] }
    return [
      "\(Plural.count(count, "series of a count that should be 0", "series of counts that should be 0")) "
        + "\(Plural.form(count, "is", "are")) 0 in all builds, and not shown; --metric shows them"
    ]
  }

  /// Each once, however many metrics it concerns.
  private var breaks: [String] {
    var groups: [(build: String, reason: HistorySeries.Break, places: [String])] = []
    for series in history.series {
      guard let reason = series.brokenBy, let first = series.points.first else { continue }
      let (build, place) = (build(first), place(series))
      if let index = groups.firstIndex(where: { $0.build == build && $0.reason == reason }) {
        if !groups[index].places.contains(place) { groups[index].places.append(place) }
      } else {
        groups.append((build, reason, [place]))
      }
    }
    return groups.map { build, reason, places in
      let what =
        switch reason {
        case .scenario(let from, let to):
          "\(Plural.form(places.count, "is", "are")) of another scenario file "
            + "(\(ComparisonHead.shortHash(from)) became \(ComparisonHead.shortHash(to)))"
        case .broker(let from, let to): "ran on another kind of broker (\(from) became \(to))"
        }
      return "from \(build) on, \(NameList.text(places)) \(what): a new series begins"
    }
  }

  private var omissions: [String] {
    let rows: [(Int, String)] = [
      (history.leftOut, "left out: aborted or skipped"),
      (history.newer, "left out: a newer version of rehearse wrote"),
      (history.exactOnly, "used for exact metrics only: inconclusive or limited by the generator"),
    ]
    return rows.filter { $0.0 > 0 }.map { count, what in
      let them = what.hasSuffix("wrote") ? " \(Plural.form(count, "it", "them"))" : ""
      return "\(Plural.count(count, "row")) \(Plural.form(count, "was", "were")) \(what)\(them)"
    } + (history.series.isEmpty ? ["no row has a value of these metrics; --metric shows one that does not gate"] : [])
  }

  /// `stage peak`, of which scenario where there are several.
  private func place(_ series: HistorySeries) -> String {
    let scenario = hasSeveralScenarios ? " of \(series.scenario)" : ""
    return series.stage == StageRecord.wholeRun ? "the whole run\(scenario)" : "stage \(series.stage)\(scenario)"
  }

  /// `build 3f2a1c0d9e8b (2026-11-20)`
  private func build(_ point: HistorySeries.Point) -> String {
    let day = point.startedAt.map { " (\(Timestamp(milliseconds: $0).day))" } ?? ""
    return "build \(Self.shortBuild(point.build))\(day)"
  }

  /// A commit by its first digits.
  static func shortBuild(_ build: String) -> String {
    let isHash = build.utf8.count == 40 && build.allSatisfy { $0.isHexDigit }
    return isHash ? ComparisonHead.shortHash(build) : build.cut(to: 40)
  }
}

extension Finding.Direction {
  var word: String {
    switch self {
    case .worse: "worse"
    case .better: "better"
    case .neither: "moved"
    }
  }
}
