internal import Scenarios

/// Numbers as decimals with a fixed count of places: no exponent, no locale, halves away from zero.
enum FixedPoint {
  /// `value` with `places` decimals (at most 9), rounded by its exact binary value: 0.125 is `0.13` with two, and 1.005,
  /// which lies a little below, is `1.00`. Nil for what has no such text: infinite, not a number, 2^64 and above.
  static func text(_ value: Double, places: Int) -> String? {
    let magnitude = value.magnitude
    guard magnitude.isFinite, magnitude < 0x1p64 else { return nil }
    let scale = powerOfTen(places)
    var whole = UInt64(magnitude)
    // Taking the whole part off is exact; so the only error is in the product, and `error` is the whole of it.
    let fraction = magnitude - Double(whole)
    let product = fraction * Double(scale)
    let error = (-product).addingProduct(fraction, Double(scale))
    var digits = UInt64(product)
    let rest = product - Double(digits)
    if rest > 0.5 || (rest == 0.5 && error >= 0) { digits += 1 }
    if digits == scale {
      guard whole < .max else { return nil }
      whole += 1
      digits = 0
    }
    return text(whole: whole, digits: digits, places: places, negative: value < 0)
  }

  static func milliseconds(nanoseconds: Nanoseconds) -> String {
    text(nanoseconds.count, dividedBy: 1_000_000, places: 3)
  }

  static func seconds(nanoseconds: Nanoseconds, places: Int = 3) -> String {
    text(nanoseconds.count, dividedBy: 1_000_000_000, places: places)
  }

  /// `count` / `divisor` with `places` decimals, in integers throughout. 10^places divides `divisor`.
  private static func text(_ count: Int64, dividedBy divisor: UInt64, places: Int) -> String {
    let unit = divisor / powerOfTen(places)
    let (quotient, remainder) = count.magnitude.quotientAndRemainder(dividingBy: unit)
    let rounded = remainder >= unit - remainder ? quotient + 1 : quotient
    let (whole, digits) = rounded.quotientAndRemainder(dividingBy: powerOfTen(places))
    return text(whole: whole, digits: digits, places: places, negative: count < 0)
  }

  private static func text(whole: UInt64, digits: UInt64, places: Int, negative: Bool) -> String {
    // What rounds to nothing has no sign.
    let sign = negative && (whole > 0 || digits > 0) ? "-" : ""
    guard places > 0 else { return sign + String(whole) }
    let tail = String(digits)
    return sign + String(whole) + "." + String(repeating: "0", count: places - tail.count) + tail
  }

  private static func powerOfTen(_ exponent: Int) -> UInt64 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
