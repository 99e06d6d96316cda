import Scenarios
import Testing
import Verification

@Suite struct RunJudgementTests {
  // MARK: Exit codes

  /// README.md: 130, 143, 70, 10, 11, 64, 65, 66, 20, 22, 21, 74, 12, 0.
  @Test(
    arguments: [
      ([], .passed), ([.passed], .passed), ([.passed, .nothingRan], .nothingRan),
      ([.nothingRan, .unwritableReport], .unwritableReport),
      ([.unwritableReport, .generatorLimited], .generatorLimited),
      ([.generatorLimited, .inconclusive], .inconclusive),
      ([.inconclusive, .infrastructure], .infrastructure),
      ([.infrastructure, .missingFile], .missingFile), ([.missingFile, .invalidInput], .invalidInput),
      ([.invalidInput, .usage], .usage), ([.usage, .expectationFailed], .expectationFailed),
      ([.infrastructure, .expectationFailed], .expectationFailed),
      ([.missingFile, .verificationFailed], .verificationFailed),
      ([.expectationFailed, .verificationFailed], .verificationFailed),
      ([.verificationFailed, .internalFault], .internalFault),
      ([.internalFault, .terminated], .terminated),
      ([.internalFault, .interrupted], .interrupted),
      ([.generatorLimited, .verificationFailed], .verificationFailed),
    ] as [([ExitCode], ExitCode)])
  func ofTwoTheOneThatMattersMore(codes: [ExitCode], first: ExitCode) {
    #expect(ExitCode.ranked(codes).first == first)
    #expect(ExitCode.ranked(codes.reversed()).first == first)
  }

