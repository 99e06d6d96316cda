/// The distance between the two parts of a stretch of a series, for every place where it may be cut: the statistic Q of
/// Matteson and James, "A nonparametric approach for multiple change point analysis of multivariate data" (2014).
///
/// For a part X of n values and a part Y of m values behind it, Q is
///
///     2/(n + m) · Σ|x - y| - 2m/((n + m)(n - 1)) · Σ|x - x'| - 2n/((n + m)(m - 1)) · Σ|y - y'|
///
/// where Y may end before the stretch does. The sums are made in the order in which Apache Otava makes them: where two places
/// are equally good to the last digit, the same one is found.
struct Divergence {
  private let values: [Double]
  /// The sum of the distances of a value from all before it.
  private let before: [Double]
  /// The sum of the distances of a value from those behind it, up to another; by both indices.
  private let behind: [Double]

  init(_ values: [Double]) {
    var before = [Double](repeating: 0, count: values.count)
    var behind = [Double](repeating: 0, count: values.count * values.count)
    for first in values.indices {
      var sum = 0.0
      for second in values.indices.dropFirst(first + 1) {
        let distance = abs(values[first] - values[second])
        before[second] += distance
        sum += distance
        behind[first * values.count + second] = sum
      }
    }
    self.values = values
    self.before = before
    self.behind = behind
  }

  /// The index of the first value of Y that has the greatest Q, the first such of equals. The stretch must have two values.
  func best(in stretch: Range<Int>) -> (index: Int, q: Double) {
    let start = stretch.lowerBound
    // By the index of the last value of X, and by that of the last value of Y, both from the start and the latter from 1.
    let size = stretch.count - 1
    let within = distancesWithin(stretch)
    let (upTo, after) = sumsBehind(stretch)
    var best = (index: start + 1, q: -Double.infinity)
    for row in 0..<size {
      let n = Double(row + 1)
      let withinX = row == 0 ? 0 : within[row - 1]
      for column in row..<size {
        let m = Double(column - row + 1)
        let all = Double(column + 2)
        let between = 2 / all * (upTo[row * size + column] - withinX)
        let left = row == 0 ? 0 : 2 * m / (all * (n - 1)) * withinX
        let right = column == row ? 0 : 2 * n / (all * (m - 1)) * after[(row + 1) * size + column]
        let q = between - left - right
        if q > best.q { best = (start + row + 1, q) }
      }
    }
    return best
  }

  /// The sums of all distances among the first two values of the stretch, the first three, and so on.
  private func distancesWithin(_ stretch: Range<Int>) -> [Double] {
    let start = stretch.lowerBound
    var total = 0.0
    return stretch.dropFirst().map { index in
      var outside = 0.0
      for earlier in 0..<start { outside += abs(values[earlier] - values[index]) }
      total += before[index] - outside
      return total
    }
  }

  /// The sums of `behind` down a column: over all rows up to one, and over all rows from it on.
  private func sumsBehind(_ stretch: Range<Int>) -> (upTo: [Double], from: [Double]) {
    let (start, size) = (stretch.lowerBound, stretch.count - 1)
    var upTo = [Double](repeating: 0, count: size * size)
    var from = upTo
    for column in 0..<size {
      func value(_ row: Int) -> Double { behind[(start + row) * values.count + start + column + 1] }
      var sum = 0.0
      for row in 0...column {
        sum += value(row)
        upTo[row * size + column] = sum
      }
      sum = 0
      for row in stride(from: column, through: 0, by: -1) {
        sum += value(row)
        from[row * size + column] = sum
      }
    }
    return (upTo, from)
  }
}
