internal import Scenarios

/// The effect that more messages of a stage, sent or read, could still have on a comparison.
struct Decision {
  let comparison: Expectation.Comparison
  let tendency: MetricFacts.Tendency
  let isAboveBound: Bool

  init(_ expectation: Expectation, actual: Measurement) {
    comparison = expectation.comparison
    tendency = expectation.metric.facts.tendency
    isAboveBound = actual.exceeds(expectation.bound)
  }

  /// `holds` is for good: no value that may still come changes it. `lost == 0` with one lost is, with none it is not;
  /// `found >= 10` with ten found is, with nine it is not.
  func isFinal(_ holds: Bool) -> Bool {
    switch (tendency, holds) {
    case (.settled, _): true
    case (.either, _): false
    case (.rises, true): comparison == .greater || comparison == .atLeast
    case (.rises, false): comparison == .less || comparison == .atMost || (comparison == .equal && isAboveBound)
    case (.falls, true): comparison == .less || comparison == .atMost
    case (.falls, false): comparison == .greater || comparison == .atLeast || (comparison == .equal && !isAboveBound)
    }
  }
}

extension Expectation {
  /// A slow machine sends less in a second and waits longer: such a breach does not show anything about the system.
  func canFailOfSlowness(isAboveBound: Bool) -> Bool {
    if metric.isLatency { return isAboveBound }
    return switch metric.facts.units[0] {
    case .ratio, .rate, .byteRate: !isAboveBound
    case .count, .duration, .size, .reason: false
    }
  }
}
