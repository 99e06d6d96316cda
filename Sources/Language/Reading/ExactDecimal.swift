internal import Scenarios

/// digits / 10^places, as it was written.
struct ExactDecimal {
  private(set) var digits: UInt64
  private(set) var places: Int

  /// Both have digits only. Nil if they do not fit 64 bits.
  init?(whole: some StringProtocol, fraction: some StringProtocol) {
    let kept = String(fraction.reversed().drop { $0 == "0" }.reversed())
    guard kept.count < 19, let digits = UInt64(String(whole) + kept) else { return nil }
    self.digits = digits
    places = kept.count
  }

  /// 10^places.
  var divisor: UInt64 { (0..<places).reduce(1) { power, _ in power * 10 } }

  /// digits · factor / 10^places; nil if that is not a whole number. `high` is not 0 if it exceeds 64 bits.
  func scaled(by factor: UInt64) -> (high: UInt64, low: UInt64)? {
    let product = digits.multipliedFullWidth(by: factor)
    guard product.high < divisor else { return (high: 1, low: 0) }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    return remainder == 0 ? (high: 0, low: quotient) : nil
  }
}

/// A unit of time in a duration, with other spellings of it.
struct DurationUnit {
  var name: String
  var length: Nanoseconds

  init?(_ spelling: some StringProtocol) {
    let spelling = String(spelling.filter { $0 != " " })
    switch spelling == "M" ? "m" : spelling.lowercased() {
    case "us", "µs", "μs", "usec", "microseconds": (name, length) = ("us", .microseconds(1))
    case "ms", "msec", "millis", "milliseconds": (name, length) = ("ms", .milliseconds(1))
    case "s", "sec", "secs", "second", "seconds": (name, length) = ("s", .seconds(1))
    case "m", "min", "mins", "minute", "minutes": (name, length) = ("m", .minutes(1))
    case "h", "hr", "hrs", "hour", "hours": (name, length) = ("h", .hours(1))
    case "d", "day", "days": (name, length) = ("d", .days(1))
    default: return nil
    }
  }
}

/// The unit of time of a rate, with other spellings of it.
struct RateUnit {
  var name: String
  var length: Nanoseconds

  init?(_ spelling: some StringProtocol) {
    switch String(spelling.filter({ $0 != " " })).lowercased() {
    case "s", "sec", "second": (name, length) = ("s", .seconds(1))
    case "min", "m", "minute": (name, length) = ("min", .minutes(1))
    case "h", "hr", "hour": (name, length) = ("h", .hours(1))
    default: return nil
    }
  }
}
