internal import Kafka
package import Scenarios

/// Time since the start of a run, by the one clock.
package struct RunClock: Sendable {
  /// `MonotonicClock` at the start.
  package let origin: UInt64

  package init() { origin = MonotonicClock.now() }

  /// The time since the start.
  package var time: Nanoseconds { time(of: MonotonicClock.now()) }

  /// The time from the start to a moment of `MonotonicClock`.
  package func time(of moment: UInt64) -> Nanoseconds { Nanoseconds(Int64(bitPattern: moment &- origin)) }
}
