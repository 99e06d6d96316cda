import Diagnostics
import Scenarios
import Testing
import Verification

@testable import Reporting

@Suite struct ExpectationReportTests {
  /// In words where too many of something were counted, else by figures; with as many decimals as tell them apart.
  @Test(
    arguments: [
      (.lost, .atMost, .count(2), .count(3), "3 of 120,000 acknowledged messages are lost, expected at most 2", "3"),
      (.lost, .atLeast, .count(9), .count(3), "lost is 3, expected at least 9", "3"),
      (.found, .atLeast, .count(100_000), .count(2100), "found is 2,100, expected at least 100,000", "2,100"),
      (.foreign, .equal, .count(0), .count(1), "1 record was not written by this run", "1"),
      (
        .latency(.ack, .p99), .less, .duration(50_000_000), .duration(62_457_000),
        "ack_latency_p99 is 62.457ms, expected less than 50ms", "62.457ms"
      ),
      (
        .latency(.ack, .max), .less, .duration(50_000_000), .duration(50_000_000),
        "ack_latency_max is 50.000ms, expected less than 50ms", "50.000ms"
      ),
      (
        .latency(.ack, .max), .atMost, .duration(50_000_000), .duration(50_000_100),
        "ack_latency_max is 50.0001ms, expected at most 50ms", "50.0001ms"
      ),
      (
        .duration, .less, .duration(60_000_000_000), .duration(1_234_567_000_000),
        "duration is 1,234.567s, expected less than 1m", "1,234.567s"
      ),
      (
        .rateKept, .atLeast, .rate(Fraction(20000)), .rate(19_999.96),
        "the rate was kept to 19,999.96/s, expected at least 20k/s", "19,999.96/s"
      ),
      (
        .rateKept, .atLeast, .ratio(Fraction(99, over: 100)), .ratio(0.98999),
        "the rate was kept to 98.999%, expected at least 99%", "98.999%"
      ),
      (
        .throughput, .atLeast, .byteRate(Fraction(20_000_000)), .byteRate(642_600),
        "throughput is 642.6kB/s, expected at least 20MB/s", "642.6kB/s"
      ),
      (
        .clientRSSMax, .less, .size(64 << 20), .size(0x1p26 + 1),
        "client_rss_max is 64.000001MiB, expected less than 64MiB", "64.000001MiB"
      ),
    ] as [(Metric, Scenarios.Expectation.Comparison, Bound, Measurement, String, String)])
  func sentences(
    metric: Metric, comparison: Scenarios.Expectation.Comparison, bound: Bound, actual: Measurement, sentence: String,
    seen: String
  ) {
    let expectation = Scenarios.Expectation(
      metric: metric, comparison: comparison, bound: bound, range: SampleRun.range)
    let check = Check(expectation: expectation, outcome: .broken, actual: actual)
    #expect(check.sentence(in: .stage(SampleRun.steady), of: SampleRun.passed) == sentence)
    #expect(check.actualText == seen)
  }

  private static func check(
    _ scope: Scenarios.Expectation.Scope, _ metric: Metric, _ bound: Nanoseconds, _ outcome: Check.Outcome,
    _ actual: UInt64?,
    level: Scenarios.Expectation.Level = .fail
  ) -> Check {
    Check(
      expectation: Scenarios.Expectation(
        scope: scope, metric: metric, comparison: .less, bound: .duration(bound), level: level, range: SampleRun.range),
      outcome: outcome, actual: actual.map { .duration(Double($0)) })
  }

  /// A whole-run expectation is broken; two only warn.
  private static var run: RunResult {
    var steady = SampleRun.steady
    steady.checks = [
      check(.eachStage, .latency(.ack, .p99), 1_000_000, .broken, 9_000_000, level: .warn),
      check(.own, .latency(.lateness, .p99), 5_000_000, .held, 900_000, level: .warn),
      check(
        .own, .drain, 5_000_000_000, .inconclusive(because: "it is not known", exit: .inconclusive), nil, level: .warn),
    ]
    var run = SampleRun.run(stages: [steady], verdict: .failed, exits: [.expectationFailed])
    run.whole.checks = [check(.run, .latency(.endToEnd, .p99), 250_000_000, .broken, 1_234_000_000)]
    return run
  }

