/// A change to how a metric is compared: an entry of `compare:`, or of the command line. Nil leaves what is weaker.
package struct ComparisonSetting: Sendable, Equatable, Codable {
  /// The name of a `ComparedMetric`.
  package var metric: String
  /// `tolerance: 20%` is 0.2.
  package var relative: Double?
  /// `at_least: 5ms`, in the unit of the metric's column.
  package var absolute: Double?
  package var gates: Bool?

  package init(metric: String, relative: Double? = nil, absolute: Double? = nil, gates: Bool? = nil) {
    self.metric = metric
    self.relative = relative
    self.absolute = absolute
    self.gates = gates
  }
}

/// The rules of a comparison: which metrics, how much each may move, and which of them fail it.
package struct ComparisonRules: Sendable, Equatable {
  package struct Rule: Sendable, Equatable {
    package var gate: ComparedMetric.Gate
    package var tolerance: ComparisonTolerance
    /// It gates only in stages with a rate, as the metric does unless a setting asks for it.
    package var needsRate: Bool
    /// False for a metric that `--metric` leaves out.
    package var isCompared = true
  }

  /// By the index of the metric in `ComparedMetric.all`.
  package private(set) var rules: [Rule]
  /// Suspicions fail the comparison, too: `--gate suspect`.
  package var gatesSuspicions = false
  /// Scenarios and brokers that differ are compared all the same: `--allow-drift`.
  package var allowsDrift = false

  /// The defaults.
  package init() {
    rules = ComparedMetric.all.map { Rule(gate: $0.gate, tolerance: $0.tolerance, needsRate: $0.needsRate) }
  }

  package subscript(metric: Int) -> Rule { rules[metric] }

  /// Takes over the settings of metrics that there are, each stronger than those before it.
  package mutating func apply(_ settings: [ComparisonSetting]) {
    for setting in settings {
      guard let metric = ComparedMetric.index(of: setting.metric) else { continue }
      // They may come from a file.
      if let relative = setting.relative, relative.isFinite, relative >= 0 {
        rules[metric].tolerance.relative = relative
      }
      if let absolute = setting.absolute, absolute.isFinite, absolute >= 0 {
        rules[metric].tolerance.absolute = absolute
      }
      switch setting.gates {
      case true?:
        rules[metric].gate = ComparedMetric.all[metric].gate == .exact ? .exact : .statistical
        rules[metric].needsRate = false
      case false?: rules[metric].gate = .never
      case nil: break
      }
    }
  }

  /// Compares these metrics alone.
  package mutating func restrict(to metrics: Set<Int>) {
    for metric in rules.indices { rules[metric].isCompared = metrics.contains(metric) }
  }
}
