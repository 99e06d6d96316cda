internal import Scenarios
internal import Synchronization

/// The time of the last answer of a broker, noted from any thread.
final class Liveness: Sendable {
  private let clock: RunClock
  /// Without an answer for this long the cluster counts as lost.
  let patience: Nanoseconds
  private let lastAnswer: Atomic<Int64>

  init(_ clock: RunClock, patience: Nanoseconds) {
    self.patience = patience
    self.clock = clock
    lastAnswer = Atomic(clock.time.count)
  }

  func heard() { lastAnswer.store(clock.time.count, ordering: .relaxed) }

  var isLost: Bool { clock.time - Nanoseconds(lastAnswer.load(ordering: .relaxed)) > patience }
}
