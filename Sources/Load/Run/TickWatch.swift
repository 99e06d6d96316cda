internal import Scenarios
internal import Verification

/// Notices when a serial queue that ticks did not run for a while, whatever stopped it, be it that the process was suspended or that
/// the machine was busy. Pure: times count from the run's start.
struct TickWatch: Sendable {
  /// A tick that comes this much after its time, or takes this long from one sign to the next, was stopped.
  static let bound = Threshold.standstill

  /// The time until the messages that waited meanwhile are settled: it counts as well, at most as long again as it was stopped.
  private struct Recovery: Sendable {
    var since: Nanoseconds
    var limit: Nanoseconds
    /// It is over once so many messages are settled; nil until that is known.
    var goal: UInt64?
  }

  /// The last sign, or the time for which the next tick is set.
  private var expected: Nanoseconds?
  private var recovery: Recovery?
  private var noted = Intervals()
  private var lastEnd = Nanoseconds.min

  /// A message that began up to this time waited while the queue was stopped, or for what waited.
  var hinderedUntil: Nanoseconds { recovery == nil ? lastEnd : .max }

  /// A sign that the queue runs.
  mutating func runs(at now: Nanoseconds) {
    if let expected { note(from: expected, to: now) }
    expected = now
  }

  /// A tick ends, and the next is to come at `wake`; nil where none is.
  mutating func ends(at now: Nanoseconds, wake: Nanoseconds?) {
    runs(at: now)
    expected = wake
  }

  private mutating func note(from start: Nanoseconds, to end: Nanoseconds) {
    guard end - start >= Self.bound else { return }
    noted.insert(from: start, to: end)
    // Another one meanwhile leaves the rest of the time for the first.
    let left = recovery.map { max($0.limit - start, .zero) } ?? .zero
    closeRecovery(at: start)
    recovery = Recovery(since: end, limit: end + (end - start) + left)
  }

  /// Takes in how far it is: of `offered` messages so many are `settled`, and more are overdue where it `isBehind`.
  mutating func progress(offered: UInt64, settled: UInt64, isBehind: Bool, at now: Nanoseconds) {
    guard let current = recovery else { return }
    if current.goal == nil, !isBehind { recovery?.goal = offered }
    if now >= current.limit || recovery?.goal.map({ settled >= $0 }) ?? false { closeRecovery(at: now) }
  }

  private mutating func closeRecovery(at now: Nanoseconds) {
    guard let current = recovery else { return }
    lastEnd = max(min(now, current.limit), current.since)
    noted.insert(from: current.since, to: lastEnd)
    recovery = nil
  }

  /// The part of a time for which it was stopped, recovery included.
  func stopped(from start: Nanoseconds, to end: Nanoseconds) -> Nanoseconds {
    guard !noted.isEmpty else { return .zero }
    return standstills(until: end).clipped(from: start, to: end).total
  }

  /// The times for which it was stopped, and recovered from that, up to `now`.
  func standstills(until now: Nanoseconds) -> Intervals {
    var watch = self
    watch.closeRecovery(at: now)
    return watch.noted
  }
}
