import Diagnostics
import Scenarios
import Testing

@Suite struct RateTests {
  private static let second: UInt64 = 1_000_000_000

  @Test func aTenthOfAMessageASecondIsExactForAYear() {
    let rate = Rate(messages: 1, per: 10 * Self.second)
    for n: UInt64 in [0, 1, 2, 3_153_599, 3_153_600] { #expect(rate.due(n) == n * 10 * Self.second) }
    #expect(rate.messages(in: 31_536_000 * Self.second) == 3_153_600)
    #expect(rate.messages(in: 31_536_000 * Self.second - 1) == 3_153_599)
  }

  @Test func aHundredAnHour() {
    let rate = Rate(messages: 100, per: 3600 * Self.second)
    #expect(rate == Rate(messages: 1, per: 36 * Self.second))
    #expect(rate.due(876_000) == 31_536_000 * Self.second)
    #expect(rate.messages(in: 36 * Self.second - 1) == 0)
  }

  @Test func threeASecondDriftNever() {
    let rate = Rate(messages: 3, per: Self.second)
    #expect(
      (0..<7).map { rate.due($0) } == [
        0, 333_333_333, 666_666_666, 1_000_000_000, 1_333_333_333, 1_666_666_666, 2_000_000_000,
      ])
    #expect(rate.due(3 * 315_360_000) == 315_360_000 * Self.second)
    #expect(rate.due(3 * 315_360_000 + 1) == 315_360_000 * Self.second + 333_333_333)
    #expect(rate.messages(in: 315_360_000 * Self.second) == 3 * 315_360_000)
  }

  @Test func whatDoesNotFitIsTheGreatest() {
    #expect(Rate(messages: 1, per: .max).due(2) == .max)
    #expect(Rate(messages: .max, per: 1).messages(in: 2) == .max)
  }

  /// due(by:) counts exactly those messages with due(n) ≤ elapsed, whatever the rate.
  @Test func dueByIsTheInverseOfDue() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(state: seed)
    for round in 0..<20_000 {
      let rate = Rate(
        messages: 1 + random.next() >> UInt64.random(in: 24...63, using: &random),
        per: 1 + random.next() >> UInt64.random(in: 20...63, using: &random))
      let n = random.next() >> UInt64.random(in: 30...63, using: &random)
      // What is beyond ten years is refused by the reader.
      guard n.multipliedFullWidth(by: rate.period).high == 0, rate.due(n + 1) < 1 << 58 else { continue }
      let due = rate.due(n)
      let note: Comment = "seed \(seed), round \(round): \(rate), n \(n)"
      #expect(rate.due(by: due) > n, note)
      if due > 0 { #expect(rate.due(by: due - 1) <= n, note) }
      #expect(rate.due(n + 1) >= due, note)
      let elapsed = random.next() >> UInt64.random(in: 6...63, using: &random)
      let count = rate.due(by: elapsed)
      guard count < 1 << 58, count.multipliedFullWidth(by: rate.period).high == 0 else { continue }
      #expect(count == 0 || rate.due(count - 1) <= elapsed, note)
      #expect(rate.due(count) > elapsed, note)
    }
  }

  @Test func aStageIsBoundedByItsRate() {
    func stage(_ rate: RateProfile, count: UInt64? = nil, duration: UInt64? = nil) -> Stage {
      let range = SourceRange(start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 2))
      return Stage(
        name: "a", range: range, rate: rate, count: count, duration: duration, template: 0, topic: 0,
        partition: .sticky, measured: true)
    }
    let rate = RateProfile.constant(Rate(messages: 500, per: Self.second))
    #expect(stage(rate, duration: 10 * Self.second).total == 5000)
    #expect(stage(rate, count: 5000).targetDuration == 10 * Self.second)
    #expect(stage(rate, count: 5000).atMost == 300 * Self.second)
    #expect(stage(rate, duration: 200 * Self.second).atMost == 600 * Self.second)
    #expect(stage(.maximum, count: 5000).atMost == 3600 * Self.second)
    #expect(stage(.maximum, count: 5000).total == 5000)
    #expect(stage(.maximum, duration: Self.second).total == nil)
  }
}

/// Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
