import Language
import SampleScenarios
import Scenarios
import Testing

@Suite struct EffectiveExpectationTests {
  private static func effective(
    top: [String] = [], peak: [String] = [], idempotent: Bool = true
  ) throws -> EffectiveExpectations {
    let yaml = ExpectationFaultTests.scenario(
      top.isEmpty ? "  []" : top.map { "  - \($0)\n" }.joined(), inPeak: "[\(peak.joined(separator: ", "))]")
    let reading = SampleScenario(yaml, path: "t.yaml").reading
    let scenario = try #require(reading.scenario, "\(reading.describeAll())")
    return scenario.effectiveExpectations { _ in idempotent }
  }

  private static let defaults = [
    "rejected", "withheld", "dropped", "unsent", "lost", "trimmed", "unseen", "unknown_absent", "unknown_unseen",
    "phantom", "duplicated", "reordered", "corrupted", "misrouted", "invalid", "aborted_visible",
  ].map { "\($0) == 0" }

  @Test func withoutAnyTheDefaultsApply() throws {
    let effective = try Self.effective()
    #expect(effective.stages[0].map(\.text) == Self.defaults + ["rate_kept >= 99%"])
    #expect(effective.stages[1].map(\.text) == Self.defaults)
    #expect(effective.stages[2].map(\.text) == Self.defaults)
    #expect(effective.run == [])
    let careless = try Self.effective(idempotent: false).stages[1].map(\.text)
    #expect(careless == Self.defaults.filter { !$0.hasPrefix("duplicated") && !$0.hasPrefix("reordered") })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var top: [String] = []
    var peak: [String] = []
    var metric = Metric.lost
    /// The remaining expectations of the metric: in `peak`, `flat`, `warm`, and for the whole run.
    var remains: [[String]]
  }

  @Test(arguments: [
    Case(testDescription: "nothing said", remains: [["lost == 0"], ["lost == 0"], ["lost == 0"], []]),
    Case(
      testDescription: "a stage's own", peak: ["lost <= 5"],
      remains: [["lost <= 5"], ["lost == 0"], ["lost == 0"], []]),
    Case(
      testDescription: "of a stage by name", top: ["stage(flat).lost <= 5"],
      remains: [["lost == 0"], ["stage(flat).lost <= 5"], ["lost == 0"], []]),
    Case(
      testDescription: "of each stage", top: ["stage(*).lost <= 5"],
      remains: [["stage(*).lost <= 5"], ["stage(*).lost <= 5"], ["stage(*).lost <= 5"], []]),
    Case(testDescription: "of the whole run", top: ["lost <= 5"], remains: [[], [], [], ["lost <= 5"]]),
    Case(
      testDescription: "the narrower wins", top: ["stage(*).lost <= 5"], peak: ["lost <= 9"],
      remains: [["lost <= 9"], ["stage(*).lost <= 5"], ["stage(*).lost <= 5"], []]),
    Case(
      testDescription: "of the whole run, and one of a stage", top: ["lost <= 5"], peak: ["lost <= 1"],
      remains: [["lost <= 1"], [], [], ["lost <= 5"]]),
    Case(
      testDescription: "two of one stage", peak: ["lost >= 1", "lost <= 5"],
      remains: [["lost >= 1", "lost <= 5"], ["lost == 0"], ["lost == 0"], []]),
    Case(
      testDescription: "a warning of a stage takes no place", peak: ["{check: lost <= 5, level: warn}"],
      remains: [["lost == 0", "lost <= 5"], ["lost == 0"], ["lost == 0"], []]),
    Case(
      testDescription: "a warning of the whole run takes no place", top: ["{check: lost <= 5, level: warn}"],
      remains: [["lost == 0"], ["lost == 0"], ["lost == 0"], ["lost <= 5"]]),
    Case(
      testDescription: "a warning of a stage leaves what each stage is held to", top: ["stage(*).lost <= 5"],
      peak: ["{check: lost <= 1, level: warn}"],
      remains: [["lost <= 1", "stage(*).lost <= 5"], ["stage(*).lost <= 5"], ["stage(*).lost <= 5"], []]),
    Case(
      testDescription: "a warning for each stage stays beside a stage's own",
      top: ["{check: stage(*).lost <= 1, level: warn}"], peak: ["lost <= 5"],
      remains: [
        ["lost <= 5", "stage(*).lost <= 1"], ["lost == 0", "stage(*).lost <= 1"], ["lost == 0", "stage(*).lost <= 1"],
        [],
      ]),
    Case(
      testDescription: "each stage that has the metric", top: ["stage(*).rate_kept >= 95%"], metric: .rateKept,
      remains: [["stage(*).rate_kept >= 95%"], [], [], []]),
    Case(
      testDescription: "an absolute rate is the same metric", top: ["stage(*).rate_kept >= 9/s"], metric: .rateKept,
      remains: [["stage(*).rate_kept >= 9/s"], ["stage(*).rate_kept >= 9/s"], [], []]),
    Case(
      testDescription: "each stage that is measured", top: ["stage(*).service_latency_p99 < 1s"],
      metric: .latency(.service, .p99),
      remains: [["stage(*).service_latency_p99 < 1s"], ["stage(*).service_latency_p99 < 1s"], [], []]),
  ])
  func whatRemains(_ row: Case) throws {
    let effective = try Self.effective(top: row.top, peak: row.peak)
    let remains = (effective.stages + [effective.run]).map { $0.filter { $0.metric == row.metric }.map(\.text) }
    #expect(remains == row.remains)
  }