  @Test func onTheConsole() {
    let text = ConsoleSummary.text(Self.run, files: [])
    let blocks = text[(text.firstRange(of: "4 expect")?.lowerBound ?? text.startIndex)...]
    #expect(
      blocks == #"""
        4 expectations: 1 held, 1 broken, 2 with a warning

        broken: whole run, end_to_end_latency_p99 < 250ms
            end_to_end_latency_p99 is 1,234.000ms, expected less than 250ms
            at Scenarios/orders.yaml:42:9

        warning: steady, ack_latency_p99 < 1ms
            ack_latency_p99 is 9.000ms, expected less than 1ms
            at Scenarios/orders.yaml:42:9

        warning: steady, drain < 5s
            it is not known
            expected  less than 5s
            at Scenarios/orders.yaml:42:9

        result: FAILED verification=0 expectations=1 stages=1 messages=120000 duration=75.4s exit=11

        """#)
  }

  @Test func inJUnit() {
    let lines = JUnitReport.text(Self.run).split(separator: "\n").filter { !$0.contains("propert") }
    #expect(
      lines.dropFirst(3).joined(separator: "\n") == #"""
            <testcase classname="orders" name="run" time="15.400"/>
            <testcase classname="orders" name="end_to_end_latency_p99 &lt; 250ms" time="0.000">
              <failure message="end_to_end_latency_p99 is 1,234.000ms, expected less than 250ms" type="expectation.end_to_end_latency_p99">end_to_end_latency_p99 is 1,234.000ms, expected less than 250ms
          at Scenarios/orders.yaml:42:9
          expected: less than 250ms
          actual:   1,234.000ms
          again:    rehearse run Scenarios/orders.yaml --seed 18446744073709551615
        </failure>
            </testcase>
          </testsuite>
          <testsuite name="orders.steady" tests="4" failures="0" errors="0" skipped="0" time="60.012" timestamp="2026-11-21T03:50:03" hostname="runner-7" id="1" file="Scenarios/orders.yaml">
            <testcase classname="orders.steady" name="stage" time="60.012"/>
            <testcase classname="orders.steady" name="ack_latency_p99 &lt; 1ms" time="0.000">
              <system-out>warning: ack_latency_p99 is 9.000ms, expected less than 1ms
          at Scenarios/orders.yaml:42:9
          expected: less than 1ms
          actual:   9.000ms
          again:    rehearse run Scenarios/orders.yaml --stage steady --seed 18446744073709551615
        </system-out>
            </testcase>
            <testcase classname="orders.steady" name="lateness_p99 &lt; 5ms" time="0.000">
              <system-out>as expected
          at Scenarios/orders.yaml:42:9
          expected: less than 5ms
          actual:   0.900ms
          again:    rehearse run Scenarios/orders.yaml --stage steady --seed 18446744073709551615
        </system-out>
            </testcase>
            <testcase classname="orders.steady" name="drain &lt; 5s" time="0.000">
              <system-out>warning: it is not known
          at Scenarios/orders.yaml:42:9
          expected: less than 5s
          actual:   not known
          again:    rehearse run Scenarios/orders.yaml --stage steady --seed 18446744073709551615
        </system-out>
            </testcase>
          </testsuite>
        </testsuites>
        """#)
  }

  @Test func anIncludedFileIsNamed() {
    var run = Self.run
    run.whole.checks[0].expectation.range.start.file = "common.yaml"
    #expect(JUnitReport.text(run).contains("  at common.yaml:42:9\n"))
    #expect(ConsoleSummary.text(run, files: []).contains("    at common.yaml:42:9\n"))
  }

  @Test func inTheTable() throws {
    let rows = StagesCSV.text(Self.run).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).suffix(18).prefix(4).joined(separator: ",")
    }
    #expect(
      rows == [
        "anomalies_written,expectations_total,expectations_broken,expectations_inconclusive", "0,3,0,0", ",4,1,0",
      ])
  }

  @Test func everyMetricIsAColumn() {
    let header = Set(StagesCSV.header.dropLast().split(separator: ",").map(String.init))
    #expect(Metric.allCases.flatMap(\.columns).filter { !header.contains($0) } == [])
    #expect(Metric.allCases.filter { $0.columns.isEmpty } == [.refused])
  }

  @Test func aSavedRunIsTheSameAgain() throws {
    let again = try RunJSON.result(from: RunJSON.bytes(Self.run))
    #expect(again.whole.checks == Self.run.whole.checks)
    #expect(again.stages[0].checks == Self.run.stages[0].checks)
    let bounds: [Bound] = [
      .count(.max), .duration(1), .ratio(Fraction(1999, over: 2000)), .rate(Fraction(1, over: 36)),
      .byteRate(Fraction(3, over: 2)), .size(7), .reason(.unknownTopic),
    ]
    var run = Self.run
    run.whole.checks = bounds.map { bound in
      Check(
        expectation: Scenarios.Expectation(
          scope: .stage("a"), metric: .clientRSSMax, comparison: .atMost, bound: bound, level: .warn,
          range: SampleRun.range),
        outcome: .held, actual: .byteRate(0.1))
    }
    #expect(try RunJSON.result(from: RunJSON.bytes(run)).whole.checks == run.whole.checks)
  }
}
