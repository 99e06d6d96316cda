internal import Templates

/// Parts of a message, so small that each of a profile's rates is a whole number of them a nanosecond. So the integral of
/// the rates over whole nanoseconds is a whole number of parts, and nothing is rounded.
struct MessageParts: Sendable, Hashable {
  /// The most parts of a message: products with a time and with a number of messages fit 128 bits.
  private static let most: UInt64 = 1 << 62

  /// In one message.
  let count: UInt64

  /// Nil where the rates have too many decimal places for one denominator. Nil as a rate is 0/s.
  init?(_ rates: [Rate?]) {
    var count: UInt64 = 1
    for period in rates.compactMap({ $0?.period.count.magnitude }) {
      let (multiple, overflow) = count.multipliedReportingOverflow(by: period / greatestCommonDivisor(count, period))
      guard !overflow, multiple <= Self.most else { return nil }
      count = multiple
    }
    self.count = count
    for rate in rates where perNanosecond(rate) == nil { return nil }
  }

  /// The parts that are due in a nanosecond at a rate that these parts are made for; nil where they do not fit.
  func perNanosecond(_ rate: Rate?) -> UInt64? {
    guard let rate else { return 0 }
    let (parts, overflow) = rate.messages.multipliedReportingOverflow(by: count / rate.period.count.magnitude)
    return overflow ? nil : parts
  }

  /// The parts of so many messages.
  func parts(of messages: UInt64) -> UInt128 { UInt128(messages) * UInt128(count) }

  /// The whole messages of so many parts, a begun one counted or not; the greatest number where that does not fit.
  func messages(_ parts: UInt128, roundedUp: Bool) -> UInt64 {
    let (quotient, rest) = parts.quotientAndRemainder(dividingBy: UInt128(count))
    return UInt64(clamping: roundedUp && rest > 0 ? quotient + 1 : quotient)
  }
}

extension UInt128 {
  /// The product of a rate and a time, or of a rate, and a number of times.
  init(_ factor: UInt64, times other: UInt64) { self = UInt128(factor) * UInt128(other) }

  /// The sum; the greatest number where it does not fit.
  func plus(_ other: UInt128) -> UInt128 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}

/// The least time below `end` at which `isReached` is true, by steps of growing length from a time that is near it; `end`
/// where it is never true. The guess decides nothing but the number of steps.
@inline(__always)
func leastTime(near guess: UInt64, below end: UInt64, _ isReached: (UInt64) -> Bool) -> UInt64 {
  guard end > 0 else { return end }
  // Not reached before `low`; reached at `high`, or `high` is the end.
  var (low, high): (UInt64, UInt64) = (0, end)
  var (time, step): (UInt64, UInt64) = (min(guess, end - 1), 1)
  if isReached(time) {
    high = time
    while high > low {
      time = high - min(step, high - low)
      guard isReached(time) else {
        low = time + 1
        break
      }
      high = time
      step &*= 2
    }
  } else {
    low = time + 1
    while low < high {
      time = low + min(step, high - low) - 1
      if isReached(time) {
        high = time
        break
      }
      low = time + 1
      step &*= 2
    }
  }
  while low < high {
    time = low + (high - low) / 2
    if isReached(time) { high = time } else { low = time + 1 }
  }
  return low
}
