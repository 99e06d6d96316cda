internal import Scenarios

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The time of a producer worker's next tick. Pure: times count from the run's start.
enum NextTick {
  /// The processors of this machine that are online.
  private static let processors = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// The least time between two ticks of one producer. Several that send at the same time share the cores.
  static func quantum(producers: Int, cores: Int = processors) -> Nanoseconds {
    .microseconds(250) * Int64(max(min(producers, cores), 1))
  }

  /// While reports are awaited and nothing is due, they are taken this often.
  private static let idle: Nanoseconds = .milliseconds(1)
  /// Librdkafka's own errors and log lines are taken this often even while nothing is due.
  private static let longest: Nanoseconds = .milliseconds(100)

  /// The next tick after one that ended at `now`. `isBehind` where more is due than was sent; `pacing` is the pacer's decision,
  /// which counts from `start`, and nil once nothing more is sent; `isAwaiting` where the client holds messages.
  static func time(
    isBehind: Bool, _ pacing: Numbering.Decision?, start: Nanoseconds, isAwaiting: Bool, quantum: Nanoseconds,
    at now: Nanoseconds
  ) -> Nanoseconds {
    if isBehind { return now }
    let wake: Nanoseconds
    switch pacing {
    case .wait(let due): wake = max(isAwaiting ? min(start + due, now + idle) : start + due, now + quantum)
    case .go, .held, .done: wake = now + quantum
    case nil: wake = now + idle
    }
    return min(wake, now + longest)
  }
}
