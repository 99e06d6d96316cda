/// digits / 10^places, as it was written.
struct ExactDecimal {
  private(set) var digits: UInt64
  private(set) var places: Int

  /// Both hold digits only. Nil where they are more than 64 bits keep.
  init?(whole: some StringProtocol, fraction: some StringProtocol) {
    let kept = String(fraction.reversed().drop { $0 == "0" }.reversed())
    guard kept.count < 19, let digits = UInt64(String(whole) + kept) else { return nil }
    self.digits = digits
    places = kept.count
  }

  /// 10^places.
  var divisor: UInt64 { (0..<places).reduce(1) { power, _ in power * 10 } }

  /// digits · factor / 10^places; nil where that is not a whole number. `high` is not 0 where it exceeds 64 bits.
  func scaled(by factor: UInt64) -> (high: UInt64, low: UInt64)? {
    let product = digits.multipliedFullWidth(by: factor)
    guard product.high < divisor else { return (high: 1, low: 0) }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    return remainder == 0 ? (high: 0, low: quotient) : nil
  }
}

/// A unit of time in a duration, with the spellings by which others know it.
struct DurationUnit {
  var name: String
  var nanoseconds: UInt64

  init?(_ spelling: some StringProtocol) {
    let spelling = String(spelling.filter { $0 != " " })
    switch spelling == "M" ? "m" : spelling.lowercased() {
    case "us", "µs", "μs", "usec", "microseconds": (name, nanoseconds) = ("us", 1000)
    case "ms", "msec", "millis", "milliseconds": (name, nanoseconds) = ("ms", 1_000_000)
    case "s", "sec", "secs", "second", "seconds": (name, nanoseconds) = ("s", 1_000_000_000)
    case "m", "min", "mins", "minute", "minutes": (name, nanoseconds) = ("m", 60_000_000_000)
    case "h", "hr", "hrs", "hour", "hours": (name, nanoseconds) = ("h", 3_600_000_000_000)
    case "d", "day", "days": (name, nanoseconds) = ("d", 86_400_000_000_000)
    default: return nil
    }
  }
}

/// The time that a rate is per, with the spellings by which others know it.
struct RateUnit {
  var name: String
  var nanoseconds: UInt64

  init?(_ spelling: some StringProtocol) {
    switch String(spelling.filter({ $0 != " " })).lowercased() {
    case "s", "sec", "second": (name, nanoseconds) = ("s", 1_000_000_000)
    case "min", "m", "minute": (name, nanoseconds) = ("min", 60_000_000_000)
    case "h", "hr", "hour": (name, nanoseconds) = ("h", 3_600_000_000_000)
    default: return nil
    }
  }
}
