internal import Scenarios
internal import Verification

/// The rate that a stage kept, and what limited it. Pure: it decides from counts and times alone.
struct KeptPace: Sendable {
  /// Messages per second that the scenario asks for.
  var target: Double
  /// The time in which they were due.
  var duration: Nanoseconds
  var due: UInt64
  var sent: UInt64
  /// Messages that were withheld in time: their content is the reason, not their rate.
  var withheld: UInt64
  /// Messages that were dropped when they were due, because the client's queue was full.
  var dropped: UInt64 = 0
  /// The time from the start to the last send, and to the last message that was withheld.
  var sending: Nanoseconds
  var rendering: Nanoseconds
  /// The time for which the cluster kept the client from sending: its queue was full, or brokers throttled it. Of a stage that posts,
  /// the time for which all connections to its target were busy.
  var heldByCluster: Nanoseconds
  /// The time of it all for which this process was stopped.
  var standstill: Nanoseconds
  /// The one that holds back: the cluster, or a target.
  var holder = StageResult.LimitedBy.cluster

  /// Messages per second that were sent, or withheld when they were due.
  var rate: Double { Double(sent + withheld) / max(duration, sending, 1).seconds }

  /// The part of the target that was kept, at most 1.
  var ratio: Double { min(rate / reachable, 1) }

  /// Nil where the target was kept to 1 %. The cluster limits a stage if it held the client back for at least half of the time
  /// that the stage took too long, apart from the time for which this process was stopped.
  var limit: StageResult.LimitedBy? {
    guard rate / reachable < Threshold.keptRate.value else { return nil }
    // What was dropped had its turn in time: the cluster took too little.
    let offered = Double(sent + withheld + dropped) / max(duration, sending, 1).seconds
    if dropped > 0, offered / reachable >= Threshold.keptRate.value { return holder }
    let overrun = max(max(rendering, sending) - duration - standstill, .zero)
    return heldByCluster.isAtLeast(Threshold.heldByCluster, of: overrun) && heldByCluster > .zero
      && (overrun > .zero || standstill == .zero)
      ? holder : .generator
  }

  /// The whole messages of a duration are the target; a fraction of one that is not due is not missing.
  private var reachable: Double { min(target, Double(due) / max(duration, 1).seconds) }
}
