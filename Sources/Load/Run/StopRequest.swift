internal import Kafka
internal import Scenarios
internal import Synchronization

/// Asks a run to stop, from any thread or signal handler; the first reason stays.
package final class StopRequest: Sendable {
  package enum Reason: Int, Sendable {
    case interrupt = 1
    case terminate
    case hangUp
  }

  private let signals = Mutex(StopSignals())
  private let reasonCode = Atomic<Int>(0)
  private let levelCode = Atomic<Int>(0)

  /// The commands that must still be run, and are shown where the process ends at once.
  package let owed = OwedCommands()

  package init() {}

  /// Takes in a signal, or another wish to stop; returns the level that it asks for, nil if it comes so soon after the last that
  /// it is the same wish.
  @discardableResult
  package func stop(_ reason: Reason) -> StopSignals.Level? { stop(reason, at: MonotonicClock.now()) }

  /// The same at a moment of `MonotonicClock`.
  @discardableResult
  package func stop(_ reason: Reason, at moment: UInt64) -> StopSignals.Level? {
    signals.withLock { signals in
      guard let level = signals.note(at: Nanoseconds(clamping: moment)) else { return nil }
      _ = reasonCode.compareExchange(expected: 0, desired: reason.rawValue, ordering: .sequentiallyConsistent)
      levelCode.store(level.rawValue, ordering: .sequentiallyConsistent)
      return level
    }
  }

  package var reason: Reason? { Reason(rawValue: reasonCode.load(ordering: .relaxed)) }
  package var level: StopSignals.Level { StopSignals.Level(rawValue: levelCode.load(ordering: .relaxed)) ?? .end }

  /// Nothing more is to be sent.
  @Sendable package func isStopped() -> Bool { level >= .stop }

  /// Nothing more is to be waited for.
  @Sendable package func mustFinish() -> Bool { level >= .finishNow }
}
