/// The middle of several numbers, and how far they lie from it: neither moves for one outlier.
package enum Median {
  /// The mean of the two in the middle where their count is even; nothing of no numbers.
  package static func of(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    guard sorted.count.isMultiple(of: 2) else { return sorted[middle] }
    return sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2
  }

  /// The median absolute deviation from the median; 1.4826 times as much estimates a normal distribution's standard deviation.
  package static func absoluteDeviation(_ values: [Double]) -> Double? {
    of(values).flatMap { middle in of(values.map { abs($0 - middle) }) }
  }
}
