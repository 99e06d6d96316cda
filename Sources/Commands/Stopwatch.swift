#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The time since it was made, on the monotonic clock. (`ContinuousClock` goes on while a Linux machine sleeps.)
struct Stopwatch {
  private let start = Self.now()

  var elapsed: Duration { Self.now() - start }

  private static func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
