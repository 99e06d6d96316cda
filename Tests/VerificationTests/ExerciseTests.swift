import Scenarios
import Testing
import Verification

/// Nothing passes that was not exercised.
@Suite struct ExerciseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var expected: [String]
    var identity: String?
    var change: @Sendable (inout StageResult) -> Void
    var testDescription: String { name }

    init(
      _ name: String, _ expected: [String] = [], identity: String? = nil,
      _ change: @escaping @Sendable (inout StageResult) -> Void = { _ in }
    ) {
      (self.name, self.expected, self.identity, self.change) = (name, expected, identity, change)
    }
  }

  private static let missedPeak: @Sendable (inout StageResult) -> Void = {
    $0.peak = PeakShare(due: 1000, inTime: 612)
  }

  @Test(arguments: [
    Case("everything was exercised") { $0.peak = PeakShare(due: 1000, inTime: 950) },
    Case("nothing is due at a time") { $0.peak = nil },
    Case(
      "the peak was not reached",
      [
        "the peak is reached: the stage never ran at its greatest rate: at best 612 of 1000 messages due in such a second were "
          + "sent in time"
      ], missedPeak),
    Case("the rate that it kept says so already") {
      missedPeak(&$0)
      $0.checks = [Check(expectation: JudgedStage.expectation(.rateKept), outcome: .broken, actual: .ratio(0.6))]
    },
    Case(
      "a rate that is allowed to be missed does not",
      [
        "the peak is reached: the stage never ran at its greatest rate: at best 612 of 1000 messages due in such a second were "
          + "sent in time"
      ]
    ) {
      missedPeak(&$0)
      $0.checks = [Check(expectation: JudgedStage.expectation(.rateKept), outcome: .held, actual: .ratio(0.6))]
    },
    Case("a warm-up has no rate") {
      missedPeak(&$0)
      $0.measured = false
    },
    Case("it did not run") {
      missedPeak(&$0)
      $0.startedAt = nil
    },
    Case("it was cut short") {
      missedPeak(&$0)
      $0.problem = Problem(code: "signal.interrupt", message: "interrupted", exit: .interrupted)
    },
    Case("it must be refused") {
      missedPeak(&$0)
      $0.control = .present
    },
    Case(
      "two partitions were never used",
      [
        "partition 3 is used: nothing was read from partition 3, where 20 messages were expected",
        "partition 5 is used: nothing was read from partition 5, where 400 messages were expected",
      ]
    ) {
      $0.unusedPartitions = [UnusedPartition(number: 3, expected: 20), UnusedPartition(number: 5, expected: 400)]
    },
    Case(
      "nothing was sent with its identity",
      ["identity batch is used: no message was sent with identity \"batch\""], identity: "batch"),
  ]) func whatWasNotExercisedIsInconclusive(_ given: Case) {
    var stage = JudgedStage.good
    given.change(&stage)
    let checks = Exercise.checks(stage, range: JudgedStage.range, unusedIdentity: given.identity)
    let texts = checks.map { check in
      if case .inconclusive(let reason, .inconclusive) = check.outcome { "\(check.title): \(reason)" } else { "?" }
    }
    #expect(texts == given.expected)
    #expect(checks.allSatisfy { $0.exit == .inconclusive })
  }

  /// A machine that was too slow is its own exit code; else nothing says why the peak was missed.
  @Test(
    arguments: [(.generator, .generatorLimited), (.cluster, .inconclusive), (nil, .inconclusive)]
      as [(StageResult.LimitedBy?, ExitCode)])
  func aSlowMachineMissesThePeak(_ limit: StageResult.LimitedBy?, _ exit: ExitCode) {
    var stage = JudgedStage.good
    stage.peak = PeakShare(due: 1000, inTime: 612)
    stage.limitedBy = limit
    #expect(Exercise.checks(stage, range: JudgedStage.range).map(\.exit) == [exit])
  }

  /// Five stages with identities; 0 is the reader's.
  @Test(
    arguments: [
      ("each sent something", [5, 5, 5, 5, 5], [0, 1, 1, 2, 2], []),
      ("one stage of two with an identity", [5, 0, 5, 5, 0], [0, 1, 1, 2, 2], []),
      ("both of them", [5, 0, 0, 5, 0], [0, 1, 1, 2, 2], [1]),
      ("the reader's", [0, 5, 5, 5, 5], [0, 1, 1, 2, 2], []),
      ("one whose only stage did not run", [5, nil, 5, nil, 5], [0, 1, 2, 3, 2], []),
    ] as [(String, [UInt64?], [Int], Set<Int>)])
  func identitiesThatWereNeverUsed(_ name: String, _ sent: [UInt64?], _ identities: [Int], _ expected: Set<Int>) {
    let stages = sent.map { sent in
      var stage = sent == nil ? JudgedStage.skipped : JudgedStage.good
      stage.send[.sent] = sent ?? 0
      return stage
    }
    #expect(Exercise.stagesOfUnusedIdentities(stages, identities: identities, used: [0]) == expected)
  }

  /// The run is inconclusive, not passed; without the fault it passes.
  @Test(arguments: [(612, Verdict.inconclusive), (1000, .passed)] as [(UInt64, Verdict)])
  func theVerdict(_ inTime: UInt64, _ verdict: Verdict) {
    var stage = JudgedStage.good
    stage.peak = PeakShare(due: 1000, inTime: inTime)
    RunJudgement.judge(
      &stage, expectations: [JudgedStage.expectation(.lost)], readings: [JudgedStage.reading()], problem: nil
    ) { Exercise.checks($0, range: JudgedStage.range) }
    #expect(stage.verdict == verdict)
    let exit: ExitCode = verdict == .passed ? .passed : .inconclusive
    #expect(RunJudgement.exits(stages: [stage], problems: [], selected: 1) == [exit])
  }

  /// No metric passes without data: every one that has none is inconclusive, whatever is asked of it.
  @Test(arguments: Metric.allCases.filter { $0 != .refused })
  func anExpectationWithoutDataIsInconclusive(_ metric: Metric) {
    var stage = StageResult(name: "load", index: 0, position: JudgedStage.position, measured: true, verdict: .passed)
    stage.startedAt = 1
    switch metric {
    // What producers count is always known.
    case .sending: return
    case .reading, .figure, .latency, .place, .refused: break
    }
    for unit in metric.facts.units {
      let bound: Bound =
        switch unit {
        case .count: .count(1000)
        case .duration: .duration(.seconds(1000))
        case .ratio: .ratio(Fraction(1))
        case .rate: .rate(Fraction(1000))
        case .byteRate: .byteRate(Fraction(1000))
        case .size: .size(1000)
        case .reason: .reason(.tls)
        }
      for comparison in Scenarios.Expectation.Comparison.allCases {
        let expectation = Scenarios.Expectation(
          metric: metric, comparison: comparison, bound: bound, range: JudgedStage.range)
        let check = StageJudgement(stage: stage, readings: [], cutShort: nil).check(expectation)
        #expect(check.exit == .inconclusive, "\(expectation.condition)")
      }
    }
  }
}
