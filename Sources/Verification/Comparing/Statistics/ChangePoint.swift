/// A place in a series from which on its values are others.
package struct ChangePoint: Equatable, Sendable {
  /// The first value after the change.
  package let index: Int
  /// The probability, by Student's test, that the stretches before it and from it on have one
  /// mean; each ends at the next change point.
  package let p: Double
  /// The means of these stretches.
  package let meanBefore: Double
  package let meanAfter: Double

  /// The test of two stretches of a series that meet.
  ///
  /// As in Apache Otava, whose results these are to equal, the deviations that go into the test are those of the population,
  /// and a stretch of one value has none.
  init(in series: [Double], _ before: Range<Int>, _ after: Range<Int>) {
    let (left, right) = (Sample(series[before]), Sample(series[after]))
    index = after.lowerBound
    (meanBefore, meanAfter) = (left.mean, right.mean)
    let (n, m) = (Double(left.count), Double(right.count))
    let degrees = left.count + right.count - 2
    guard degrees > 0 else {
      p = 1
      return
    }
    let squares = (n - 1) * (left.deviation * left.deviation) + (m - 1) * (right.deviation * right.deviation)
    let error = (squares / Double(degrees) * (1 / n + 1 / m)).squareRoot()
    p = StudentTail.outside((left.mean - right.mean) / error, degrees: degrees)
  }

  /// The change as a part of the mean before it or after it, whichever is more; of a mean of 0, nothing.
  var magnitude: Double {
    let forward = meanBefore == 0 ? 0 : meanAfter / meanBefore - 1
    let backward = meanAfter == 0 ? 0 : meanBefore / meanAfter - 1
    return max(abs(forward), abs(backward))
  }
}
