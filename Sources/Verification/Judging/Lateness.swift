internal import Scenarios

/// The time by which this machine alone was late: it is part of everything that is measured from the due time, and not
/// caused by the system.
struct Lateness {
  private let stage: StageResult
  /// Nanoseconds.
  private let most: UInt64

  /// Nil where the cluster may be what made it late, or nothing was.
  init?(of stage: StageResult, heldByQueue: Nanoseconds) {
    guard let lateness = stage.lateness, lateness.count > 0, lateness.maximum > 0, heldByQueue == .zero,
      stage.limitedBy != .cluster, stage.throttled?.isEmpty ?? true
    else { return nil }
    self.stage = stage
    // Waiting for the end of a transaction is the cluster's time.
    let waited = UInt64(max((stage.longestTransactionWait ?? .zero).count, 0))
    guard lateness.maximum > waited else { return nil }
    most = lateness.maximum - waited
  }

  /// True where a latency beyond its bound could be within it if every message had been sent on time. No statistic of a
  /// latency falls by more than the greatest lateness; and from the send on, the system is by itself.
  func mayBeAllOf(_ expectation: Expectation, actual: Measurement) -> Bool {
    guard case .duration(let value) = actual, case .duration(let bound) = expectation.bound,
      case .latency(let latency, let statistic) = expectation.metric
    else { return false }
    func isBeyond(_ value: Double) -> Bool {
      value > Double(bound.count) || (value == Double(bound.count) && expectation.comparison == .less)
    }
    switch latency {
    case .lateness: return true
    case .service: return false
    case .ack:
      if case .duration(let sent)? = stage.value(of: .latency(.service, statistic), in: .duration), isBeyond(sent) {
        return false
      }
    case .endToEnd: break
    }
    return !isBeyond(value - Double(most))
  }

  /// The reason for which it is inconclusive.
  var sentence: String {
    let late = Bound.duration(Nanoseconds(clamping: (most + 500) / 1000 * 1000)).text
    return "this machine sent up to \(late) late, which may explain all of it"
  }
}
