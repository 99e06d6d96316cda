#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// An event that happens once and that threads wait for, on the monotonic clock: Dispatch's timed waits and those of librdkafka
/// are on the wall clock under Linux, and last for hours if that is set back.
///
/// `@unchecked Sendable`: `hasHappened` is touched under the mutex alone; the pointers never change.
package final class Completion: @unchecked Sendable {
  /// The longest time between two questions whether a wait should end early.
  private static let slice: UInt64 = 20_000_000

  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var hasHappened = false

  package init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    condition = .allocate(capacity: 1)
    condition.initialize(to: pthread_cond_t())
    #if canImport(Darwin)
      pthread_cond_init(condition, nil)
    #else
      var attributes = pthread_condattr_t()
      pthread_condattr_init(&attributes)
      pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
      pthread_cond_init(condition, &attributes)
      pthread_condattr_destroy(&attributes)
    #endif
  }

  deinit {
    pthread_cond_destroy(condition)
    condition.deallocate()
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Ends every wait for it, now and later.
  package func signal() {
    pthread_mutex_lock(mutex)
    hasHappened = true
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }

  /// Waits for the event; false if it has not happened after `limit` (nil for no limit), or once `isRefused` is true, which is
  /// asked every 20 ms.
  package func wait(for limit: Duration?, unless isRefused: (() -> Bool)? = nil) -> Bool {
    let begun = MonotonicClock.now()
    let allowed = limit?.nanoseconds ?? .max
    while true {
      let passed = MonotonicClock.now() &- begun
      if happens(within: 0) { return true }
      if passed >= allowed || isRefused?() == true { return false }
      if happens(within: min(allowed - passed, Self.slice)) { return true }
    }
  }

  /// Waits once, for at most this many nanoseconds; it may return earlier.
  private func happens(within nanoseconds: UInt64) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard !hasHappened, nanoseconds > 0 else { return hasHappened }
    #if canImport(Darwin)
      var time = timespec(tv_sec: 0, tv_nsec: Int(nanoseconds))
      pthread_cond_timedwait_relative_np(condition, mutex, &time)
    #else
      let end = MonotonicClock.now() &+ nanoseconds
      var time = timespec(tv_sec: Int(end / 1_000_000_000), tv_nsec: Int(end % 1_000_000_000))
      pthread_cond_timedwait(condition, mutex, &time)
    #endif
    return hasHappened
  }
}

/// Waits for `time` on the monotonic clock; ends early once `isRefused` is true.
package func pause(for time: Duration, unless isRefused: (() -> Bool)? = nil) {
  _ = Completion().wait(for: time, unless: isRefused)
}

/// Blocks the thread for so many nanoseconds, less than a second, on the monotonic clock. Nothing is allocated, and nothing ends it early.
package func nap(nanoseconds: Int) {
  var rest = timespec(tv_sec: 0, tv_nsec: nanoseconds)
  nanosleep(&rest, nil)
}

extension Duration {
  /// Whole nanoseconds; 0 for a negative time, and as many as there are for one that is too long.
  var nanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let (whole, overflow) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, tooLong) = whole.addingReportingOverflow(UInt64(attoseconds) / 1_000_000_000)
    return overflow || tooLong ? .max : sum
  }
}
