import Scenarios
import Testing
import Verification

@testable import Reporting

/// One cause is shown once, with the checks that it makes inconclusive; each check keeps its own status.
@Suite struct InconclusiveCauseTests {
  private static let reason = "orders[2] was read up to 459 of 475"

  /// Two stages with checks that have that reason.
  private static var run: RunResult {
    var (first, second) = (SampleRun.warmUp, SampleRun.steady)
    let outcome = Check.Outcome.inconclusive(because: reason, exit: .inconclusive)
    first.verdict = .inconclusive
    first.checks = [SampleRun.check(.lost, outcome, 0)]
    second.verdict = .inconclusive
    second.checks = [
      SampleRun.check(.lost, outcome, 0),
      SampleRun.check(.unseen, outcome, 16, witnesses: [SampleRun.witness(.unseen, 4711, at: 460)]),
      SampleRun.check(.duplicated, .held, 0),
    ]
    return SampleRun.run(stages: [first, second], verdict: .inconclusive, exits: [.inconclusive])
  }

  /// The stage was cut short: its problem is the reason of two checks.
  private static var cutShort: RunResult {
    var stage = SampleRun.steady
    let problem = Problem(code: "signal.interrupt", message: "interrupted by SIGINT", exit: .interrupted)
    stage.problem = problem
    stage.verdict = .aborted
    let outcome = Check.Outcome.inconclusive(because: problem.sentence, exit: .inconclusive)
    stage.checks = [SampleRun.check(.unsent, outcome, 60_000), SampleRun.check(.lost, outcome, nil)]
    return SampleRun.run(
      stages: [stage], verdict: .aborted, exits: [.interrupted, .inconclusive], problems: [problem])
  }

  private static func blocks(_ result: RunResult, from start: String) throws -> String {
    let text = ConsoleSummary.text(result, files: [])
    return String(text[(try #require(text.firstRange(of: start))).lowerBound...])
  }

  @Test func onTheConsole() throws {
    #expect(
      try Self.blocks(Self.run, from: "inconclusive: ") == #"""
        inconclusive: warm-up and steady, 3 expectations
            orders[2] was read up to 459 of 475
            warm-up: lost == 0 (actual 0)
            steady: lost == 0 (actual 0), unseen == 0 (actual 16)
            #4711 acknowledged at orders[2]@460, and neither found nor provably gone

        result: INCONCLUSIVE verification=0 expectations=0 inconclusive=3 stages=2 messages=125000 duration=75.4s exit=22

        """#)
  }

  @Test func aProblemHasItsChecks() throws {
    #expect(
      try Self.blocks(Self.cutShort, from: "problem:") == #"""
        problem: signal.interrupt
            interrupted by SIGINT
            inconclusive because of it: steady: unsent == 0 (actual 60,000), lost == 0

        result: ABORTED verification=0 expectations=0 inconclusive=2 stages=1 messages=120000 duration=75.4s exit=130 also=22

        """#)
  }

  @Test func inJUnit() throws {
    let text = JUnitReport.text(Self.run)
    let cases = text.split(separator: "\n").drop { !$0.contains("classname=\"orders.warm-up\" name=\"lost") }
    #expect(
      cases.filter { !$0.contains("propert") && !$0.contains("testsuite") }.joined(separator: "\n") == #"""
            <testcase classname="orders.warm-up" name="lost == 0" time="0.000">
              <error message="the reason is in the case &quot;unseen == 0&quot; of orders.steady" type="inconclusive.lost">\#
        the reason is in the case &quot;unseen == 0&quot; of orders.steady
        </error>
            </testcase>
            <testcase classname="orders.steady" name="stage" time="60.012"/>
            <testcase classname="orders.steady" name="lost == 0" time="0.000">
              <error message="the reason is in the case &quot;unseen == 0&quot; of orders.steady" type="inconclusive.lost">\#
        the reason is in the case &quot;unseen == 0&quot; of orders.steady
        </error>
            </testcase>
            <testcase classname="orders.steady" name="unseen == 0" time="0.000">
              <error message="orders[2] was read up to 459 of 475" type="inconclusive.unseen">\#
        orders[2] was read up to 459 of 475
          inconclusive because of it: warm-up: lost == 0 (actual 0)
          inconclusive because of it: steady: lost == 0 (actual 0), unseen == 0 (actual 16)
          #4711 acknowledged at orders[2]@460, and neither found nor provably gone
          at Scenarios/orders.yaml:42:9
          expected: 0
          actual:   16
          again:    rehearse run Scenarios/orders.yaml --stage steady --seed 18446744073709551615
        </error>
            </testcase>
            <testcase classname="orders.steady" name="duplicated == 0" time="0.000"/>
        """#)
    #expect(text.contains("tests=\"7\" failures=\"0\" errors=\"3\""))
  }

  @Test func aProblemInJUnitHasItsChecks() throws {
    let text = JUnitReport.text(Self.cutShort)
    #expect(
      text.contains(
        #"""
              <error message="interrupted by SIGINT" type="signal.interrupt">interrupted by SIGINT
          inconclusive because of it: steady: unsent == 0 (actual 60,000), lost == 0
          again: rehearse run Scenarios/orders.yaml --stage steady --seed 18446744073709551615
        </error>
            </testcase>
            <testcase classname="orders.steady" name="unsent == 0" time="0.000">
              <error message="the reason is in the case &quot;stage&quot; of orders.steady" type="inconclusive.unsent">\#
        the reason is in the case &quot;stage&quot; of orders.steady
        </error>
        """#))
  }

  @Test func aReasonOfOneCheckIsInItsBlock() throws {
    let block = try Self.blocks(SampleRun.failed, from: "inconclusive: steady, duplicated")
    #expect(block.contains("at Scenarios/orders.yaml:42:9"))
    #expect(!JUnitReport.text(SampleRun.failed).contains("the reason is in"))
  }

  /// `run.json` keeps every check with its own reason.
  @Test func theSavedResultKeepsAll() throws {
    let text = String(decoding: try RunJSON.bytes(Self.run), as: UTF8.self)
    #expect(text.ranges(of: Self.reason).count == 3)
  }
}
