import Testing

@testable import Scenarios

/// The transactions that are aborted, and how many there are.
@Suite struct TransactionPlanTests {
  private static func plan(_ length: Transactions.Length, _ abort: Fraction = Fraction(0), producers: UInt64 = 1)
    -> TransactionPlan
  {
    TransactionPlan(Transactions(length: length, abort: abort), producers: producers)
  }

  private static let steady = RateProfile.constant(Rate(messages: 100, per: .seconds(1)))

  @Test(
    arguments: [
      ("whole", 1000, 1, 10), ("a part at the end", 1001, 1, 11), ("two producers with as many", 1000, 2, 10),
      ("two, one with one more", 1001, 2, 11), ("more producers than messages", 3, 8, 3), ("less than one", 5, 1, 1),
    ] as [(String, UInt64, UInt64, UInt64)]) func areCounted(
      _ name: String, _ total: UInt64, _ producers: UInt64, _ count: UInt64
    )
  {
    let plan = Self.plan(.messages(100), producers: producers)
    #expect(plan.count(in: Schedule(Self.steady, count: total)) == count)
  }

  @Test func ofATimeTheMostThatThereCanBe() {
    let second = Self.plan(.time(.seconds(1)), producers: 2)
    #expect(second.count(in: Schedule(Self.steady, duration: .milliseconds(2500))) == 6)
    #expect(second.count(in: Schedule(Self.steady, count: 3)) == 2)
    #expect(second.count(in: Schedule(.maximum, count: 1000)) == nil)
    #expect(second.count(in: Schedule(.maximum, duration: .seconds(9))) == nil)
  }

  /// Among all of n there are ⌊n · a⌋ or one more, whatever the seed; the same for every stretch of them.
  @Test(arguments: [Fraction(1, over: 100), Fraction(1, over: 3), Fraction(99, over: 100), Fraction(7, over: 1000)])
  func theShareIsExactForEverySeed(_ share: Fraction) {
    let plan = Self.plan(.messages(1), share)
    for seed in UInt64(0)..<50 {
      let aborts = (UInt64(0)..<3000).map { plan.aborts($0, seed: seed, stage: "s") }
      for start in [0, 17, 1500] {
        let count = aborts[start..<(start + 1500)].count { $0 }
        let least = Int(1500 * share.numerator / share.denominator)
        #expect(count == least || count == least + 1, "seed \(seed), from \(start)")
      }
    }
  }

  @Test func noneAndAll() {
    #expect((UInt64(0)..<100).allSatisfy { !Self.plan(.messages(1)).aborts($0, seed: 1, stage: "s") })
    #expect((UInt64(0)..<100).allSatisfy { Self.plan(.messages(1), Fraction(1)).aborts($0, seed: 1, stage: "s") })
  }

  @Test func theSeedAndTheStageSayWhich() {
    let plan = Self.plan(.messages(1), Fraction(1, over: 10))
    let chosen = Set(
      (UInt64(0)..<40).map { seed in (UInt64(0)..<10).first { plan.aborts($0, seed: seed, stage: "s") } })
    #expect(chosen.count > 5)
    let stages = Set(
      ["a", "b", "c", "d", "e"].map { name in (UInt64(0)..<10).first { plan.aborts($0, seed: 1, stage: name) } })
    #expect(stages.count > 1)
  }
}
