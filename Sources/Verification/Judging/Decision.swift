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
  /// A slow machine sends less in a second, reads less and waits longer: such a breach of `stage` does not show anything about
  /// the system.
  func canFailOfSlowness(in stage: StageResult, isAboveBound: Bool) -> Bool {
    switch metric {
    case .latency: isAboveBound
    case .figure(let figure):
      switch figure {
      case .rateKept, .readRate, .throughput: !isAboveBound
      case .duration, .drain, .queueFull, .ackGapMax, .readGapMax, .lagMax: isAboveBound
      case .retries, .messageMean, .clientRSSMax, .clientCPU, .clientCPUPerMessage, .throttle: false
      }
    case .sending, .reading: !isAboveBound && metric.isAmountOfTime(in: stage)
    case .refused, .place: false
    }
  }
}

extension Metric {
  /// An amount that depends on how much can be sent in a time: at `max` with a duration nothing else says how much is due.
  func isAmountOfTime(in stage: StageResult) -> Bool {
    guard stage.targetRate == nil, stage.targetDuration != nil else { return false }
    return switch self {
    case .sending(let count):
      switch count {
      case .due, .sent, .acknowledged, .bytesAcknowledged: true
      case .rejected, .unknown, .aborted, .withheld, .dropped, .unsent: false
      }
    case .reading(let count):
      switch count {
      case .read, .found, .bytesRead: true
      case .lost, .trimmed, .unseen, .phantom, .duplicated, .reordered, .corrupted, .misrouted, .invalid, .foreign,
        .unknownFound, .unknownAbsent, .unknownUnseen, .abortedHidden, .abortedVisible, .reorderedDistanceMax:
        false
      }
    case .figure, .latency, .refused, .place: false
    }
  }
}
