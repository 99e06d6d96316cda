internal import Templates

/// numerator / denominator in lowest terms: a decimal as it was written, before anything is rounded.
package struct Fraction: Sendable, Hashable, Codable {
  package let numerator: UInt64
  /// At least 1.
  package let denominator: UInt64

  package init(_ numerator: UInt64, over denominator: UInt64 = 1) {
    let divisor = max(greatestCommonDivisor(numerator, denominator), 1)
    self.numerator = numerator / divisor
    self.denominator = max(denominator / divisor, 1)
  }

  /// The nearest binary fraction, as long as both parts are below 2^53.
  package var value: Double { Double(numerator) / Double(denominator) }

  package static func < (left: Self, right: Self) -> Bool {
    let (a, b) = (
      left.numerator.multipliedFullWidth(by: right.denominator),
      right.numerator.multipliedFullWidth(by: left.denominator)
    )
    return (a.high, a.low) < (b.high, b.low)
  }
}

extension Fraction: Comparable {}

/// The value that a metric is compared with, exactly as it was written.
package enum Bound: Sendable, Hashable, Codable {
  case count(UInt64)
  case duration(Nanoseconds)
  /// 99/100 is 99%.
  case ratio(Fraction)
  /// Messages a second.
  case rate(Fraction)
  /// Bytes a second.
  case byteRate(Fraction)
  /// Bytes.
  case size(UInt64)
  case reason(RefusalReason)

  package var unit: MetricFacts.Unit {
    switch self {
    case .count: .count
    case .duration: .duration
    case .ratio: .ratio
    case .rate: .rate
    case .byteRate: .byteRate
    case .size: .size
    case .reason: .reason
    }
  }

  /// The value in the unit's own base: messages, nanoseconds, bytes, or those a second. Nil for a word.
  package var fraction: Fraction? {
    switch self {
    case .count(let number), .size(let number): Fraction(number)
    case .duration(let length): Fraction(length.count.magnitude)
    case .ratio(let fraction), .rate(let fraction), .byteRate(let fraction): fraction
    case .reason: nil
    }
  }
}