  /// Two expectations of one scope: the diagnostic of the second, or nil if they can be combined.
  @Test(
    arguments: [
      (["lost == 0", "lost > 5"], #""lost > 5" and "lost == 0" cannot hold together | that one is in line 11"#),
      (
        ["ack_latency_p99 < 5ms", "ack_latency_p99 > 10ms"],
        #""ack_latency_p99 > 10ms" and "ack_latency_p99 < 5ms" cannot hold together | that one is in line 11"#
      ),
      (["found > 5", "found < 6"], #""found < 6" and "found > 5" cannot hold together | that one is in line 11"#),
      (["found > 5", "found < 7"], nil),
      (["found >= 5", "found <= 5"], nil),
      (
        ["ack_latency_p99 >= 5ms", "ack_latency_p99 < 5ms"],
        #""ack_latency_p99 < 5ms" and "ack_latency_p99 >= 5ms" cannot hold together | that one is in line 11"#
      ),
      (["stage(peak).rate_kept > 99.9%", "stage(peak).rate_kept < 99.91%"], nil),
      (["stage(peak).rate_kept >= 99%", "stage(peak).rate_kept <= 1/s"], nil),
      (
        ["stage(*).throughput > 1MB/s", "stage(*).throughput < 1000kB/s"],
        #""stage(*).throughput < 1MB/s" and "stage(*).throughput > 1MB/s" cannot hold together | that one is in line 11"#
      ),
      (["lost == 0", "stage(peak).lost > 5"], nil),
      (["stage(peak).lost == 0", "stage(flat).lost > 5"], nil),
      (["lost == 0", "lost==0"], #""lost == 0" is written twice | the first is in line 11"#),
      (
        ["lost <= 1k", "{check: lost <= 1000, level: warn}"],
        #""lost <= 1000" is written twice | the first is in line 11"#
      ),
      (["drain < 1m", "drain < 60s"], #""drain < 1m" is written twice | the first is in line 11"#),
    ] as [([String], String?)])
  func together(texts: [String], said: String?) {
    let yaml = ExpectationFaultTests.scenario(texts.map { "  - \($0)\n" }.joined())
    let expected = said.map { [$0] } ?? []
    #expect(ExpectationFaultTests.said(yaml).map { String($0.drop { $0 != ":" }.dropFirst(2)) } == expected)
  }

  @Test func aStagesOwnAndThatOfItsNameAreOneScope() {
    let yaml = ExpectationFaultTests.scenario("  - stage(peak).lost > 5", inPeak: "[lost == 0]")
    #expect(
      ExpectationFaultTests.said(yaml) == [
        #"5+20 expectation: "stage(peak).lost > 5" and "lost == 0" cannot hold together | that one is in line 7"#
      ])
  }

  /// Expectations do not change the scenario's hash.
  @Test func theHashIsWithoutThem() throws {
    func resolved(_ top: String, _ peak: String) throws -> ResolvedScenario {
      let yaml = ExpectationFaultTests.scenario(top, inPeak: peak)
      return ResolvedScenario(
        try #require(SampleScenario(yaml, path: "t.yaml").reading.scenario), seed: 1, digest: { _ in "" }
      ) {
        $0.value
      }
    }
    let (with, without) = (try resolved("  - lost == 0", "[sent == 10]"), try resolved("  []", "[]"))
    #expect(with.expect?.map(\.check) == ["lost == 0"])
    #expect(with.stages[0].expect?.map(\.check) == ["sent == 10"])
    #expect(with != without)
    #expect(with.withoutPlace == without.withoutPlace)
  }

  @Test func theRowOfAllNeedsAStageWithTheMetric() {
    func said(_ stages: String, _ text: String) -> [String] {
      ExpectationFaultTests.said(
        """
        version: 1
        name: t
        cluster: {brokers: embedded}
        topics: {orders: {partitions: 2}}
        templates: {order: {value: "order {{seq}}"}}
        stages: \(stages)
        expect: ["\(text)"]
        """)
    }
    let (flat, warm) = ("[{name: flat, count: 10}]", "[{name: warm, count: 10, rate: 5/s, measure: false}]")
    #expect(
      said(flat, "service_latency_p99 < 1s") == [
        #"10+26 expectation: the whole run has no "service_latency_p99": no measured stage has a rate | write "stage(*).service_latency_p99""#
      ])
    #expect(
      said(flat, "ack_latency_p99 < 1s") == [
        #"10+22 expectation: the whole run has no "ack_latency_p99": no measured stage has a rate | give a stage a rate"#
      ])
    #expect(
      said(flat, "stage(*).ack_latency_p99 < 1s") == [
        #"10+31 expectation: no stage has "ack_latency_p99": none that is measured has a rate | give the stage a rate, or write "service_latency_p99""#
      ])
    for text in ["stage(*).rate_kept >= 5/s", "end_to_end_latency_max < 1s"] {
      #expect(said(warm, text).first?.hasSuffix(#": each has "measure: false" | measure at least one"#) == true)
    }
    #expect(said(warm, "lost == 0") == [])
  }
}
