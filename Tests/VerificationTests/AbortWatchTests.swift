import Scenarios
import Testing
import Verification

/// Conditions that end the sending.
@Suite struct AbortWatchTests {
  private static func condition(
    _ metric: Metric, _ comparison: Scenarios.Expectation.Comparison, _ bound: Bound,
    _ scope: AbortCondition.Scope = .run
  ) -> AbortCondition {
    AbortCondition(
      Scenarios.Expectation(metric: metric, comparison: comparison, bound: bound, range: JudgedStage.range),
      scope: scope)
  }

  private static func snapshot(
    _ seconds: Int64, due: UInt64 = 0, sent: UInt64 = 0, rejected: UInt64 = 0, bytes: UInt64 = 0
  ) -> SendingSnapshot {
    var counts = SendCounts()
    (counts[.due], counts[.sent], counts[.rejected], counts[.bytesAcknowledged]) = (due, sent, rejected, bytes)
    return SendingSnapshot(elapsed: .seconds(seconds), counts: counts)
  }

  private static let rejected = condition(.rejected, .greater, .count(100))

  @Test func aConditionThatNeverBecomesTrueIsHeld() {
    var watch = AbortWatch([Self.rejected])
    #expect(watch.observe(Self.snapshot(1, rejected: 99)) == nil)
    #expect(watch.observe(Self.snapshot(2, rejected: 100)) == nil)
    let checks = watch.checks(Self.snapshot(3, rejected: 100))
    #expect(checks.map(\.title) == ["abort_when: rejected > 100"])
    #expect(checks.map(\.outcome) == [.held] && checks.map(\.actual) == [.count(100)] && checks[0].exit == nil)
  }

  @Test func itIsBrokenWithTheValueOfThatTime() {
    var watch = AbortWatch([Self.rejected])
    #expect(watch.observe(Self.snapshot(1, rejected: 7)) == nil)
    #expect(watch.observe(Self.snapshot(2, rejected: 131)) == Self.rejected)
    // Once is enough: the stage is ending.
    #expect(watch.observe(Self.snapshot(3, rejected: 500)) == nil)
    let checks = watch.checks(Self.snapshot(4, rejected: 500))
    #expect(checks.map(\.outcome) == [.broken] && checks.map(\.actual) == [.count(131)])
    #expect(checks[0].exit == .expectationFailed)
  }

  @Test(
    arguments: [
      ("kept at half", .rateKept, .less, .ratio(Fraction(50, over: 100)), 10, 100, 49, true),
      ("kept at more", .rateKept, .less, .ratio(Fraction(50, over: 100)), 10, 100, 50, false),
      ("nothing is due yet", .rateKept, .less, .ratio(Fraction(50, over: 100)), 10, 0, 0, false),
      ("too early for a rate", .rateKept, .less, .ratio(Fraction(50, over: 100)), 0, 100, 1, false),
      ("messages a second", .rateKept, .less, .rate(Fraction(20)), 10, 0, 199, true),
      ("enough a second", .rateKept, .less, .rate(Fraction(20)), 10, 0, 200, false),
      ("bytes a second", .throughput, .less, .byteRate(Fraction(1)), 10, 0, 0, true),
      ("a latency is never known", .latency(.ack, .p99), .greater, .duration(1), 10, 9, 9, false),
      ("nor is what is read", .lost, .equal, .count(0), 10, 9, 9, false),
    ] as [(String, Metric, Scenarios.Expectation.Comparison, Bound, Int64, UInt64, UInt64, Bool)])
  func ratesAreSinceTheStagesStart(
    _ name: String, _ metric: Metric, _ comparison: Scenarios.Expectation.Comparison, _ bound: Bound, _ seconds: Int64,
    _ due: UInt64, _ sent: UInt64, _ isMet: Bool
  ) {
    var watch = AbortWatch([Self.condition(metric, comparison, bound)])
    #expect((watch.observe(Self.snapshot(seconds, due: due, sent: sent)) != nil) == isMet)
  }

  @Test func aConditionThatEndsTheRunComesFirst() {
    let stage = Self.condition(.sent, .atLeast, .count(5), .stage)
    var watch = AbortWatch([stage, Self.rejected])
    #expect(watch.observe(Self.snapshot(1, sent: 5, rejected: 101)) == Self.rejected)
    #expect(watch.checks(Self.snapshot(1)).map(\.outcome) == [.broken, .broken])
    watch = AbortWatch([stage, Self.rejected])
    #expect(watch.observe(Self.snapshot(1, sent: 5)) == stage)
  }

  @Test func aStageThatDidNotRunHasNoAnswer() {
    #expect(
      AbortWatch.skipped([Self.rejected]).map(\.outcome) == [.skipped(because: "the stage did not run")])
  }

  /// The checks that a stage has from its sending are judged with its others.
  @Test func aBrokenConditionFailsItsStage() {
    var stage = JudgedStage.good
    var watch = AbortWatch([Self.rejected])
    _ = watch.observe(Self.snapshot(2, rejected: 131))
    stage.checks = watch.checks(Self.snapshot(2, rejected: 131))
    RunJudgement.judge(
      &stage, expectations: [JudgedStage.expectation(.lost)], readings: [JudgedStage.reading()], problem: nil)
    #expect(stage.checks.map(\.title) == ["lost == 0", "abort_when: rejected > 100"])
    #expect(stage.verdict == .failed)
  }
}
