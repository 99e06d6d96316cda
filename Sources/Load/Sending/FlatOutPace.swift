internal import Scenarios
internal import Verification

/// The limit of a stage at `max`. Pure: it decides from times alone, which count from the run's start.
struct FlatOutPace: Sendable {
  var firstSend: Nanoseconds
  var lastSend: Nanoseconds
  /// The last acknowledgement.
  var lastAnswer: Nanoseconds
  /// The time for which the client's queue was full.
  var heldByClient: Nanoseconds
  /// The time for which brokers held the client back.
  var throttled: Nanoseconds

  /// This machine limits a stage that offered messages for 90 % of its time or more to a client that took each of them at once:
  /// the cluster kept up with it. The time awaited after the last of them is the cluster's. What the embedded broker held back
  /// is this machine's as well.
  var limit: StageResult.LimitedBy? {
    let time = max(lastAnswer, lastSend) - firstSend
    guard time > .zero, heldByClient == .zero, throttled == .zero else { return nil }
    return (lastSend - firstSend).isAtLeast(Threshold.offering, of: time) ? .generator : nil
  }
}
