package import Scenarios

/// The decision when to send how many messages, from the time elapsed and the number sent alone. Pure: it reads no clock and
/// does not wait.
package struct Pacer: Sendable, Equatable {
  package enum Decision: Sendable, Equatable {
    /// This many messages are due now.
    case send(UInt64)
    /// Nothing is due before this time after the start of the stage.
    case wait(until: Nanoseconds)
    case done
  }

  package let schedule: Schedule
  private let share: Share
  private let total: UInt64?

  package init(_ schedule: Schedule, of share: Share = .whole) {
    self.schedule = schedule
    self.share = share
    total = schedule.total(of: share)
  }

  /// `elapsed` is the time since the start of the stage, `sent` counts the messages of the share.
  package func decide(elapsed: Nanoseconds, sent: UInt64) -> Decision {
    let elapsed = max(elapsed, .zero)
    if let total, sent >= total { return .done }
    if let cutoff = schedule.cutoff, elapsed >= cutoff { return .done }
    let due = schedule.count(by: elapsed, of: share)
    return due > sent ? .send(due - sent) : .wait(until: schedule.due(share.number(sent)))
  }
}