  @Test func allThatApplyAreToldOnce() {
    #expect(
      ExitCode.ranked([.inconclusive, .passed, .verificationFailed, .inconclusive]) == [
        .verificationFailed, .inconclusive,
      ])
    #expect(Set(ExitCode.precedence) == Set(ExitCode.allCases))
    #expect(ExitCode.precedence.count == ExitCode.allCases.count)
  }

  @Test(
    arguments: [
      (.passed, .passed), (.verificationFailed, .failed), (.expectationFailed, .failed), (.nothingRan, .inconclusive),
      (.infrastructure, .inconclusive), (.generatorLimited, .inconclusive), (.inconclusive, .inconclusive),
      (.interrupted, .aborted), (.terminated, .aborted), (.internalFault, .inconclusive),
    ] as [(ExitCode, Verdict)])
  func verdicts(code: ExitCode, verdict: Verdict) { #expect(code.verdict == verdict) }

  // MARK: A stage

  private static let all = JudgedStage.defaultMetrics.map(JudgedStage.expectation)

  private static func judged(
    _ stage: StageResult, _ readings: [PartitionReading] = [JudgedStage.reading()], problem: Problem? = nil
  ) -> StageResult {
    var stage = stage
    RunJudgement.judge(&stage, expectations: all, readings: readings, problem: problem)
    return stage
  }

  @Test func aStageIsWhatItsChecksAre() {
    #expect(Self.judged(JudgedStage.good).verdict == .passed)
    #expect(Self.judged(JudgedStage.good).checks.count == JudgedStage.defaultMetrics.count)
    #expect(Self.judged(JudgedStage.skipped).verdict == .skipped)
    var lossy = JudgedStage.good
    lossy.read?[.lost] = 1
    #expect(Self.judged(lossy).verdict == .failed)
    #expect(Self.judged(JudgedStage.good, [JudgedStage.reading(position: 9)]).verdict == .inconclusive)
  }

  @Test func onlyItsOwnTopicConcernsAStage() {
    let other = JudgedStage.reading(topic: "other", position: 1)
    #expect(Self.judged(JudgedStage.good, [JudgedStage.reading(), other]).verdict == .passed)
    #expect(Self.judged(JudgedStage.good, [other]).verdict == .inconclusive)
  }

  @Test func whatCutItShortIsItsProblem() {
    let lost = Problem(code: "infrastructure.lost", message: "the cluster is lost", exit: .infrastructure)
    let stopped = Problem(code: "signal.interrupt", message: "interrupted", exit: .interrupted)
    #expect(Self.judged(JudgedStage.good, problem: lost).verdict == .inconclusive)
    #expect(Self.judged(JudgedStage.good, problem: stopped).verdict == .aborted)
    // One that was noted before counts like one that is passed now.
    var slow = JudgedStage.good
    slow.problem = stopped
    slow.keptRateRatio = 0.1
    let judged = Self.judged(slow)
    #expect(judged.verdict == .aborted)
    #expect(judged.checks.last?.outcome == .inconclusive(because: "interrupted", exit: .inconclusive))
  }

  // MARK: A run

  @Test func exitsOfARun() {
    let good = Self.judged(JudgedStage.good)
    let skipped = Self.judged(JudgedStage.skipped)
    var lossy = JudgedStage.good
    lossy.read?[.lost] = 1
    lossy.read?[.found] = 9
    lossy.read?[.read] = 9
    var wrong = good
    wrong.read?[.found] = 9
    let refused = Problem(code: "infrastructure.unreachable", message: "no answer", exit: .infrastructure)
    #expect(RunJudgement.exits(stages: [good], problems: [], selected: 1) == [.passed])
    #expect(RunJudgement.exits(stages: [good, skipped], problems: [], selected: 1) == [.passed])
    #expect(RunJudgement.exits(stages: [good, skipped], problems: [], selected: 2) == [.inconclusive])
    #expect(RunJudgement.exits(stages: [skipped], problems: [], selected: 1) == [.nothingRan])
    #expect(RunJudgement.exits(stages: [], problems: [], selected: 0) == [.nothingRan])
    #expect(RunJudgement.exits(stages: [skipped], problems: [refused], selected: 1).first == .infrastructure)
    #expect(
      RunJudgement.exits(stages: [Self.judged(lossy)], problems: [refused], selected: 1)
        == [.verificationFailed, .infrastructure])
    #expect(RunJudgement.exits(stages: [wrong], problems: [], selected: 1) == [.internalFault])
  }

  // MARK: The row *

  @Test func theRowOfAllAddsUpWhatRan() {
    var (first, second) = (JudgedStage.good, JudgedStage.good)
    var (fast, slow) = (LatencyHistogram(), LatencyHistogram())
    fast.record(nanoseconds: 1_000_000)
    slow.record(nanoseconds: 9_000_000)
    (first.serviceLatency, second.serviceLatency) = (fast, slow)
    first.ackLatency = fast
    (first.messageMeanBytes, second.messageMeanBytes) = (100, 300)
    second.send[.sent] = 30
    first.read?[.reorderedDistanceMax] = 7
    second.read?[.reorderedDistanceMax] = 3
    (first.ackGapMax, second.ackGapMax) = (5, 8)
    first.queueFull = 4
    (first.firstSend, first.lastSend, first.lastAcknowledgement) = (10, 20, 25)
    (second.firstSend, second.lastSend) = (5, 30)
    second.startedAt = 1_780_000_000_000
    let whole = RunJudgement.whole(
      [first, second, JudgedStage.skipped], verdict: .failed, duration: 99, drain: 7)
    #expect(whole.name == "*")
    #expect(whole.index == nil && whole.position == nil)
    #expect(whole.verdict == .failed)
    #expect(whole.startedAt == 1_780_000_000_000)
    #expect(whole.duration == 99)
    #expect(whole.drain == 7)
    #expect(whole.send[.due] == 20)
    #expect(whole.send[.sent] == 40)
    #expect(whole.read?[.found] == 20)
    #expect(whole.read?[.reorderedDistanceMax] == 7)
    #expect(whole.serviceLatency?.count == 2)
    #expect(whole.serviceLatency?.maximum == 9_000_000)
    #expect(whole.ackLatency == fast)
    #expect(whole.endToEndLatency == nil)
    #expect(whole.messageMeanBytes == 250)
    #expect(whole.ackGapMax == 8)
    #expect(whole.queueFull == 4)
    #expect(whole.firstSend == 5 && whole.lastSend == 30)
    #expect(whole.lastAcknowledgement == 25)
    #expect(whole.targetRate == nil && whole.keptRate == nil && whole.keptRateRatio == nil)
  }

  @Test func theRowOfARunInWhichNothingRan() {
    let whole = RunJudgement.whole([JudgedStage.skipped], verdict: .inconclusive, duration: 99, drain: nil)
    #expect(whole.startedAt == nil)
    #expect(whole.duration == nil)
    #expect(whole.read == nil)
    #expect(whole.serviceLatency == nil)
  }
}
