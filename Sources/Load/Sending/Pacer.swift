package import Scenarios

/// When to send how much, from the time elapsed and the number sent alone. Pure: it neither looks at a clock nor waits.
package struct Pacer: Sendable, Equatable {
  package enum Decision: Sendable, Equatable {
    /// So many messages are due now.
    case send(UInt64)
    /// Nothing is due before this many nanoseconds after the start of the stage.
    case wait(until: Int64)
    case done
  }

  package let rate: RateProfile
  /// Fixed before the start; nil for `max` with only a duration.
  package let total: UInt64?
  /// Nanoseconds after which nothing more is sent; nil where the total alone ends the stage.
  package let duration: UInt64?

  package init(_ stage: Stage) {
    rate = stage.rate
    total = stage.total
    duration =
      switch stage.rate {
      case .maximum: stage.duration
      case .constant: nil
      }
  }

  package func decide(elapsed: Int64, sent: UInt64) -> Decision {
    let elapsed = UInt64(max(elapsed, 0))
    if let total, sent >= total { return .done }
    switch rate {
    case .maximum:
      if let duration, elapsed >= duration { return .done }
      return .send((total ?? .max) - sent)
    case .constant(let rate):
      let due = min(rate.due(by: elapsed), total ?? .max)
      return due > sent ? .send(due - sent) : .wait(until: Int64(clamping: rate.due(sent)))
    }
  }
}

/// The due times of messages 0, 1, 2, … at a constant rate, one after another and without a division for each:
/// ⌊n · period / messages⌋ by its quotient and remainder.
struct DueTimes {
  private let step: UInt64
  private let remainder: UInt64
  private let messages: UInt64
  private var carried: UInt64 = 0
  /// Nanoseconds after the start of the stage.
  private(set) var next: UInt64 = 0

  init(_ rate: Rate) {
    (step, remainder) = rate.period.quotientAndRemainder(dividingBy: rate.messages)
    messages = rate.messages
  }

  mutating func advance() {
    next &+= step
    // Without `carried + remainder`, which may not fit.
    if carried >= messages - remainder {
      carried -= messages - remainder
      next &+= 1
    } else {
      carried += remainder
    }
  }
}
