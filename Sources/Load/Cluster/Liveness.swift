internal import Synchronization

/// When a broker last answered, from whichever thread heard it.
final class Liveness: Sendable {
  private let clock: RunClock
  /// Nanoseconds.
  let patience: Int64
  private let lastAnswer: Atomic<Int64>

  init(_ clock: RunClock, patience: Int64) {
    self.patience = patience
    self.clock = clock
    lastAnswer = Atomic(clock.now())
  }

  func heard() { lastAnswer.store(clock.now(), ordering: .relaxed) }

  var isLost: Bool { clock.now() - lastAnswer.load(ordering: .relaxed) > patience }
}
