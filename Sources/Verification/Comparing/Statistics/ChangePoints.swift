package import Scenarios

/// The change points of a series: the divisive search of Matteson and James with Student's test, in the two steps of Fleming and
/// others, "Hunter: using change point detection to hunt for performance regressions" (2023). Apache Otava finds the same.
///
/// First, windows that overlap by half are each cut where their parts are farthest apart, and the parts again, as long as that
/// is significant at ten times the level. So changes that hide each other are found. Then, of all change points of the series,
/// the least significant is taken away until all are significant at the level itself, and so is the smallest until
/// all are greater than the least change.
package enum ChangePoints {
  package static let window = 50
  package static let level = 0.001

  /// The least change.
  private struct Least {
    var tolerance: ComparisonTolerance
    var countsAnyFromZero: Bool

    func isExceeded(by point: ChangePoint) -> Bool {
      if countsAnyFromZero, point.meanBefore == 0 { return true }
      return point.magnitude > tolerance.relative && abs(point.meanAfter - point.meanBefore) > tolerance.absolute
    }
  }

  /// The change points of finite numbers, in their order: those of more than the tolerance and, if asked for, those away from 0,
  /// however small they are.
  package static func find(
    in series: [Double], exceeding tolerance: ComparisonTolerance = ComparisonTolerance(relative: 0, absolute: 0),
    countingAnyFromZero: Bool = false
  ) -> [ChangePoint] {
    let least = Least(tolerance: tolerance, countsAnyFromZero: countingAnyFromZero)
    return merged(candidates(in: series), in: series, least)
  }

  private static func candidates(in series: [Double]) -> [Int] {
    var found: Set<Int> = []
    var start = 0
    while start < series.count {
      let end = min(start + window, series.count)
      let cuts = cuts(of: Array(series[start..<end]), level: 10 * level).map { start + $0 }
      found.formUnion(cuts)
      // The part behind the last cut belongs to what follows.
      start = max(cuts.last ?? 0, start + window / 2)
    }
    return found.sorted()
  }

  /// The places where a window is cut, in their order.
  private static func cuts(of window: [Double], level: Double) -> [Int] {
    let divergence = Divergence(window)
    var cuts: [Int] = []
    while true {
      var best: (index: Int, q: Double, part: Range<Int>)?
      for part in parts(cuts, of: window.count) where part.count > 1 {
        let cut = divergence.best(in: part)
        if let known = best, !(cut.q > known.q) { continue }
        best = (cut.index, cut.q, part)
      }
      guard let best else { return cuts }
      let point = ChangePoint(in: window, best.part.lowerBound..<best.index, best.index..<best.part.upperBound)
      guard point.p <= level else { return cuts }
      cuts.append(best.index)
      cuts.sort()
    }
  }

  private static func parts(_ cuts: [Int], of count: Int) -> [Range<Int>] {
    zip([0] + cuts, cuts + [count]).map { $0..<$1 }
  }

  private static func merged(_ cuts: [Int], in series: [Double], _ least: Least) -> [ChangePoint] {
    var parts = parts(cuts, of: series.count)
    var points = zip(parts, parts.dropFirst()).map { ChangePoint(in: series, $0, $1) }
    while let weakest = weakest(of: points, least) {
      points.remove(at: weakest)
      let joined = parts.remove(at: weakest)
      parts[weakest] = joined.lowerBound..<parts[weakest].upperBound
      // Otava tests again the point behind the one that is gone and the next one, not the one before it.
      for index in weakest..<min(weakest + 2, points.count) {
        points[index] = ChangePoint(in: series, parts[index], parts[index + 1])
      }
    }
    return points
  }

  /// The point to take away: the least significant one; where all are significant, the smallest of those within the tolerance.
  private static func weakest(of points: [ChangePoint], _ required: Least) -> Int? {
    guard let first = points.indices.first else { return nil }
    var least = first
    for index in points.indices where points[index].p > points[least].p { least = index }
    guard points[least].p < level else { return least }
    var smallest: Int?
    for index in points.indices where !required.isExceeded(by: points[index]) {
      if let known = smallest, !(points[index].magnitude < points[known].magnitude) { continue }
      smallest = index
    }
    return smallest
  }
}
