internal import Templates

/// A constant rate as the exact fraction it is written as: so many messages in every period. Nothing is rounded until a
/// message's due time is asked for, so `0.1/s` and `100/h` are exact for ever.
///
///     rate |---------------
///          |
///          +--------------- t
///
///     I(t)   = t * messages / period
///     due(n) = n * period / messages, rounded down
public struct Rate: Sendable, Hashable {
  public let messages: UInt64
  public let period: Nanoseconds

  /// Both are positive; the fraction is reduced.
  public init(messages: UInt64, per period: Nanoseconds) {
    let divisor = max(greatestCommonDivisor(messages, period.count.magnitude), 1)
    self.messages = messages / divisor
    self.period = Nanoseconds(clamping: period.count.magnitude / divisor)
  }

  /// Message n is due at ⌊n · period / messages⌋ after the start of the stage; n counts from 0.
  @inlinable public func due(_ n: UInt64) -> Nanoseconds {
    Nanoseconds(clamping: Self.scaled(n, by: period.count.magnitude, over: messages, roundedUp: false))
  }

  /// The number of messages that are due at `elapsed`: those with due(n) ≤ elapsed, that is
  /// ⌈(elapsed + 1) · messages / period⌉.
  @inlinable public func count(by elapsed: Nanoseconds) -> UInt64 {
    guard elapsed >= .zero else { return 0 }
    return Self.scaled(elapsed.count.magnitude + 1, by: messages, over: period.count.magnitude, roundedUp: true)
  }

  /// The integral of the rate over `duration`, rounded down to a whole message.
  package func messages(in duration: Nanoseconds) -> UInt64 {
    guard duration > .zero else { return 0 }
    return Self.scaled(duration.count.magnitude, by: messages, over: period.count.magnitude, roundedUp: false)
  }

  /// The time that `count` messages take at this rate: count · period / messages.
  package func duration(of count: UInt64) -> Nanoseconds { due(count) }

  package var perSecond: Double { Double(messages) / Double(period.count) * 1e9 }

  /// value · factor / divisor with a product of 128 bits; the greatest UInt64 where the result does not fit.
  @inlinable static func scaled(_ value: UInt64, by factor: UInt64, over divisor: UInt64, roundedUp: Bool) -> UInt64 {
    let product = value.multipliedFullWidth(by: factor)
    guard product.high < divisor else { return .max }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    return roundedUp && remainder > 0 ? quotient &+ 1 : quotient
  }
}
