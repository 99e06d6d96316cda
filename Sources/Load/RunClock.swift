internal import Kafka

/// Time since the start of a run, by the one clock.
package struct RunClock: Sendable {
  /// `MonotonicClock` at the start.
  package let origin: UInt64

  package init() { origin = MonotonicClock.now() }

  /// Nanoseconds since the start.
  package func now() -> Int64 { sinceStart(MonotonicClock.now()) }

  package func sinceStart(_ moment: UInt64) -> Int64 { Int64(bitPattern: moment &- origin) }
}

extension Int64 {
  static let second: Int64 = 1_000_000_000
  static let millisecond: Int64 = 1_000_000
}
