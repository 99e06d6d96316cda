package import Scenarios

extension Finding {
  /// The level of the test, and the runs of a side without which it cannot reach it: of 4 against 4 the least p is 0.029.
  private static let level = 0.05
  private static let leastForTest = 4
  /// With so many runs their median absolute deviation says how much the base varies.
  private static let leastForDeviation = 5
  /// A normal distribution's standard deviation is so many median absolute deviations, and three of them hold 99.7 % of it.
  private static let deviations = 3 * 1.4826

  /// Decides about one metric of a stage. `rule.gate` is the effective one.
  package init(_ metric: ComparedMetric, _ rule: ComparisonRules.Rule, base: [Double], new: [Double]) {
    self.init(
      metric: metric, base: Sample(base), new: Sample(new), gates: rule.gate != .never, tolerance: 0,
      method: .tolerance, verdict: .absent(base: base.isEmpty, new: new.isEmpty))
    guard let from = self.base.median, let to = self.new.median else { return }
    if rule.gate == .exact, base.allSatisfy({ $0 == 0 }) {
      method = .exact
      verdict = new.contains { $0 > 0 } ? .moved(.worse) : .unchanged
      return
    }
    tolerance = rule.tolerance.amount(at: from)
    let direction = Self.direction(from, to, metric.better)
    let exceeds = Self.exceeds((to - from).magnitude, tolerance, at: max(from.magnitude, to.magnitude))
    if base.count >= Self.leastForTest, new.count >= Self.leastForTest {
      method = .rankSum
      guard exceeds else {
        verdict = .unchanged
        return
      }
      // It must be beyond half the tolerance as well: a difference that hardly exceeds the tolerance is no more certain than one
      // that hardly does not.
      let moved = base.map { $0 + (to > from ? tolerance : -tolerance) / 2 }
      let test = RankSum.twoSided(new, moved)
      let isOnThisSide = (test.u > Double(new.count * base.count) / 2) == (to > from)
      verdict = test.p < Self.level && isOnThisSide ? .moved(direction) : .inconclusive(direction)
    } else if base.count >= Self.leastForDeviation {
      method = .deviation
      let band = Self.deviations * (Median.absoluteDeviation(base) ?? 0)
      verdict = exceeds && (to - from).magnitude > band ? .suspected(direction) : .unchanged
    } else {
      verdict = exceeds ? .suspected(direction) : .unchanged
    }
  }

  /// More, and not only by the rounding of binary fractions: from 1.0000 to 0.9900 is one point.
  private static func exceeds(_ difference: Double, _ tolerance: Double, at magnitude: Double) -> Bool {
    difference - tolerance > magnitude * 0x1p-40
  }

  static func direction(_ from: Double, _ to: Double, _ better: ComparedMetric.Better?) -> Direction {
    switch better {
    case .lower?: to > from ? .worse : .better
    case .higher?: to < from ? .worse : .better
    case nil: .neither
    }
  }
}
