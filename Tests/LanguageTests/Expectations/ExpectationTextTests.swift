import Diagnostics
import Language
import SampleScenarios
import Scenarios
import Testing

@Suite struct ExpectationTextTests {
  private static func read(_ item: String, inStage: Bool = false) throws -> Scenarios.Expectation {
    let yaml =
      inStage
      ? ExpectationFaultTests.scenario("  []", inPeak: "[\(item)]") : ExpectationFaultTests.scenario("  - \(item)")
    let reading = SampleScenario(yaml, path: "t.yaml").reading
    let scenario = try #require(reading.scenario, "\(reading.describeAll())")
    return try #require((inStage ? scenario.stages[0].expectations : scenario.expectations).first)
  }

  /// The expectation that is read, and its text.
  @Test(
    arguments: [
      ("lost == 0", .count(0), "lost == 0"),
      ("lost==0", .count(0), "lost == 0"),
      ("  lost   <=  5  ", .count(5), "lost <= 5"),
      ("found >= 100k", .count(100_000), "found >= 100000"),
      ("sent > 1.5M", .count(1_500_000), "sent > 1500000"),
      ("lag_max < 10", .count(10), "lag_max < 10"),
      ("reordered_distance_max <= 3", .count(3), "reordered_distance_max <= 3"),
      ("ack_latency_p99 < 50ms", .duration(50_000_000), "ack_latency_p99 < 50ms"),
      ("ack_latency_p999 < 1us", .duration(1000), "ack_latency_p999 < 1us"),
      ("ack_latency_min > 0.5us", .duration(500), "ack_latency_min > 0.5us"),
      ("service_latency_mean < 1500us", .duration(1_500_000), "service_latency_mean < 1.5ms"),
      ("end_to_end_latency_max < 1.5s", .duration(1_500_000_000), "end_to_end_latency_max < 1.5s"),
      ("duration < 90m", .duration(5_400_000_000_000), "duration < 1h30m"),
      ("drain <= 60s", .duration(60_000_000_000), "drain <= 1m"),
      ("queue_full == 0ms", .duration(0), "queue_full == 0ms"),
      ("lateness_max < 10ms", .duration(10_000_000), "lateness_max < 10ms"),
      ("stage(*).rate_kept >= 99%", .ratio(Fraction(99, over: 100)), "stage(*).rate_kept >= 99%"),
      ("stage(peak).rate_kept >= 99.95%", .ratio(Fraction(1999, over: 2000)), "stage(peak).rate_kept >= 99.95%"),
      ("stage(peak).rate_kept > 0.1%", .ratio(Fraction(1, over: 1000)), "stage(peak).rate_kept > 0.1%"),
      ("stage(flat).rate_kept >= 20k/s", .rate(Fraction(20000)), "stage(flat).rate_kept >= 20k/s"),
      ("stage(*).read_rate > 100/h", .rate(Fraction(1, over: 36)), "stage(*).read_rate > 100/h"),
      ("stage(*).read_rate > 90/min", .rate(Fraction(3, over: 2)), "stage(*).read_rate > 1.5/s"),
      ("stage(*).throughput >= 20MB/s", .byteRate(Fraction(20_000_000)), "stage(*).throughput >= 20MB/s"),
      ("stage(*).throughput >= 1.5KiB/s", .byteRate(Fraction(1536)), "stage(*).throughput >= 1536B/s"),
      ("stage(*).throughput > 0.5B/s", .byteRate(Fraction(1, over: 2)), "stage(*).throughput > 0.5B/s"),
      ("client_rss_max < 64MiB", .size(64 << 20), "client_rss_max < 64MiB"),
      ("bytes_acknowledged >= 1MB", .size(1_000_000), "bytes_acknowledged >= 1MB"),
      ("bytes_read < 1001B", .size(1001), "bytes_read < 1001B"),
      ("message_mean <= 1KiB", .size(1024), "message_mean <= 1KiB"),
    ] as [(String, Bound, String)])
  func isReadAndWrittenAgain(written: String, bound: Bound, again: String) throws {
    let expectation = try Self.read(written)
    #expect(expectation.bound == bound)
    #expect(expectation.text == again)
    #expect(expectation.level == .fail)
    #expect(try Self.read(again).bound == bound)
  }

  @Test func scopesAndPlaces() throws {
    #expect(try Self.read("lost == 0").scope == .run)
    #expect(try Self.read("lost == 0", inStage: true).scope == .own)
    #expect(try Self.read("stage(*).lost == 0").scope == .eachStage)
    #expect(try Self.read("stage(peak).lost == 0").scope == .stage("peak"))
    #expect(try Self.read("lost == 0").position == SourcePosition(line: 11, column: 5))
  }

  @Test(
    arguments: [
      ("{check: lost == 0, level: warn}", .warn), ("{check: lost == 0, level: fail}", .fail),
      ("{check: lost == 0}", .fail), ("'lost == 0'", .fail),
    ] as [(String, Scenarios.Expectation.Level)])
  func levels(written: String, level: Scenarios.Expectation.Level) throws {
    let expectation = try Self.read(written)
    #expect(expectation.level == level)
    #expect(expectation.text == "lost == 0")
  }

  /// The mapping, the list, and keys that are allowed only at the top.
  @Test(
    arguments: [
      ("{lost: 0}", "6+4 wrong-kind: \"lost\" is written as a key | for example \"lost == 0\""),
      (
        "{level: warn}",
        "6+5 missing-key: \"check\" is missing in an expectation | for example {check: lost == 0, level: warn}"
      ),
      ("{check: lost == 0, level: info}", "31+4 bad-value: unknown level \"info\" | write one of: fail, warn"),
      (
        "{check: lost == 0, scope: stage}",
        "24+5 not-allowed: \"scope\" is not allowed in an expectation | only abort_when has it"
      ),
      ("{check: lost = 0}", "18+1 expectation: \"=\" is not a comparison | write \"==\""),
      (
        "[lost == 0]",
        "5+11 wrong-kind: \"an expectation\" must be text such as \"lost == 0\", not a list | write \"lost == 0\""
      ),
      ("''", "5+2 expectation: an expectation is empty | for example \"lost == 0\""),
    ])
  func forms(written: String, said: String) {
    #expect(ExpectationFaultTests.said(ExpectationFaultTests.scenario("  - \(written)")) == [said])
  }

  @Test(arguments: ["stage(*).lost == 0", "stage(flat).lost == 0", "stage(peak).lost == 0"])
  func aStagesOwnCannotNameAStage(text: String) {
    let said = ExpectationFaultTests.said(ExpectationFaultTests.scenario("  []", inPeak: "[\(text)]"))
    let name = text.split { "()".contains($0) }[1]
    #expect(
      said == [
        "56+\(name.count) not-allowed: an expectation of a stage cannot name a stage | write \"lost == 0\" here, or move this to the top of the file"
      ])
  }

  @Test func aTextInsteadOfAList() {
    let yaml = ExpectationFaultTests.scenario("  lost == 0")
    #expect(
      ExpectationFaultTests.said(yaml) == ["3+9 wrong-kind: \"expect\" must be a list, not text | write [lost == 0]"])
  }
}
