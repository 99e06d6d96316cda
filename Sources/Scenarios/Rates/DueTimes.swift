/// The due times of messages 0, 1, 2, … one after the other. At a constant rate this takes no division for each:
/// ⌊n · period / messages⌋ by its quotient and remainder. It does not hold the schedule, since
/// the hot loop would copy it for each message.
public struct DueTimes: Sendable {
  @usableFromInline let isSteady: Bool
  @usableFromInline let step: Nanoseconds
  @usableFromInline let remainder: UInt64
  @usableFromInline let messages: UInt64
  @usableFromInline var carried: UInt64 = 0
  private var number: UInt64 = 0
  @usableFromInline var due: Nanoseconds

  /// Nil at `max`, where no message has a due time.
  package init?(_ schedule: Schedule) {
    guard schedule.isPaced else { return nil }
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

  /// Goes on to the message after that. `schedule` is the one that these times are of.
  @inlinable public mutating func advance(in schedule: Schedule) {
    guard isSteady else { return compute(schedule) }
    due += step
    // Without `carried + remainder`, which may not fit.
    if carried >= messages - remainder {
      carried -= messages - remainder
      due += 1
    } else {
      carried += remainder
    }
  }

  @usableFromInline mutating func compute(_ schedule: Schedule) {
    number += 1
    due = schedule.due(number)
  }
}
