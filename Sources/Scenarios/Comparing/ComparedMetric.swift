/// A metric by which builds are compared: where `stages.csv` has it, which direction is better, and how much it may move.
package struct ComparedMetric: Sendable, Hashable {
  /// The columns of `stages.csv` that its value comes from.
  package enum Source: Sendable, Hashable {
    case column(String)
    /// The first divided by the second; there is no value where the second is 0.
    case ratio(String, over: String)
  }

  package enum Better: Sendable, Hashable {
    case lower, higher
  }

  /// The way in which it can fail a comparison, unless a setting says otherwise.
  package enum Gate: Sendable, Hashable {
    /// Where it is 0 in every run of the base, one value above 0 is enough; elsewhere as `statistical`.
    case exact
    /// The medians differ by more than the tolerance, and a test shows that this is not noise.
    case statistical
    /// It is shown, and fails nothing.
    case never
  }

  /// The unit of its values, which is that of the column.
  package enum Unit: Sendable, Hashable {
    case count, microseconds, milliseconds, seconds, share, perSecond, bytesPerSecond, bytes
    /// A number for each message.
    case perMessage
  }

  /// The name that `--metric`, `--gate`, `--tolerance` and `compare:` have for it: the metric's of expectations.
  package var name: String
  package var source: Source
  package var unit: Unit
  /// Nil where neither direction is better.
  package var better: Better?
  package var gate: Gate
  package var tolerance: ComparisonTolerance
  /// True if it gates only in stages that have a rate: at max it depends on how much was sent at once.
  package var needsRate: Bool
  /// True if more of it than in the base makes the stage inconclusive: messages of which the outcome is not known.
  package var isMissingEvidence: Bool

  init(
    _ name: String, _ source: Source, in unit: Unit, better: Better?, gate: Gate = .never,
    tolerance: ComparisonTolerance, needsRate: Bool = false, isMissingEvidence: Bool = false
  ) {
    self.name = name
    self.source = source
    self.unit = unit
    self.better = better
    self.gate = gate
    self.tolerance = tolerance
    self.needsRate = needsRate
    self.isMissingEvidence = isMissingEvidence
  }

  /// Every one, in the order of reports: those that gate, exact ones first, and then all others. An index in it names a metric.
  package static let all: [Self] = {
    let metrics = Metric.allCases.compactMap(Self.init) + [.brokenExpectations]
    let gates: [Gate] = [.exact, .statistical, .never]
    return gates.flatMap { gate in metrics.filter { $0.gate == gate } }
  }()

  private static let indices = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })

  /// Nil for what is no metric's name.
  package static func index(of name: String) -> Int? { indices[name] }
}

/// The difference that a metric may have before it counts: it must exceed both.
package struct ComparisonTolerance: Sendable, Hashable {
  /// The part of the base's median: 0.1 is 10 %.
  package var relative: Double
  /// In the metric's unit.
  package var absolute: Double

  package init(relative: Double, absolute: Double) {
    self.relative = relative
    self.absolute = absolute
  }

  /// The amount, in the metric's unit, that a difference from `median` must exceed.
  package func amount(at median: Double) -> Double { max(relative * median.magnitude, absolute) }
}
