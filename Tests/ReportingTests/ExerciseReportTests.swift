import Scenarios
import Testing
import Verification

@testable import Reporting

/// Checks that are no expectations, as reports show them.
@Suite struct ExerciseReportTests {
  private static func run(_ checks: [Check]) -> RunResult {
    var stage = SampleRun.steady
    stage.verdict = .inconclusive
    stage.checks = checks
    return SampleRun.run(stages: [stage], verdict: .inconclusive, exits: [.inconclusive])
  }

  private static var abort: Check {
    Check(
      .abortCondition,
      expectation: Scenarios.Expectation(
        metric: .rejected, comparison: .greater, bound: .count(100), range: SampleRun.range),
      outcome: .broken, actual: .count(131))
  }

  private static var peak: Check {
    var stage = SampleRun.steady
    stage.peak = PeakShare(due: 2000, inTime: 1224)
    return Exercise.checks(stage, range: SampleRun.range)[0]
  }

  @Test func aConditionThatBecameTrue() {
    let junit = JUnitReport.text(Self.run([Self.abort]))
    #expect(junit.contains("name=\"abort_when: rejected &gt; 100\""), "\(junit)")
    #expect(
      junit.contains(
        "<failure message=\"rejected was 131, which ended the sending\" type=\"expectation.abort_when\">"), "\(junit)")
    let console = ConsoleFindings(result: Self.run([Self.abort])).broken
    #expect(
      console == [
        """
        broken: steady, abort_when: rejected > 100
            rejected was 131, which ended the sending
            expected  never rejected > 100
            actual    131
            at Scenarios/orders.yaml:42:9
        """
      ])
  }

  @Test func aPeakThatWasNotReached() {
    let junit = JUnitReport.text(Self.run([Self.peak]))
    #expect(junit.contains("name=\"the peak is reached\""), "\(junit)")
    #expect(junit.contains("type=\"inconclusive.peak\""), "\(junit)")
    let console = ConsoleFindings(result: Self.run([Self.peak])).inconclusive
    #expect(
      console == [
        """
        inconclusive: steady, the peak is reached
            the stage never ran at its greatest rate: at best 1224 of 2000 messages due in such a second were sent in time
            expected  the peak is reached
            at Scenarios/orders.yaml:42:9
        """
      ])
  }

  /// Neither takes the place of an expectation on its metric.
  @Test func theyJudgeNoAnomaly() {
    var run = Self.run([Self.abort])
    run.stages[0].send[.withheld] = 1
    #expect(run.unjudged(in: run.stages[0]).map(\.metric) == [.withheld])
  }
}
