internal import Scenarios

/// Counts what one producer sent in time in the windows of the greatest rate. Pure: times count from the stage's start.
struct PeakWatch {
  /// A window, with the producer's own messages that are due in it, by their number among its own.
  struct Window: Equatable {
    /// The windows of a stage count from 0.
    var number: Int
    var start: Nanoseconds
    var end: Nanoseconds
    var messages: Range<UInt64>
  }

  /// The outcome of a window.
  struct Outcome: Equatable {
    var number: Int
    var due: UInt64
    var inTime: UInt64
  }

  /// The window that follows one, or the first; nil where none does.
  typealias Following = (Window?) -> Window?

  private let following: Following
  private var window: Window?
  /// The one after that: messages of it may come while the last of the present one are still in time.
  private var next: Window?
  /// The producer's messages that have had their turn: sent, withheld or dropped.
  private var handled: UInt64 = 0
  /// Those of the window that were dropped.
  private var dropped: UInt64 = 0
  /// Where a producer's messages are chosen by their keys, their due times say which window they are of: those of this one, and of the next.
  private let isByDueTime: Bool
  private var sent: UInt64 = 0
  private var sentOfNext: UInt64 = 0

  init(isByDueTime: Bool = false, _ following: @escaping Following = { _ in nil }) {
    self.isByDueTime = isByDueTime
    self.following = following
    window = following(nil)
    if let window { next = following(window) }
  }

  /// The time at which the present window is decided; nil where there is none.
  var limit: Nanoseconds? { window.map { $0.end + Threshold.peakGrace } }

  /// A message was sent, or withheld, that was due at this time. Windows that were past before it come from `pass`.
  mutating func handle(due: Nanoseconds? = nil) {
    handled += 1
    guard isByDueTime, let due, let window, due >= window.start else { return }
    if due < window.end {
      sent += 1
    } else if let next, due >= next.start, due < next.end {
      sentOfNext += 1
    }
  }

  mutating func drop() {
    if let window, window.messages.contains(handled) { dropped += 1 }
    handled += 1
  }

  /// Decides the windows that are past at `now`.
  mutating func pass(_ now: Nanoseconds, _ decided: (Outcome) -> Void) {
    while let limit, now >= limit { decide(decided) }
  }

  /// Decides the windows that have begun at `now`: nothing more comes.
  mutating func finish(at now: Nanoseconds, _ decided: (Outcome) -> Void) {
    while let window, window.start <= now { decide(decided) }
  }

  private mutating func decide(_ decided: (Outcome) -> Void) {
    guard let window else { return }
    let own = window.messages
    let taken = min(max(handled, own.lowerBound), own.upperBound) - own.lowerBound
    decided(
      Outcome(
        number: window.number, due: own.upperBound - own.lowerBound,
        inTime: isByDueTime ? sent : taken - min(dropped, taken)))
    (dropped, sent, sentOfNext) = (0, sentOfNext, 0)
    self.window = next
    if let next { self.next = following(next) }
  }
}

extension PeakWatch {
  /// The windows of a schedule, with a share's part of them; with `isByDueTime` what is due in them is the share's, and what is sent
  /// in time is known by its due time.
  init(_ schedule: Schedule, of share: Share, isByDueTime: Bool = false) {
    self.init(isByDueTime: isByDueTime) { former in
      guard let window = schedule.peakWindow(endingAfter: former?.end ?? .zero) else { return nil }
      let before = schedule.count(by: window.start - Nanoseconds(1), of: share)
      let within = schedule.count(by: window.end - Nanoseconds(1), of: share)
      return Window(
        number: former.map { $0.number + 1 } ?? 0, start: window.start, end: window.end,
        messages: before..<max(within, before))
    }
  }
}
