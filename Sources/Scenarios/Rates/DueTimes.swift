/// The due times of a share's messages 0, 1, 2, … one after the other. At a constant rate this takes no division for each:
/// ⌊n · period / messages⌋ by the quotient and remainder of the share's distance. It does not hold the schedule, since
/// the hot loop would copy it for each message.
public struct DueTimes: Sendable {
  @usableFromInline let isSteady: Bool
  @usableFromInline let step: Nanoseconds
  @usableFromInline let remainder: UInt64
  @usableFromInline let messages: UInt64
  @usableFromInline var carried: UInt64 = 0
  private let distance: UInt64
  private var number: UInt64
  private var gap = Nanoseconds.zero
  private var arrivals: ArrivalPath?
  @usableFromInline var due: Nanoseconds

  /// Nil at `max`, where no message has a due time.
  package init?(_ schedule: Schedule, share: Share = .whole) {
    guard schedule.isPaced else { return nil }
    distance = share.of
    number = share.index
    due = schedule.due(number)
    let rate = schedule.profile.steady
    isSteady = rate != nil
    messages = rate?.messages ?? 1
    let period = rate?.period.count.magnitude ?? 0
    let ofStep = UInt128(period) * UInt128(share.of)
    let (quotient, rest) = ofStep.quotientAndRemainder(dividingBy: UInt128(messages))
    step = Nanoseconds(clamping: quotient)
    remainder = UInt64(clamping: rest)
    if case .poisson(let poisson) = schedule.profile {
      arrivals = ArrivalPath(poisson, of: schedule.total ?? 0, over: schedule.length ?? .zero)
    }
    carried = UInt64(clamping: UInt128(period) * UInt128(share.index) % UInt128(messages))
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
    number = number.addingReportingOverflow(distance).overflow ? .max : number + distance
    let next = arrivals?.due(number) ?? schedule.varyingDue(number, near: due + gap)
    gap = next - due
    due = next
  }
}
