package import Scenarios

/// Metrics over builds: where each moved, and to where.
package struct BuildHistory: Sendable, Equatable {
  /// By scenario and stage in the order of the rows, then in the order of `ComparedMetric.all`, then of time.
  package var series: [HistorySeries]
  /// In the order of their first start.
  package var builds: [String]
  package var runs: Int
  /// The rows that were left out because the stage was aborted or skipped.
  package var leftOut: Int
  /// The rows that were left out because a newer program wrote them.
  package var newer: Int
  /// The rows of which only exact metrics were taken: inconclusive, or limited by the generator.
  package var exactOnly: Int

  /// 13 if a metric changed for the worse with one of the last `builds` of its stage, 14 where no row
  /// has a value; without `builds` always 0.
  package func exit(within builds: Int?) -> ExitCode {
    guard let builds else { return .passed }
    if series.isEmpty { return .notComparable }
    let isWorse = series.contains { one in
      one.changes.contains { $0.direction == .worse && $0.buildsSince <= builds }
    }
    return isWorse ? .regressed : .passed
  }
}

/// One metric of one stage over the builds that ran the same scenario on the same kind of broker.
package struct HistorySeries: Sendable, Equatable {
  /// The median of one build's runs; of an exact metric, a count that should be 0, the greatest of them.
  package struct Point: Sendable, Equatable {
    package var build: String
    /// The build's first start, milliseconds since 1970; nil where the files lack it.
    package var startedAt: Int64?
    package var value: Double
    package var runs: Int

    package init(build: String, startedAt: Int64?, value: Double, runs: Int) {
      (self.build, self.startedAt, self.value, self.runs) = (build, startedAt, value, runs)
    }
  }

  /// A place from which on the metric is another.
  package struct Change: Sendable, Equatable {
    /// The index of the first build after it.
    package var index: Int
    /// The medians of the builds up to it and from it on, each as far as the next change.
    package var before: Double
    package var after: Double
    package var p: Double
    package var direction: Finding.Direction
    /// The builds of the stage from this one on: 1 for the last one.
    package var buildsSince: Int

    package init(
      index: Int, before: Double, after: Double, p: Double, direction: Finding.Direction, buildsSince: Int
    ) {
      (self.index, self.before, self.after, self.p) = (index, before, after, p)
      (self.direction, self.buildsSince) = (direction, buildsSince)
    }
  }

  /// The reason why a series begins that is not the stage's first: its values are of something else.
  package enum Break: Sendable, Equatable {
    case scenario(from: String, to: String)
    case broker(from: String, to: String)
  }

  package var scenario: String
  package var stage: String
  package var metric: ComparedMetric
  /// The amount that a change must exceed, of its mean and in the metric's unit.
  package var tolerance: ComparisonTolerance
  /// Nil for the stage's first series.
  package var brokenBy: Break?
  /// At least one.
  package var points: [Point]
  package var changes: [Change]

  package init(
    scenario: String, stage: String, metric: ComparedMetric, tolerance: ComparisonTolerance, brokenBy: Break? = nil,
    points: [Point], changes: [Change]
  ) {
    (self.scenario, self.stage, self.metric, self.tolerance) = (scenario, stage, metric, tolerance)
    (self.brokenBy, self.points, self.changes) = (brokenBy, points, changes)
  }
}
