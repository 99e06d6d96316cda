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

  package init(_ schedule: Schedule) { self.schedule = schedule }

  /// `elapsed` is the time since the start of the stage.
  package func decide(elapsed: Nanoseconds, sent: UInt64) -> Decision {
    let elapsed = max(elapsed, .zero)
    if let total = schedule.total, sent >= total { return .done }
    if let cutoff = schedule.cutoff, elapsed >= cutoff { return .done }
    let due = schedule.count(by: elapsed)
    return due > sent ? .send(due - sent) : .wait(until: schedule.due(sent))
  }
}
