/// Messages due as a function of time.
package enum RateProfile: Sendable, Equatable {
  /// As fast as the cluster takes them: nothing is due at a time.
  case maximum
  case constant(Rate)
}

/// A constant rate as the exact fraction it is written as: `messages` in every `period` nanoseconds. Nothing is rounded
/// until a message's due time is asked for, so `0.1/s` and `100/h` are exact for ever.
package struct Rate: Sendable, Hashable {
  package let messages: UInt64
  /// Nanoseconds.
  package let period: UInt64

  /// Both are positive; the fraction is reduced.
  package init(messages: UInt64, per period: UInt64) {
    var (a, b) = (messages, period)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = max(a, 1)
    self.messages = messages / divisor
    self.period = period / divisor
  }

  /// Message n is due at ⌊n · period / messages⌋ nanoseconds after the start of the stage; n counts from 0.
  package func due(_ n: UInt64) -> UInt64 {
    Self.scaled(n, by: period, over: messages, roundedUp: false)
  }

  /// How many messages are due at `elapsed` nanoseconds: those with due(n) ≤ elapsed, that is ⌈(elapsed + 1) · messages / period⌉.
  package func due(by elapsed: UInt64) -> UInt64 {
    Self.scaled(elapsed &+ 1, by: messages, over: period, roundedUp: true)
  }

  /// The integral of the rate over `duration` nanoseconds, rounded down to a whole message.
  package func messages(in duration: UInt64) -> UInt64 {
    Self.scaled(duration, by: messages, over: period, roundedUp: false)
  }

  /// Nanoseconds that `count` messages take at this rate: count · period / messages.
  package func duration(of count: UInt64) -> UInt64 { due(count) }

  package var perSecond: Double { Double(messages) / Double(period) * 1e9 }

  /// value · factor / divisor with a product of 128 bits; the greatest UInt64 where the result does not fit.
  private static func scaled(_ value: UInt64, by factor: UInt64, over divisor: UInt64, roundedUp: Bool) -> UInt64 {
    let product = value.multipliedFullWidth(by: factor)
    guard product.high < divisor else { return .max }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    return roundedUp && remainder > 0 ? quotient &+ 1 : quotient
  }
}
