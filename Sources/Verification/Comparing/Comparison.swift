package import Scenarios

/// The runs of one build, or of several, that are compared with others.
package struct ComparedSide: Sendable, Equatable {
  /// The argument that it was named by.
  package var name: String
  package var records: [StageRecord]

  package init(name: String, records: [StageRecord]) {
    self.name = name
    self.records = records
  }
}

/// The comparison of the runs of a new build with those of a base.
package struct Comparison: Sendable, Equatable {
  package var base: Side
  package var new: Side
  /// In the order of the files: those of the base, then those that only the new side has.
  package var stages: [StageComparison]
  /// Suspicions fail it, too.
  package var gatesSuspicions: Bool
  /// Settings of the clients that differ between the newest runs of both sides, as far as their run.json are there.
  package var clientSettings: [SettingDifference] = []
  /// The same of what was sent, where scenarios differ.
  package var scenarioParts: [SettingDifference] = []

  /// The rows of one side that were compared.
  package struct Side: Sendable, Equatable {
    package var name: String
    /// In the order of their first start.
    package var builds: [String]
    package var runs: Int
    /// The rows that were left out because the stage was aborted or skipped.
    package var leftOut: Int
    /// The rows of which only exact metrics were compared: inconclusive, or limited by the generator.
    package var exactOnly: Int
  }

  /// A setting by its path, such as `cluster.librdkafka.linger.ms`, with its text on each side; nil where a side lacks it.
  package struct SettingDifference: Sendable, Equatable {
    package var scenario: String
    package var path: String
    package var base: String?
    package var new: String?

    package init(scenario: String, path: String, base: String?, new: String?) {
      self.scenario = scenario
      self.path = path
      self.base = base
      self.new = new
    }
  }

  /// 13 for a regression, 14 where nothing could be compared, else 0.
  package var exit: ExitCode {
    let findings = stages.flatMap(\.findings)
    if findings.contains(where: { $0.fails(suspicionsToo: gatesSuspicions) }) { return .regressed }
    return stages.contains { $0.status == .compared } ? .passed : .notComparable
  }

  /// The exit code over several, each with the same base: 13 where one regressed, 14 where nothing could be compared with one of
  /// them, or where there is none; else 0.
  package static func exit(of comparisons: [Comparison]) -> ExitCode {
    ExitCode.ranked(comparisons.isEmpty ? [.notComparable] : comparisons.map(\.exit))[0]
  }
}

/// One stage of a comparison.
package struct StageComparison: Sendable, Equatable {
  package enum Status: Sendable, Hashable {
    case compared
    /// Every new run has more messages of which the outcome is not known than any run of the base; only exact metrics are compared.
    case inconclusive(because: [ComparedMetric])
    /// The rows of the two sides are of different things.
    case blocked([Drift])
    /// Only the new side has it.
    case added
    /// Only the base has it.
    case removed
    /// A side has it, in aborted or skipped rows alone.
    case nothingLeft(base: Bool, new: Bool)
  }

  /// A difference for which rows are not compared.
  package enum Drift: Sendable, Hashable {
    case scenario(base: [String], new: [String])
    case broker(base: [String], new: [String])
    /// Rows of a version of the report format that this program does not know.
    case schemaVersion(Int)
  }

  /// A difference that is shown, value beside value.
  package struct Difference: Sendable, Hashable {
    package var fact: ComparedFact
    /// Each once, in the order of the rows.
    package var base: [String]
    package var new: [String]
  }

  package var scenario: String
  package var stage: String
  package var status: Status
  /// The differences despite which it was compared, by `--allow-drift`.
  package var drift: [Drift] = []
  package var differences: [Difference] = []
  /// The new rows that have more messages of which the outcome is not known: only their exact metrics are compared.
  package var withoutEvidence = 0
  /// In the order of `ComparedMetric.all`.
  package var findings: [Finding] = []
}

/// One metric of one stage.
package struct Finding: Sendable, Equatable {
  package enum Direction: Sendable, Equatable {
    case worse, better
    /// Neither direction is better.
    case neither
  }

  package enum Verdict: Sendable, Equatable {
    /// It moved, and a test, or an exact count, shows that this is not noise.
    case moved(Direction)
    /// It moved by more than the tolerance; there are too few runs to show that this is not noise.
    case suspected(Direction)
    /// The medians differ by more than the tolerance, and the runs overlap too much to exclude noise.
    case inconclusive(Direction)
    case unchanged
    /// A side has no value.
    case absent(base: Bool, new: Bool)
  }

  /// The way in which the verdict was found.
  package enum Method: Sendable, Equatable {
    /// Every value of the base is 0.
    case exact
    /// The Mann-Whitney test.
    case rankSum
    /// The base's median and its deviations: at least five runs against up to three.
    case deviation
    /// The tolerance alone: too few runs.
    case tolerance
  }

  /// The runs of a side that have a value.
  package struct Sample: Sendable, Equatable {
    package var values: [Double]
    /// Nil without values.
    package var median: Double? { Median.of(values) }
    package var count: Int { values.count }

    package init(_ values: [Double]) { self.values = values }
  }

  package var metric: ComparedMetric
  package var base: Sample
  package var new: Sample
  /// It can fail the comparison.
  package var gates: Bool
  /// The amount that the medians may differ by, in the metric's unit.
  package var tolerance: Double
  package var method: Method
  package var verdict: Verdict

  /// The probability that equal builds differ as much or more, whatever the tolerance; nil without a test. It is computed where it is
  /// asked for: of most metrics it is not shown.
  package var p: Double? { method == .rankSum ? RankSum.twoSided(new.values, base.values).p : nil }

  /// The difference of the medians; nil where a side has no value.
  package var difference: Double? {
    guard let base = base.median, let new = new.median else { return nil }
    return new - base
  }

  package func fails(suspicionsToo: Bool) -> Bool {
    guard gates else { return false }
    switch verdict {
    case .moved(.worse): return true
    case .suspected(.worse): return suspicionsToo
    case .moved, .suspected, .inconclusive, .unchanged, .absent: return false
    }
  }

  /// True if a table shows it without being asked for all: it moved, or there are too few runs for a test to say that it did not.
  package var isNotable: Bool {
    switch verdict {
    case .moved, .suspected, .inconclusive: true
    case .unchanged: gates && method != .rankSum && (difference ?? 0) != 0
    case .absent: false
    }
  }
}
