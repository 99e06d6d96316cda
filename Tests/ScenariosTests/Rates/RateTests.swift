import Diagnostics
import Scenarios
import Testing

@Suite struct RateTests {
  @Test func aTenthOfAMessageASecondIsExactForAYear() {
    let rate = Rate(messages: 1, per: .seconds(10))
    for n: UInt64 in [0, 1, 2, 3_153_599, 3_153_600] { #expect(rate.due(n) == .seconds(Int64(n) * 10)) }
    #expect(rate.messages(in: .seconds(31_536_000)) == 3_153_600)
    #expect(rate.messages(in: .seconds(31_536_000) - 1) == 3_153_599)
  }

  @Test func aHundredAnHour() {
    let rate = Rate(messages: 100, per: .seconds(3600))
    #expect(rate == Rate(messages: 1, per: .seconds(36)))
    #expect(rate.due(876_000) == .seconds(31_536_000))
    #expect(rate.messages(in: .seconds(36) - 1) == 0)
  }

  @Test func threeASecondDriftNever() {
    let rate = Rate(messages: 3, per: .seconds(1))
    #expect(
      (0..<7).map { rate.due($0) } == [
        0, 333_333_333, 666_666_666, 1_000_000_000, 1_333_333_333, 1_666_666_666, 2_000_000_000,
      ])
    #expect(rate.due(3 * 315_360_000) == .seconds(315_360_000))
    #expect(rate.due(3 * 315_360_000 + 1) == .seconds(315_360_000) + 333_333_333)
    #expect(rate.messages(in: .seconds(315_360_000)) == 3 * 315_360_000)
  }

  @Test func whatDoesNotFitIsTheGreatest() {
    #expect(Rate(messages: 1, per: .max).due(2) == .max)
    #expect(Rate(messages: .max, per: 1).messages(in: 2) == .max)
  }

  /// count(by:) counts exactly those messages with due(n) ≤ elapsed, whatever the rate.
  @Test func countByIsTheInverseOfDue() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = RandomNumbers(state: seed)
    for round in 0..<20_000 {
      let rate = Rate(
        messages: 1 + random.next() >> UInt64.random(in: 24...63, using: &random),
        per: Nanoseconds(clamping: 1 + random.next() >> UInt64.random(in: 20...63, using: &random)))
      let n = random.next() >> UInt64.random(in: 30...63, using: &random)
      // What is beyond ten years is refused by the reader.
      guard n.multipliedFullWidth(by: rate.period.count.magnitude).high == 0, rate.due(n + 1) < Nanoseconds(1 << 58)
      else { continue }
      let due = rate.due(n)
      let note: Comment = "seed \(seed), round \(round): \(rate), n \(n)"
      #expect(rate.count(by: due) > n, note)
      if due > .zero { #expect(rate.count(by: due - 1) <= n, note) }
      #expect(rate.due(n + 1) >= due, note)
      let elapsed = Nanoseconds(clamping: random.next() >> UInt64.random(in: 6...63, using: &random))
      let count = rate.count(by: elapsed)
      guard count < 1 << 58, count.multipliedFullWidth(by: rate.period.count.magnitude).high == 0 else { continue }
      #expect(count == 0 || rate.due(count - 1) <= elapsed, note)
      #expect(rate.due(count) > elapsed, note)
    }
  }
}
