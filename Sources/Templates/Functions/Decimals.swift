/// The digits of decimal numbers.
enum Decimals {
  static func power(_ exponent: Int64) -> Double { (0..<max(exponent, 0)).reduce(1.0) { power, _ in power * 10 } }

  /// The digits before the point that numbers up to this size have, at least one.
  static func wholeDigits(_ number: Double) -> Int64 {
    var digits: Int64 = 1
    while digits < 18, abs(number) > power(digits) { digits += 1 }
    return digits
  }
}
