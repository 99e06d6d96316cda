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
  var withheld: UInt64
  /// The time from the start to the last send, and to the last message that was withheld.
  var sending: Nanoseconds
  var rendering: Nanoseconds
  /// The time for which the client's queue was full.
  var heldByClient: Nanoseconds

  /// Messages per second that were sent.
  var rate: Double { Double(sent) / max(duration, sending, 1).seconds }

  /// The part of the target that was kept, at most 1.
  var ratio: Double { min(rate / reachable, 1) }

  /// Nil where the target was kept to 1 %. A message that was withheld took its time as well, and no slow machine withholds.
  /// The cluster limits a stage if the client's queue was full for at least half of the time that it took too long.
  var limit: StageResult.LimitedBy? {
    let time = max(rendering, sending)
    let made = Double(sent + withheld) / max(duration, time, 1).seconds
    guard made / reachable < 0.99 else { return nil }
    let overrun = max(time - duration, .zero)
    return heldByClient * 2 >= overrun && heldByClient > .zero ? .cluster : .generator
  }

  /// The whole messages of a duration are the target; a fraction of one that is not due is not missing.
  private var reachable: Double { min(target, Double(due) / max(duration, 1).seconds) }
}
