internal import Load
internal import Scenarios

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The signals that a stop sends to another build. It leads a session of its own, so that a terminal's Ctrl-C does not reach it. Pure:
/// times count from any one moment.
struct SignalForwarding {
  /// The time between two of them: the other build counts those that come within a second as one.
  private static let apart = StopSignals.apart + .milliseconds(100)
  /// The time that it has to end after the first, which is longer than a run may take to end, and after the second.
  private static let patience = [Nanoseconds.seconds(60), .seconds(10)]

  private var sent = 0
  private var sentAt = Nanoseconds.zero

  /// The signal to send now, for a stop of this level.
  mutating func next(_ level: StopSignals.Level, _ reason: StopRequest.Reason?, at now: Nanoseconds) -> Int32? {
    guard let reason, level < .end else { return level == .end ? SIGKILL : nil }
    let wanted = min(level.rawValue, Self.patience.count)
    if sent > 0, now - sentAt >= Self.patience[sent - 1] { return SIGKILL }
    guard sent < wanted, sent == 0 || now - sentAt >= Self.apart else { return nil }
    sent += 1
    sentAt = now
    return reason.signal
  }
}

extension StopRequest.Reason {
  fileprivate var signal: Int32 {
    switch self {
    case .interrupt: SIGINT
    case .terminate: SIGTERM
    case .hangUp: SIGHUP
    }
  }
}
