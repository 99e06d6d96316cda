internal import Scenarios
internal import Synchronization

/// The time of the last answer of a broker, noted from any thread.
final class Liveness: Sendable {
  private let clock: RunClock
  /// Without an answer for this long the cluster counts as lost.
  let patience: Nanoseconds
  private let lastAnswer: Atomic<Int64>
  /// The last time when this was asked.
  private let lastQuestion: Atomic<Int64>

  /// The actions that are under way: they may take brokers away.
  private let disturbances = Atomic<Int>(0)
  /// The time until which what the last of them left behind is waited for.
  private let calmAt = Atomic<Int64>(Int64.min)

  /// A cluster that was disturbed has this long to come to rest.
  static let aftermath = Nanoseconds.seconds(60)

  /// A run asks every few milliseconds, and no question to a broker holds it up for this long: after it, this process was
  /// suspended.
  private static let suspended = Nanoseconds.seconds(10)

  init(_ clock: RunClock, patience: Nanoseconds) {
    self.patience = patience
    self.clock = clock
    lastAnswer = Atomic(clock.time.count)
    lastQuestion = Atomic(clock.time.count)
  }

  func heard() { lastAnswer.store(clock.time.count, ordering: .relaxed) }

  /// An action begins: until a minute after the end of the last one nothing counts as lost.
  func beginDisturbance() { disturbances.wrappingAdd(1, ordering: .sequentiallyConsistent) }

  func endDisturbance() {
    calmAt.store((clock.time + Self.aftermath).count, ordering: .sequentiallyConsistent)
    disturbances.wrappingSubtract(1, ordering: .sequentiallyConsistent)
  }

  /// True while a cluster or a target that does not answer is not to be called lost.
  var isDisturbed: Bool {
    disturbances.load(ordering: .sequentiallyConsistent) > 0
      || clock.time.count < calmAt.load(ordering: .sequentiallyConsistent)
  }

  var isLost: Bool {
    let now = clock.time
    let answer = lastAnswer.load(ordering: .relaxed)
    let since = now - Nanoseconds(lastQuestion.exchange(now.count, ordering: .relaxed))
    if since > Self.suspended {
      // No broker could be heard meanwhile. If one was heard just now, that stays.
      let moved = min(Nanoseconds(answer) + since, now)
      _ = lastAnswer.compareExchange(expected: answer, desired: moved.count, ordering: .relaxed)
    }
    return now - Nanoseconds(lastAnswer.load(ordering: .relaxed)) > patience && !isDisturbed
  }
}
