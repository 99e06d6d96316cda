/// The mean and the deviation of a part of a series.
///
/// Sums are made in the order in which numpy makes them, so that a change point that hangs on the last digit is found here
/// where the reference finds it: eight sums beside each other, and halves of what is longer than 128.
struct Sample {
  let count: Int
  let mean: Double
  /// The population's: the sum of squares is divided by the count.
  let deviation: Double

  /// The sample must have a value.
  init(_ values: ArraySlice<Double>) {
    count = values.count
    let size = Double(count)
    let mean = Self.sum(values) / size
    self.mean = mean
    deviation = (Self.sum(ArraySlice(values.map { ($0 - mean) * ($0 - mean) })) / size).squareRoot()
  }

  private static func sum(_ values: ArraySlice<Double>) -> Double {
    if values.count < 8 { return values.dropFirst().reduce(values.first ?? 0, +) }
    if values.count > 128 {
      let half = values.count / 2
      let middle = values.startIndex + half - half % 8
      return sum(values[..<middle]) + sum(values[middle...])
    }
    let whole = values.startIndex + values.count - values.count % 8
    var sums = Array(values.prefix(8))
    for start in stride(from: values.startIndex + 8, to: whole, by: 8) {
      for lane in 0..<8 { sums[lane] += values[start + lane] }
    }
    let joined = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]))
    return values[whole...].reduce(joined, +)
  }
}
