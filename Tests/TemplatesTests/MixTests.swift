import Testing

@testable import Templates

@Suite struct MixTests {
  @Test(
    arguments: [([80, 20], [4, 1]), ([1, 1], [1, 1]), ([7], [1]), ([6, 9, 3], [2, 3, 1])] as [([UInt64], [UInt64])])
  func isReduced(_ weights: [UInt64], _ expected: [UInt64]) { #expect(MixOrder.reduced(weights) == expected) }

  /// In each run every template is used as often as its weight, and its messages are counted without a gap.
  @Test(arguments: [[4, 1], [2, 3, 1], [1], [1, 1]] as [[UInt64]]) func isExact(_ weights: [UInt64]) {
    var order = MixOrder(weights: weights, stageKey: 99)
    let run = weights.reduce(0, +)
    var own = [UInt64](repeating: 0, count: weights.count)
    for block in 0..<50 as Range<UInt64> {
      var counts = [UInt64](repeating: 0, count: weights.count)
      for number in block * run..<(block + 1) * run {
        let place = order.place(of: number)
        #expect(place.own == own[place.template])
        own[place.template] += 1
        counts[place.template] += 1
      }
      #expect(counts == weights)
    }
  }

  @Test func theOrderDependsOnTheSeedAndDiffersFromRunToRun() {
    func order(_ key: UInt64) -> [Int] {
      var order = MixOrder(weights: [4, 1], stageKey: key)
      return (0..<500).map { order.place(of: $0).template }
    }
    #expect(order(1) == order(1))
    #expect(order(1) != order(2))
    let all = order(1)
    var runs: Set<[Int]> = []
    for start in stride(from: 0, to: 500, by: 5) { runs.insert(Array(all[start..<start + 5])) }
    #expect(runs.count == 5)
  }
}
