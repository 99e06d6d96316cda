import Scenarios
import Testing

@testable import Verification

/// Rows of two sides, and what becomes of their stages.
@Suite struct ComparisonTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var base: [StageRecord]
    var new: [StageRecord]
    var rules = ComparisonRules()
    var statuses: [String: StageComparison.Status]
    var exit: ExitCode
    var testDescription: String { name }

    init(
      _ name: String, _ base: [StageRecord], _ new: [StageRecord], drift: Bool = false,
      _ statuses: [String: StageComparison.Status], exit: ExitCode
    ) {
      (self.name, self.base, self.new, self.statuses, self.exit) = (name, base, new, statuses, exit)
      rules.allowsDrift = drift
    }
  }

  @Test(arguments: [
    Case("equal builds", rows("a"), rows("b"), ["peak": .compared], exit: .passed),
    Case("a lost message", rows("a"), rows("b", ["lost": 1]), ["peak": .compared], exit: .regressed),
    Case(
      "a slower build", rows("a", ["ack_latency_p99": 20]), rows("b", ["ack_latency_p99": 30]), ["peak": .compared],
      exit: .regressed),
    Case(
      "a slower build at max, where latency depends on how much is sent at once",
      rows("a", ["end_to_end_latency_p99": 20]) { $0.hasRate = false },
      rows("b", ["end_to_end_latency_p99": 30]) { $0.hasRate = false }, ["peak": .compared], exit: .passed),
    Case(
      "another scenario", rows("a") { $0.scenarioSHA256 = "1" }, rows("b", ["lost": 1]) { $0.scenarioSHA256 = "2" },
      ["peak": .blocked([.scenario(base: ["1"], new: ["2"])])], exit: .notComparable),
    Case(
      "another scenario, allowed", rows("a") { $0.scenarioSHA256 = "1" },
      rows("b", ["lost": 1]) { $0.scenarioSHA256 = "2" }, drift: true, ["peak": .compared], exit: .regressed),
    Case(
      "embedded against Kafka", rows("a") { $0.broker = "embedded" }, rows("b") { $0.broker = "kafka" },
      ["peak": .blocked([.broker(base: ["embedded"], new: ["kafka"])])], exit: .notComparable),
    Case(
      "a base of two scenarios", rows("a") { $0.scenarioSHA256 = $0.runID == "a1" ? "1" : "2" },
      rows("b") { $0.scenarioSHA256 = "2" }, ["peak": .blocked([.scenario(base: ["1", "2"], new: ["2"])])],
      exit: .notComparable),
    Case(
      "rows of a later version", rows("a"), rows("b") { $0.schemaVersion = 2 },
      ["peak": .blocked([.schemaVersion(2)])], exit: .notComparable),
    Case(
      "stages that only one side has", rows("a") + rows("a", stage: "old"), rows("b") + rows("b", stage: "new"),
      ["peak": .compared, "old": .removed, "new": .added], exit: .passed),
    Case(
      "no stage in common", rows("a", stage: "old"), rows("b", stage: "new"), ["old": .removed, "new": .added],
      exit: .notComparable),
    Case(
      "every new row aborted", rows("a"), rows("b", ["lost": 1]) { $0.verdict = .aborted },
      ["peak": .nothingLeft(base: false, new: true)], exit: .notComparable),
    Case(
      "every base row skipped", rows("a") { $0.verdict = .skipped }, rows("b"),
      ["peak": .nothingLeft(base: true, new: false)], exit: .notComparable),
    Case(
      "a slower build of which every run is inconclusive: exact metrics only",
      rows("a", ["ack_latency_p99": 20]), rows("b", ["ack_latency_p99": 30]) { $0.verdict = .inconclusive },
      ["peak": .compared], exit: .passed),
    Case(
      "a lost message in a run that is inconclusive",
      rows("a"), rows("b", ["lost": 1]) { $0.verdict = .inconclusive }, ["peak": .compared], exit: .regressed),
    Case(
      "a slower build on a machine that was too slow",
      rows("a", ["ack_latency_p99": 20]), rows("b", ["ack_latency_p99": 30]) { $0.isGeneratorLimited = true },
      ["peak": .compared], exit: .passed),
    Case(
      "messages that were not sent", rows("a", ["unsent": 0, "ack_latency_p99": 20]),
      rows("b", ["unsent": 10, "ack_latency_p99": 30]),
      ["peak": .inconclusive(because: metrics("unsent"))], exit: .notComparable),
    Case(
      "messages that were not sent, and some that were lost", rows("a", ["unseen": 0]),
      rows("b", ["unseen": 1, "lost": 1]),
      ["peak": .inconclusive(because: metrics("unseen"))], exit: .regressed),
    Case(
      "messages that were not sent in one run: the four others are compared",
      rows("a", ["unsent": 0, "ack_latency_p99": 20]),
      rows("b", ["unsent": 0, "ack_latency_p99": 30]) { row in
        if row.runID == "b1", let index = ComparedMetric.index(of: "unsent") { row.values[index] = 10 }
      }, ["peak": .compared], exit: .regressed),
    Case(
      "messages that were not sent, which the base's file lacks", rows("a", ["ack_latency_p99": 20]),
      rows("b", ["unsent": 10, "ack_latency_p99": 30]), ["peak": .compared], exit: .regressed),
    Case(
      "as many unknown messages as in the base", rows("a", ["unknown_absent": 4]), rows("b", ["unknown_absent": 4]),
      ["peak": .compared], exit: .passed),
    Case(
      "the whole run beside its stages is not compared", rows("a") + rows("a", stage: "*"),
      rows("b") + rows("b", stage: "*", ["lost": 1]), ["peak": .compared], exit: .passed),
    Case(
      "the whole run alone is", rows("a", stage: "*"), rows("b", stage: "*", ["lost": 1]), ["*": .compared],
      exit: .regressed),
    Case("nothing at all", [], [], [:], exit: .notComparable),
  ])
  func isCompared(_ example: Case) {
    let comparison = Comparison(
      base: ComparedSide(name: "base", records: example.base), new: ComparedSide(name: "new", records: example.new),
      rules: example.rules)
    #expect(Dictionary(uniqueKeysWithValues: comparison.stages.map { ($0.stage, $0.status) }) == example.statuses)
    #expect(comparison.exit == example.exit)
  }

  @Test func everySideIsSummedUp() {
    let late = Self.rows("a") { row in
      row.label = "v1"
      if row.runID == "a2" { row.verdict = .aborted }
      if row.runID == "a3" { row.isGeneratorLimited = true }
    }
    let early = Self.rows("c") { row in
      row.label = nil
      row.gitSHA = "3f2a1c"
      row.startedAt = 1
    }
    let comparison = Comparison(
      base: ComparedSide(name: "base.csv", records: late + early),
      new: ComparedSide(name: "new.csv", records: Self.rows("b")),
      rules: ComparisonRules())
    #expect(
      comparison.base
        == Comparison.Side(name: "base.csv", builds: ["3f2a1c", "v1"], runs: 9, leftOut: 1, exactOnly: 1))
    #expect(comparison.new.runs == 5)
  }

  @Test func factsThatDifferAreNamed() {
    let facts = { (host: String, seed: String) in
      ComparedFact.allCases.map { fact in fact == .host ? host : fact == .seed ? seed : "" }
    }
    let comparison = Comparison(
      base: ComparedSide(name: "", records: Self.rows("a") { $0.facts = facts("ci-1", "4") }),
      new: ComparedSide(
        name: "", records: Self.rows("b") { $0.facts = facts($0.runID == "b1" ? "ci-1" : "ci-2", "4") }),
      rules: ComparisonRules())
    #expect(
      comparison.stages.first?.differences
        == [StageComparison.Difference(fact: .host, base: ["ci-1"], new: ["ci-1", "ci-2"])])
  }

  @Test func settingsAreAppliedInOrder() throws {
    let index = try #require(ComparedMetric.index(of: "ack_latency_p99"))
    var rules = ComparisonRules()
    #expect(rules[index].gate == .statistical)
    #expect(rules[index].tolerance == ComparisonTolerance(relative: 0.15, absolute: 2))
    rules.apply([
      ComparisonSetting(metric: "ack_latency_p99", relative: 0.2, gates: false),
      ComparisonSetting(metric: "ack_latency_p99", absolute: 7),
    ])
    #expect(rules[index].gate == .never)
    #expect(rules[index].tolerance == ComparisonTolerance(relative: 0.2, absolute: 7))
    rules.apply([ComparisonSetting(metric: "ack_latency_p99", gates: true)])
    #expect(rules[index].gate == .statistical)
    // They may come from a file.
    rules.apply([ComparisonSetting(metric: "ack_latency_p99", relative: -1, absolute: .infinity)])
    #expect(rules[index].tolerance == ComparisonTolerance(relative: 0.2, absolute: 7))
  }

  @Test func anExactMetricThatGatesAgainIsExact() throws {
    let index = try #require(ComparedMetric.index(of: "lost"))
    var rules = ComparisonRules()
    rules.apply([ComparisonSetting(metric: "lost", gates: false), ComparisonSetting(metric: "lost", gates: true)])
    #expect(rules[index].gate == .exact)
  }

  @Test func aGateThatIsAskedForNeedsNoRate() {
    let base = ComparedSide(name: "", records: Self.rows("a", ["end_to_end_latency_p99": 20]) { $0.hasRate = false })
    let new = ComparedSide(name: "", records: Self.rows("b", ["end_to_end_latency_p99": 30]) { $0.hasRate = false })
    var rules = ComparisonRules()
    #expect(Comparison(base: base, new: new, rules: rules).exit == .passed)
    rules.apply([ComparisonSetting(metric: "end_to_end_latency_p99", gates: true)])
    #expect(Comparison(base: base, new: new, rules: rules).exit == .regressed)
  }

  /// Five runs of a stage with these values.
  private static func rows(
    _ side: String, stage: String = "peak", _ values: [String: Double] = [:],
    change: (inout StageRecord) -> Void = { _ in }
  ) -> [StageRecord] {
    (1...5).map { number in
      var row = StageRecord(
        runID: "\(side)\(number)", scenario: "orders", stage: stage, startedAt: 1000, label: side,
        values: ComparedMetric.all.map { metric in
          // A little noise, in another order on each side, in what is no count.
          values[metric.name].map { metric.unit == .count ? $0 : $0 * (1 + Double(number) / 1000) }
            ?? (metric.gate == .exact ? 0 : nil)
        })
      change(&row)
      return row
    }
  }

  private static func metrics(_ names: String...) -> [ComparedMetric] {
    ComparedMetric.all.filter { names.contains($0.name) }
  }
}
