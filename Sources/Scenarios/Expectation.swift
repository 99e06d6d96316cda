/// What a condition can be stated on: columns of `stages.csv` without their unit.
package enum Metric: String, Sendable, Codable, CaseIterable {
  case rejected, withheld, dropped, unsent
  case lost, trimmed, unseen, phantom, duplicated, reordered, corrupted, misrouted, invalid
  case unknownAbsent = "unknown_absent"
  case unknownUnseen = "unknown_unseen"
  case abortedVisible = "aborted_visible"
  case rateKept = "rate_kept"

  /// How a breach counts.
  package enum Breach: Sendable {
    /// The messages themselves are not as they should be: exit 10.
    case verification
    /// A condition on a metric: exit 11.
    case expectation
    /// Nothing is proven either way: exit 22.
    case cannotTell
  }

  package var breach: Breach {
    switch self {
    case .trimmed, .unseen, .unknownAbsent, .unknownUnseen, .unsent: .cannotTell
    case .rejected, .withheld, .dropped, .rateKept: .expectation
    case .lost, .phantom, .duplicated, .reordered, .corrupted, .misrouted, .invalid, .abortedVisible: .verification
    }
  }
}

/// A condition on a metric of one stage, with the place that states it.
package struct Expectation: Sendable, Equatable, Codable {
  package enum Comparison: String, Sendable, Codable {
    case equal = "=="
    case atLeast = ">="
  }

  /// The bound, in the metric's own unit.
  package enum Bound: Sendable, Equatable, Codable {
    case count(UInt64)
    /// 0.99 is 99%.
    case ratio(Double)
  }

  package var metric: Metric
  package var comparison: Comparison
  package var bound: Bound
  package var position: SourcePosition

  package init(metric: Metric, comparison: Comparison, bound: Bound, position: SourcePosition) {
    self.metric = metric
    self.comparison = comparison
    self.bound = bound
    self.position = position
  }

  /// As it would be written: `lost == 0`, `rate_kept >= 99%`.
  package var text: String {
    switch bound {
    case .count(let count): "\(metric.rawValue) \(comparison.rawValue) \(count)"
    case .ratio(let ratio): "\(metric.rawValue) \(comparison.rawValue) \(Int((ratio * 100).rounded()))%"
    }
  }

  /// What every stage is held to unless it is said otherwise; each points at the stage's name.
  package static func defaults(for stage: Stage, idempotent: Bool) -> [Expectation] {
    var metrics: [Metric] = [
      .rejected, .withheld, .dropped, .unsent, .lost, .trimmed, .unseen, .unknownAbsent, .unknownUnseen, .phantom,
    ]
    if idempotent { metrics += [.duplicated, .reordered] }
    metrics += [.corrupted, .misrouted, .invalid, .abortedVisible]
    var expectations = metrics.map {
      Expectation(metric: $0, comparison: .equal, bound: .count(0), position: stage.range.start)
    }
    if stage.measured, case .constant = stage.rate {
      expectations.append(
        Expectation(metric: .rateKept, comparison: .atLeast, bound: .ratio(0.99), position: stage.range.start))
    }
    return expectations
  }
}
