import Diagnostics
import Scenarios
import Testing

@testable import Verification

/// `refused == authentication` of a stage of ten messages.
@Suite struct RefusalJudgementTests {
  private static let expectation = Expectation(
    metric: .refused, comparison: .equal, bound: .reason(.authentication),
    range: SourceRange(start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 2)))

  private static func stage(_ change: (inout StageResult) -> Void) -> StageResult {
    var stage = StageResult(name: "s", index: 0, position: nil, measured: true, verdict: .skipped)
    stage.startedAt = 0
    stage.send[.due] = 10
    stage.send[.sent] = 10
    stage.send[.rejected] = 10
    stage.read = ReadCounts()
    stage.rejections = [
      Rejection(code: "_AUTHENTICATION", text: "", count: 10, isInfrastructure: true, reason: .authentication)
    ]
    stage.control = .present
    change(&stage)
    return stage
  }

  private static let read = PartitionReading(topic: "t", partition: 0, noted: 0)

  static let cases: [(String, @Sendable (inout StageResult) -> Void, ExitCode?)] = [
    ("all are rejected for that reason, and the control is there", { _ in }, nil),
    (
      "one got through",
      {
        $0.send[.rejected] = 9; $0.send[.acknowledged] = 1
      }, .expectationFailed
    ),
    ("one is in the topic", { $0.read?[.phantom] = 1 }, .expectationFailed),
    ("one without an answer is in the topic", { $0.read?[.unknownFound] = 1 }, .expectationFailed),
    ("no control", { $0.control = .missing("no other client signed in") }, .inconclusive),
    ("another reason", { $0.rejections[0].reason = .tls }, .inconclusive),
    ("no reason", { $0.rejections[0].reason = nil }, .inconclusive),
    (
      "one was not answered",
      {
        $0.send[.rejected] = 9; $0.send[.unknown] = 1
      }, .inconclusive
    ),
    (
      "one was not sent",
      {
        $0.send[.sent] = 9; $0.send[.rejected] = 9; $0.send[.unsent] = 1
      }, .inconclusive
    ),
    (
      "one was withheld",
      {
        $0.send[.sent] = 9; $0.send[.rejected] = 9; $0.send[.withheld] = 1
      }, .inconclusive
    ),
    ("nothing was sent", { $0.send = SendCounts() }, .inconclusive),
  ]

  @Test(arguments: cases.indices) func isJudged(_ index: Int) {
    let (name, change, exit) = Self.cases[index]
    var reading = Self.read
    reading.position = 0
    reading.end = 0
    reading.endIsStable = true
    let check = StageJudgement(stage: Self.stage(change), readings: [reading], cutShort: nil).check(Self.expectation)
    #expect(check.exit == exit, "\(name): \(check.outcome)")
  }

  struct SinkCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var exit: ExitCode?
    var change: @Sendable (inout SinkResult) -> Void

    init(_ name: String, _ exit: ExitCode?, _ change: @escaping @Sendable (inout SinkResult) -> Void = { _ in }) {
      (testDescription, self.exit, self.change) = (name, exit, change)
    }
  }

  private static func row(_ stage: String, _ count: SinkCount, _ number: UInt64) -> SinkStageResult {
    var counts = SinkCounts()
    (counts[.read], counts[count]) = (number, number)
    return SinkStageResult(stage: stage, counts: counts)
  }

  static let sinkCases = [
    SinkCase("found nowhere", nil),
    SinkCase("stray in a sink that does not hold it", .expectationFailed) { $0.unheld = [row("s", .stray, 1)] },
    SinkCase("a phantom in one that does", .expectationFailed) { $0.stages = [row("s", .phantom, 1)] },
    SinkCase("another stage's in that sink", nil) { $0.unheld = [row("other", .stray, 1)] },
    SinkCase("ids of numbers that were not sent", nil) { $0.stages = [row("s", .foreign, 1)] },
    SinkCase("a sink that was not read to its end", .inconclusive) { $0.unseenBecause = "exit 1" },
    SinkCase("a sink that could not be read", .inconclusive) { $0.counts = nil },
  ]

  /// `refused == 422` of a stage that posts to a target.
  @Test(arguments: sinkCases) func aStatusIsJudgedBySinks(_ example: SinkCase) {
    var stage = Self.stage {
      $0.read = nil
      $0.rejections[0].reason = .status(422)
    }
    var sink = SinkResult(
      name: "users", position: SourcePosition(line: 1, column: 1), kind: .command, verdict: .passed,
      counts: SinkCounts())
    example.change(&sink)
    let expectation = Expectation(
      metric: .refused, comparison: .equal, bound: .reason(.status(422)), range: Self.expectation.range)
    RunJudgement.judge(
      &stage, expectations: [expectation], readings: [], problem: nil, sinks: RefusedInSinks(stage: "s", in: [sink]))
    #expect(stage.checks.map(\.exit) == [example.exit], "\(stage.checks[0].outcome)")
  }

  /// A message may lie in what was not read.
  @Test func aTopicThatWasNotReadToItsEndIsInconclusive() {
    let check = StageJudgement(stage: Self.stage { _ in }, readings: [], cutShort: nil).check(Self.expectation)
    #expect(check.exit == .inconclusive)
  }

  /// With `verify.expect` nothing is read back.
  @Test func whatIsReadBackIsSkippedWhereNothingIs() {
    let stage = Self.stage {
      $0.read = nil
      $0.notRead = "the reader must be refused"
    }
    let lost = Expectation(metric: .reading(.lost), comparison: .equal, bound: .count(0), range: Self.expectation.range)
    #expect(
      StageJudgement(stage: stage, readings: [], cutShort: nil).check(lost).outcome
        == .skipped(because: "the reader must be refused"))
    #expect(StageJudgement(stage: stage, readings: [], cutShort: nil).check(Self.expectation).outcome == .held)
  }
}
