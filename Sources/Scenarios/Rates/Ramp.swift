/// A rate that changes linearly from one to another over the stage's length L.
///
///     rate
///       to |          _/|
///          |       _/   |
///          |    _/      |
///     from |  /         |
///          +------------+-- t
///          0            L
///
///     rate(t) = from + (to - from) * t / L
///     I(t)    = t * (from * (2 * L - t) + to * t) / (2 * L)
///
/// Message n is due in the nanosecond in which I passes n. The root of the quadratic equation is a guess in binary
/// fractions, which whole numbers of 256 bits correct.
public struct Ramp: Sendable, Hashable {
  /// Nil is 0/s.
  package let from: Rate?
  /// Nil is 0/s.
  package let to: Rate?
  private let parts: MessageParts
  /// Parts a nanosecond at the beginning and at the end.
  private let first: UInt64
  private let last: UInt64

  /// Nil where the rates have no common denominator that fits.
  package init?(from: Rate?, to: Rate?) {
    guard let parts = MessageParts([from, to]), let first = parts.perNanosecond(from),
      let last = parts.perNanosecond(to)
    else { return nil }
    self.from = from
    self.to = to
    self.parts = parts
    self.first = first
    self.last = last
  }

  /// I(t) times `divisor`, in 256 bits; `time` is at most `length`.
  private func scaled(_ time: UInt64, _ length: UInt64) -> (high: UInt128, low: UInt128) {
    let weight = UInt128(first, times: 2 * length - time).plus(UInt128(last, times: time))
    let product = UInt128(time).multipliedFullWidth(by: weight)
    return (product.high, product.low)
  }

  private func divisor(_ length: UInt64) -> UInt128 { UInt128(2 * length, times: parts.count) }

  /// I at a time, in whole messages.
  private func messages(by time: UInt64, _ length: UInt64, roundedUp: Bool) -> UInt64 {
    guard length > 0 else { return 0 }
    let (divisor, product) = (divisor(length), scaled(time, length))
    guard product.high < divisor else { return .max }
    let (quotient, rest) = divisor.dividingFullWidth((high: product.high, low: product.low))
    return UInt64(clamping: roundedUp && rest > 0 ? quotient.plus(1) : quotient)
  }

  func total(over length: Nanoseconds) -> UInt64 {
    messages(by: length.wholeCount, length.wholeCount, roundedUp: false)
  }

  @usableFromInline func count(by elapsed: Nanoseconds, over length: Nanoseconds) -> UInt64 {
    guard elapsed >= .zero else { return 0 }
    return messages(by: min(elapsed.wholeCount + 1, length.wholeCount), length.wholeCount, roundedUp: true)
  }

  @usableFromInline func due(_ n: UInt64, over length: Nanoseconds) -> Nanoseconds {
    let length = length.wholeCount
    let wide = divisor(length).multipliedFullWidth(by: UInt128(n))
    let sought: (UInt128, UInt128) = (wide.high, wide.low)
    let time = leastTime(near: guess(n, length), below: length) { time in
      let reached = scaled(time + 1, length)
      return (reached.high, reached.low) > sought
    }
    return time < length ? Nanoseconds(clamping: time) : .max
  }

  /// n = first * t + (last - first) * t^2 / (2 * length), solved so that no digits cancel in a rising ramp.
  private func guess(_ n: UInt64, _ length: UInt64) -> UInt64 {
    guard n > 0, length > 0 else { return 0 }
    let sought = Double(n) * Double(parts.count)
    let slope = (Double(last) - Double(first)) / Double(length)
    let root = max(Double(first) * Double(first) + 2 * slope * sought, 0).squareRoot()
    return UInt64(clampingTime: 2 * sought / (Double(first) + root))
  }
}

extension Nanoseconds {
  /// The count of a time that is not negative.
  var wholeCount: UInt64 { UInt64(clamping: count) }
}

extension UInt64 {
  /// A time that was computed in binary fractions; it may be infinite, or no number.
  init(clampingTime time: Double) { self = time > 0 ? (time < 0x1p62 ? UInt64(time) : 1 << 62) : 0 }
}
