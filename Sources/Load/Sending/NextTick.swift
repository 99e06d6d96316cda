/// The time of a producer worker's next tick. Pure: times are nanoseconds since the run's start.
enum NextTick {
  private static let quantum: Int64 = 250_000
  /// While reports are awaited and nothing is due, they are taken this often.
  private static let idle: Int64 = 1 * .millisecond
  /// Librdkafka's own errors and log lines are taken this often even while nothing is due.
  private static let longest: Int64 = 100 * .millisecond

  /// The next tick after one that ended at `now`. `isBehind` where more is due than was sent; `pacing` is the pacer's decision,
  /// which counts from `start`, and nil once nothing more is sent; `isAwaiting` where the client holds messages.
  static func time(
    isBehind: Bool, _ pacing: Pacer.Decision?, start: Int64, isAwaiting: Bool, at now: Int64
  ) -> Int64 {
    if isBehind { return now }
    let wake: Int64
    switch pacing {
    case .wait(let due): wake = max(isAwaiting ? min(start + due, now + idle) : start + due, now + quantum)
    case .send, .done: wake = now + quantum
    case nil: wake = now + idle
    }
    return min(wake, now + longest)
  }
}
