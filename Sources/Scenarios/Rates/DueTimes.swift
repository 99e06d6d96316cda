/// The due times of messages 0, 1, 2, … one after the other. At a constant rate this takes no division for each:
/// ⌊n · period / messages⌋ by its quotient and remainder.
public struct DueTimes: Sendable {
  @usableFromInline let schedule: Schedule
  @usableFromInline let isSteady: Bool
  @usableFromInline let step: Nanoseconds
  @usableFromInline let remainder: UInt64
  @usableFromInline let messages: UInt64
  @usableFromInline var carried: UInt64 = 0
  @usableFromInline var number: UInt64 = 0
  @usableFromInline var due: Nanoseconds

  /// Nil at `max`, where no message has a due time.
  package init?(_ schedule: Schedule) {
    guard schedule.isPaced else { return nil }
    self.schedule = schedule
    due = schedule.due(0)
    let rate = schedule.profile.steady
    isSteady = rate != nil
    messages = rate?.messages ?? 1
    let (quotient, rest) = (rate?.period.count.magnitude ?? 0).quotientAndRemainder(dividingBy: messages)
    step = Nanoseconds(clamping: quotient)
    remainder = rest
  }

  /// The next message's, after the start of the stage.
  @inlinable public var next: Nanoseconds { due }

  @inlinable public mutating func advance() {
    guard isSteady else {
      number &+= 1
      due = schedule.due(number)
      return
    }
    due += step
    // Without `carried + remainder`, which may not fit.
    if carried >= messages - remainder {
      carried -= messages - remainder
      due += Nanoseconds(1)
    } else {
      carried += remainder
    }
  }
}
