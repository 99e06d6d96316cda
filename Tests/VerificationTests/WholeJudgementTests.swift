import Scenarios
import Testing
import Verification

@Suite struct WholeJudgementTests {
  private static func check(
    _ metric: Metric, _ comparison: Scenarios.Expectation.Comparison, _ bound: Bound, of stages: [StageResult],
    selected: [Int]? = nil, _ readings: [PartitionReading] = [JudgedStage.reading()]
  ) throws -> Check {
    let expectation = Scenarios.Expectation(
      scope: .run, metric: metric, comparison: comparison, bound: bound, range: JudgedStage.range)
    let row = RunJudgement.whole(stages, verdict: .passed, duration: 5_000_000_000, drain: 7_000_000)
    let judgement = WholeJudgement(
      row: row, stages: stages, readings: readings, selected: selected ?? Array(stages.indices))
    return try #require(judgement.checks([expectation]).first)
  }

  private static func named(_ name: String) -> StageResult {
    var stage = ExpectationJudgementTests.stage
    stage.name = name
    return stage
  }

  private static func skipped(_ name: String) -> StageResult {
    var stage = JudgedStage.skipped
    stage.name = name
    return stage
  }

  @Test func countsAreAdded() throws {
    var lossy = Self.named("b")
    lossy.read?[.lost] = 2
    lossy.witnesses = [Anomaly(kind: .lost, sequence: 4, topic: "orders", partition: 0)]
    let stages = [Self.named("a"), lossy]
    #expect(try Self.check(.found, .equal, .count(20), of: stages).outcome == .held)
    #expect(try Self.check(.found, .atLeast, .count(21), of: stages).outcome == .broken)
    let lost = try Self.check(.lost, .equal, .count(0), of: stages)
    #expect(lost.outcome == .broken && lost.exit == .verificationFailed && lost.actual == .count(2))
    #expect(lost.witnesses.map(\.detail) == ["in stage b"])
    #expect(try Self.check(.lost, .atMost, .count(2), of: stages).outcome == .held)
    #expect(try Self.check(.duration, .equal, .duration(5_000_000_000), of: stages).outcome == .held)
    #expect(try Self.check(.drain, .less, .duration(7_000_000), of: stages).outcome == .broken)
  }

  /// A stage at `max`, without a due time, waits otherwise: its 10 s are not among what the run is held to.
  @Test func latenciesAreThoseOfStagesWithARate() throws {
    var flat = Self.named("flat")
    var slow = LatencyHistogram()
    slow.record(nanoseconds: 10_000_000_000)
    (flat.lateness, flat.ackLatency, flat.serviceLatency, flat.endToEndLatency) = (nil, nil, slow, slow)
    let stages = [Self.named("steady"), flat]
    for metric in [Metric.latency(.service, .max), .latency(.endToEnd, .max), .latency(.ack, .max)] {
      #expect(try Self.check(metric, .atMost, .duration(10_000_000), of: stages).outcome == .held)
      let alone = try Self.check(metric, .atMost, .duration(10_000_000), of: [flat])
      #expect(alone.outcome == .inconclusive(because: "no message was timed", exit: .inconclusive))
    }
  }

  @Test func aSlowMachineInOneStageExcusesTheLatenciesOfAll() throws {
    var slow = Self.named("slow")
    slow.limitedBy = .generator
    #expect(
      try Self.check(.latency(.ack, .p99), .less, .duration(1000), of: [Self.named("a"), slow]).exit
        == .generatorLimited)
    #expect(
      try Self.check(.latency(.ack, .p99), .less, .duration(1000), of: [Self.named("a")]).exit == .expectationFailed)
  }

  /// `--stage`: a breach that has its cause only in the stages left out is not reported; a proven one is.
  @Test func withStagesLeftOut() throws {
    let stages = [Self.named("a"), Self.skipped("b"), Self.skipped("c")]
    let found = try Self.check(.found, .atLeast, .count(20), of: stages, selected: [0])
    #expect(found.outcome == .skipped(because: #"stages "b", "c" did not run"#))
    #expect(try Self.check(.found, .atLeast, .count(10), of: stages, selected: [0]).outcome == .held)
    #expect(try Self.check(.lost, .equal, .count(0), of: stages, selected: [0]).outcome == .held)
    #expect(try Self.check(.found, .atMost, .count(9), of: stages, selected: [0]).outcome == .broken)
  }

  @Test func withStagesThatShouldHaveRun() throws {
    let stages = [Self.named("a"), Self.skipped("b")]
    let because = Check.Outcome.inconclusive(because: #"stage "b" did not run"#, exit: .inconclusive)
    #expect(try Self.check(.found, .atLeast, .count(20), of: stages).outcome == because)
    #expect(try Self.check(.lost, .equal, .count(0), of: stages).outcome == because)
    #expect(try Self.check(.found, .atLeast, .count(10), of: stages).outcome == .held)
    #expect(try Self.check(.found, .atMost, .count(9), of: stages).outcome == .broken)
    #expect(
      try Self.check(.lost, .equal, .count(0), of: [Self.skipped("a")]).outcome == .skipped(because: "no stage ran"))
  }

  @Test func itCountsForTheRun() throws {
    let stages = [Self.named("a")]
    let broken = try Self.check(.latency(.ack, .max), .less, .duration(1), of: stages)
    #expect(RunJudgement.exits(stages: stages, whole: [broken], problems: [], selected: 1) == [.expectationFailed])
    #expect(RunJudgement.exits(stages: stages, whole: [], problems: [], selected: 1) == [.passed])
  }

  @Test func anUnfinishedReadingOfAnyTopicLeavesItOpen() throws {
    let readings = [JudgedStage.reading(), JudgedStage.reading(topic: "other", position: 4)]
    #expect(
      try Self.check(.lost, .equal, .count(0), of: [Self.named("a")], readings).outcome
        == .inconclusive(because: "other[0] was read up to 4 of 10", exit: .inconclusive))
  }
}
