import Diagnostics
import Scenarios
import Testing

@testable import Verification

/// A stage of ten messages of which nothing is read back: its sends are judged, and everything else is skipped.
@Suite struct UnreadJudgementTests {
  private static let notRead = "nothing is read back"

  private static func stage(_ change: (inout StageResult) -> Void) -> StageResult {
    var stage = JudgedStage.good
    stage.read = nil
    stage.notRead = notRead
    change(&stage)
    return stage
  }

  static let cases: [(String, @Sendable (inout StageResult) -> Void, Metric, ExitCode?)] = [
    (
      "a message is rejected",
      {
        $0.send[.acknowledged] = 9; $0.send[.rejected] = 1
      }, .rejected, .expectationFailed
    ),
    (
      "a message is withheld",
      {
        $0.send[.sent] = 9; $0.send[.acknowledged] = 9; $0.send[.withheld] = 1
      }, .withheld, .expectationFailed
    ),
    (
      "a message is dropped",
      {
        $0.send[.sent] = 9; $0.send[.acknowledged] = 9; $0.send[.dropped] = 1
      }, .dropped, .expectationFailed
    ),
    (
      "a message is not sent",
      {
        $0.send[.sent] = 9; $0.send[.acknowledged] = 9; $0.send[.unsent] = 1
      }, .unsent, .inconclusive
    ),
    (
      "a message is not answered",
      {
        $0.send[.acknowledged] = 9; $0.send[.unknown] = 1
      }, .unknownUnseen, .inconclusive
    ),
    ("the rate is not kept", { $0.keptRateRatio = 0.5 }, .rateKept, .expectationFailed),
  ]

  @Test(arguments: cases.indices) func isFound(_ index: Int) {
    let (name, change, metric, exit) = Self.cases[index]
    var stage = Self.stage(change)
    RunJudgement.judge(
      &stage, expectations: JudgedStage.defaultMetrics.map(JudgedStage.expectation), readings: [], problem: nil)
    for check in stage.checks {
      let expected = check.expectation.metric == metric ? exit : nil
      #expect(check.exit == expected, "\(name): \(check.expectation.metric.name) \(check.outcome)")
    }
    #expect(stage.verdict == exit?.verdict, "\(name)")
  }

  @Test func withoutAFaultItPasses() {
    var stage = Self.stage { _ in }
    RunJudgement.judge(
      &stage, expectations: JudgedStage.defaultMetrics.map(JudgedStage.expectation), readings: [], problem: nil)
    #expect(stage.verdict == .passed)
    let held = stage.checks.filter { $0.outcome == .held }.map(\.expectation.metric)
    #expect(held == [.rejected, .withheld, .dropped, .unsent, .rateKept])
    let skipped = stage.checks.filter { $0.outcome == .skipped(because: Self.notRead) }
    #expect(skipped.count == JudgedStage.defaultMetrics.count - held.count)
    #expect(CountIdentity.violations(send: stage.send, read: stage.read) == [])
  }

  /// All messages that were not answered are unseen where nothing is read.
  @Test(
    arguments: [
      ("none may be", .equal, 0, 3, true), ("as many may be", .atMost, 3, 3, false),
      ("fewer may be", .less, 3, 3, true),
      ("all were answered", .equal, 0, 0, false),
    ] as [(String, Scenarios.Expectation.Comparison, UInt64, UInt64, Bool)])
  func messagesThatWereNotAnswered(
    _ name: String, _ comparison: Scenarios.Expectation.Comparison, _ bound: UInt64, _ unknown: UInt64,
    _ isInconclusive: Bool
  ) {
    let stage = Self.stage {
      $0.send[.acknowledged] = 10 - unknown
      $0.send[.unknown] = unknown
    }
    let check = StageJudgement(stage: stage, readings: [], cutShort: nil).check(
      Expectation(
        metric: .unknownUnseen, comparison: comparison, bound: .count(bound), range: JudgedStage.range))
    let reason = unknown > 0 ? "3 messages were not answered, and nothing is read back" : Self.notRead
    #expect(
      check.outcome
        == (isInconclusive ? .inconclusive(because: reason, exit: .inconclusive) : .skipped(because: reason)), "\(name)"
    )
    #expect(check.actual == nil)
  }

  /// The whole run is judged as its stages are.
  @Test func theWholeRun() {
    let stage = Self.stage {
      $0.send[.acknowledged] = 9
      $0.send[.unknown] = 1
    }
    var row = RunJudgement.whole([stage, stage], verdict: .passed, duration: 1, drain: nil)
    row.notRead = Self.notRead
    let checks = WholeJudgement(row: row, stages: [stage, stage], readings: [], selected: [0, 1]).checks(
      [.lost, .unknownUnseen, .unknownFound].map(JudgedStage.expectation))
    #expect(
      checks.map(\.outcome) == [
        .skipped(because: Self.notRead),
        .inconclusive(because: "2 messages were not answered, and nothing is read back", exit: .inconclusive),
        .skipped(because: Self.notRead),
      ])
  }
}
