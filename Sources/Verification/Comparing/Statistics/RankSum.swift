/// The two-sided test of Mann and Whitney: how often two samples of one distribution differ in their ranks by as much.
///
/// Up to 20 values a side the probability is exact, with ties as well: it is that of all ways to choose so many of the ranks.
/// Where a side has more, it is the normal approximation with the corrections for ties and for continuity.
package struct RankSum: Equatable, Sendable {
  /// The pairs in which the new value is the greater one, equal ones counted by half: above half of all pairs, the new
  /// values are the greater ones.
  package let u: Double
  package let p: Double

  /// The largest sample whose distribution is enumerated.
  static let mostExact = 20

  /// The test of two samples of finite numbers; where one is empty or all are equal, the probability is 1.
  package static func twoSided(_ new: [Double], _ base: [Double]) -> RankSum {
    let ranks = PooledRanks(new, base)
    // The ranks are doubled, and so is everything that is made of them.
    let doubledU = ranks.doubled.prefix(new.count).reduce(0, +) - new.count * (new.count + 1)
    let u = Double(doubledU) / 2
    guard !new.isEmpty, !base.isEmpty, ranks.hasDifferences else { return RankSum(u: u, p: 1) }
    let p =
      max(new.count, base.count) <= mostExact
      ? exact(ranks, new: new.count, base: base.count) : approximate(u, ranks, new: new.count, base: base.count)
    return RankSum(u: u, p: min(1, p))
  }

  /// Twice the smaller tail; both include what was observed. With ties the two need not be alike.
  private static func exact(_ ranks: PooledRanks, new: Int, base: Int) -> Double {
    // The smaller sample has fewer sums; its tails are those of the other in reverse.
    let observed = new <= base ? ranks.doubled.prefix(new) : ranks.doubled.suffix(base)
    // Without ties every doubled rank is even, and half as many sums are possible.
    let step = ranks.doubled.contains { $0 % 2 != 0 } ? 1 : 2
    let ways = waysBySum(choosing: observed.count, of: ranks.doubled.map { $0 / step })
    let sum = observed.reduce(0, +) / step
    let atMost = ways[...sum].reduce(0, +)
    let atLeast = ways[sum...].reduce(0, +)
    return 2 * min(atMost, atLeast) / (atMost + atLeast - ways[sum])
  }

  /// In how many ways `count` of the ranks have each sum. At most 40 over 20 ways, which a `Double` holds exactly.
  private static func waysBySum(choosing count: Int, of ranks: [Int]) -> [Double] {
    let ascending = ranks.sorted()
    // Of the first so many ranks.
    let totals = ascending.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let width = totals[ascending.count] - totals[ascending.count - count] + 1
    var ways = [Double](repeating: 0, count: (count + 1) * width)
    ways[0] = 1
    // By rank, then by how many are chosen, from most to fewest, so that no rank is chosen twice. Only sums that so many of the ranks
    // before it can have are visited, and only numbers from which the ranks behind it can still make `count`. A comparison has tens
    // of thousands of tests, so that the inner loop is one that the compiler turns into vectors.
    ways.withUnsafeMutableBufferPointer { ways in
      for (before, rank) in ascending.enumerated() {
        let fewest = max(1, count - (ascending.count - before - 1))
        for chosen in stride(from: min(count, before + 1), through: fewest, by: -1) {
          let (least, most) = (totals[chosen - 1], totals[before] - totals[before - chosen + 1])
          let (from, to) = ((chosen - 1) * width, chosen * width + rank)
          for sum in least...most { ways[to + sum] += ways[from + sum] }
        }
      }
    }
    return Array(ways.suffix(width))
  }

  private static func approximate(_ u: Double, _ ranks: PooledRanks, new: Int, base: Int) -> Double {
    let pairs = Double(new) * Double(base)
    let all = Double(new + base)
    let variance = pairs / 12 * (all + 1 - ranks.tieTerm / (all * (all - 1)))
    let z = (abs(u - pairs / 2) - 0.5) / variance.squareRoot()
    return 2 * NormalTail.above(z)
  }
}
