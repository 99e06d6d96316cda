package import Scenarios

/// The counts of a stage at one moment of its sending, since its start.
package struct SendingSnapshot: Sendable, Equatable {
  /// The time since the stage's start.
  package var elapsed: Nanoseconds
  /// The counts so far; of `due`, what was due so far.
  package var counts: SendCounts

  package init(elapsed: Nanoseconds, counts: SendCounts) {
    self.elapsed = elapsed
    self.counts = counts
  }

  /// The value of a metric so far; nil where it has none yet.
  func value(of metric: Metric, in unit: MetricFacts.Unit) -> Measurement? {
    guard metric.isKnownWhileSending else { return nil }
    let handled = counts[.sent] + counts[.withheld]
    switch metric {
    case .sending(let count): return counts.measurement(of: count)
    // A rate needs some time to be one.
    case .figure(.rateKept) where elapsed >= .seconds(1):
      guard unit == .ratio else { return .rate(Double(handled) / elapsed.seconds) }
      return counts[.due] > 0 ? .ratio(min(Double(handled) / Double(counts[.due]), 1)) : nil
    case .figure(.throughput) where elapsed >= .seconds(1):
      return .byteRate(Double(counts[.bytesAcknowledged]) / elapsed.seconds)
    case .figure, .reading, .latency, .refused, .place: return nil
    }
  }
}

/// The conditions of one stage that end the sending once they are true. Pure: it is shown the stage's counts once a second, and
/// once more at its end.
package struct AbortWatch: Sendable {
  private struct Watched: Sendable {
    var condition: AbortCondition
    /// The value with which it became true.
    var broken: Measurement?
  }

  private var watched: [Watched]

  package init(_ conditions: [AbortCondition]) { watched = conditions.map { Watched(condition: $0) } }

  /// The condition that is true now and was not before; of several the first that ends the run, or else the first.
  package mutating func observe(_ snapshot: SendingSnapshot) -> AbortCondition? {
    var met: [AbortCondition] = []
    for index in watched.indices where watched[index].broken == nil {
      let expectation = watched[index].condition.expectation
      let value = snapshot.value(of: expectation.metric, in: expectation.bound.unit)
      guard let value, value.holds(expectation.comparison, expectation.bound) == true else { continue }
      watched[index].broken = value
      met.append(watched[index].condition)
    }
    return met.first { $0.scope == .run } ?? met.first
  }

  /// The check of each condition: broken by the value with which it became true, and held if it never was. `last` is what was
  /// seen at the end.
  package func checks(_ last: SendingSnapshot) -> [Check] {
    watched.map { watched in
      let expectation = watched.condition.expectation
      return Check(
        .abortCondition, expectation: expectation, outcome: watched.broken == nil ? .held : .broken,
        actual: watched.broken ?? last.value(of: expectation.metric, in: expectation.bound.unit))
    }
  }

  /// The checks for a stage that did not run.
  package static func skipped(_ conditions: [AbortCondition]) -> [Check] {
    conditions.map {
      Check(.abortCondition, expectation: $0.expectation, outcome: .skipped(because: "the stage did not run"))
    }
  }
}
