package import Scenarios

/// The measured value of a metric.
package enum Measurement: Sendable, Equatable, Codable {
  case count(UInt64)
  /// Nanoseconds; whole but for a mean.
  case duration(Double)
  /// 0…1.
  case ratio(Double)
  /// Messages a second.
  case rate(Double)
  /// Bytes a second.
  case byteRate(Double)
  /// Bytes; whole but for a mean.
  case size(Double)

  /// True where it is as `comparison` with `bound` asks; nil where they are not of one kind. Counts are compared exactly.
  /// Everything else was measured in binary fractions, and the bound is taken as the nearest one: 99 of 100 are 99%.
  package func holds(_ comparison: Expectation.Comparison, _ bound: Bound) -> Bool? {
    switch (self, bound) {
    case (.count(let value), .count(let bound)): comparison.holds(value, bound)
    case (.duration(let value), .duration(let bound)): comparison.holds(value, Double(bound.count))
    case (.ratio(let value), .ratio(let bound)): comparison.holds(value, bound.value)
    case (.rate(let value), .rate(let bound)): comparison.holds(value, bound.value)
    case (.byteRate(let value), .byteRate(let bound)): comparison.holds(value, bound.value)
    case (.size(let value), .size(let bound)): comparison.holds(value, Double(bound))
    default: nil
    }
  }

  /// True where it is more than `bound`; false where they are not of one kind.
  func exceeds(_ bound: Bound) -> Bool { holds(.greater, bound) ?? false }
}
