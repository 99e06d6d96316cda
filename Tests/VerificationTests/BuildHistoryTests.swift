import Scenarios
import Testing

@testable import Verification

/// Which builds moved a metric: the order of builds, what counts as a value of one, and where a series begins anew.
@Suite struct BuildHistoryTests {
  /// A build that began on day `day`, with one row for each of `values`.
  private static func build(
    _ name: String, _ day: Int64, _ values: [Double?], of metric: String = "ack_latency_p99",
    _ change: (inout StageRecord) -> Void = { _ in }
  ) throws -> [StageRecord] {
    let index = try #require(ComparedMetric.index(of: metric))
    return values.enumerated().map { run, value in
      var cells = [Double?](repeating: nil, count: ComparedMetric.all.count)
      cells[index] = value
      var record = StageRecord(
        runID: "\(name)-\(run)", scenario: "orders", stage: "peak", startedAt: day * 86_400_000 + Int64(run) * 60_000,
        label: name, scenarioSHA256: "a1", broker: "kafka", values: cells)
      change(&record)
      return record
    }
  }

  /// One build a day, named by its number, from day `first` on.
  private static func builds(
    _ values: [Double], from first: Int64 = 1, of metric: String = "ack_latency_p99",
    _ change: (inout StageRecord) -> Void = { _ in }
  ) throws -> [StageRecord] {
    try values.enumerated().flatMap { try build("b\(first + Int64($0))", first + Int64($0), [$1], of: metric, change) }
  }

  private static let fast = [10.1, 9.9, 10.0, 10.2, 9.8, 10.0, 10.1, 9.9, 10.3, 10.0]
  private static let slow = [13.9, 14.1, 14.0, 14.2, 13.8]

  private static func history(_ records: [StageRecord], _ settings: [ComparisonSetting] = []) -> BuildHistory {
    var rules = ComparisonRules()
    rules.apply(settings)
    return BuildHistory(of: records, rules: rules)
  }

  @Test func namesTheFirstBuildAfterTheChange() throws {
    let history = Self.history(try Self.builds(Self.fast + Self.slow))
    let series = try #require(history.series.first)
    #expect(history.series.count == 1 && series.metric.name == "ack_latency_p99" && series.brokenBy == nil)
    let change = try #require(series.changes.first)
    #expect(series.changes.count == 1 && series.points[change.index].build == "b11")
    #expect(change.before == 10 && change.after == 14 && change.direction == .worse && change.buildsSince == 5)
    #expect(change.p < 0.001)
  }

  @Test(
    arguments: [
      (nil, .passed), (1, .passed), (4, .passed), (5, .regressed), (6, .regressed), (1000, .regressed),
    ] as [(Int?, ExitCode)]) func failsOnlyForTheLastBuilds(within: Int?, exit: ExitCode) throws
  {
    #expect(Self.history(try Self.builds(Self.fast + Self.slow)).exit(within: within) == exit)
    // What became better, or did not move, fails nothing.
    #expect(Self.history(try Self.builds(Self.slow + Self.fast)).exit(within: within) == .passed)
    #expect(Self.history(try Self.builds(Self.fast + Self.fast)).exit(within: within) == .passed)
  }

  @Test(
    arguments: [
      ("ack_latency_p99", 10, 14, .worse), ("ack_latency_p99", 14, 10, .better), ("rate_kept", 1, 0.9, .worse),
      ("rate_kept", 0.9, 1, .better),
    ] as [(String, Double, Double, Finding.Direction)]
  ) func isWorseOrBetter(_ metric: String, _ from: Double, _ to: Double, _ direction: Finding.Direction) throws {
    let values = Array(repeating: from, count: 8) + Array(repeating: to, count: 4)
    let series = Self.history(try Self.builds(values, of: metric)).series
    #expect(series.flatMap(\.changes).map(\.direction) == [direction])
  }

  @Test func aBuildIsTheMedianOfItsRuns() throws {
    let records =
      try Self.build("old", 1, [10, 30, 11]) + Self.build("new", 2, [12, nil, 14]) + Self.build("none", 3, [nil])
    let history = Self.history(records)
    #expect(history.builds == ["old", "new", "none"] && history.runs == 7)
    #expect(
      history.series.map(\.points) == [
        [
          .init(build: "old", startedAt: 86_400_000, value: 11, runs: 3),
          .init(build: "new", startedAt: 172_800_000, value: 13, runs: 2),
        ]
      ])
  }

  /// Every lost message counts, in however few of the runs.
  @Test func aBuildIsTheWorstRunOfWhatMustNotHappen() throws {
    let lost = try Self.build("old", 1, [0, 0, 0], of: "lost") + Self.build("new", 2, [0, 3, 0], of: "lost")
    #expect(Self.history(lost).series.map { $0.points.map(\.value) } == [[0, 3]])
  }

  /// By the first start of each, whatever the order of the rows; a build without one is last.
  @Test func buildsAreInTheOrderOfTheirFirstStart() throws {
    let records =
      try Self.build("c", 9, [1]) + Self.build("unknown", 1, [1]) { $0.startedAt = nil } + Self.build("b", 4, [1])
      + Self.build("a", 7, [1]) + Self.build("a", 2, [1])
    #expect(Self.history(records).builds == ["a", "b", "c", "unknown"])
    #expect(Self.history(records).series.first?.points.map(\.build) == ["a", "b", "c", "unknown"])
  }

  @Test(
    arguments: [
      ("a label", "1.2", "3f2a1c", "1.2"), ("no label", nil, "3f2a1c", "3f2a1c"), ("neither", nil, nil, "run"),
    ] as [(String, String?, String?, String)]) func isNamedBy(
      _ name: String, label: String?, gitSHA: String?, build: String
    ) throws
  {
    let records = try Self.build("b", 1, [1]) {
      ($0.runID, $0.label, $0.gitSHA) = ("run", label, gitSHA)
    }
    #expect(Self.history(records).builds == [build])
  }

  @Test(
    arguments: [
      ("a passed one", "ack_latency_p99", .passed, false, true),
      ("a failed one", "ack_latency_p99", .failed, false, true),
      ("an aborted one", "ack_latency_p99", .aborted, false, false), ("a skipped one", "lost", .skipped, false, false),
      ("an inconclusive one", "ack_latency_p99", .inconclusive, false, false),
      ("a count of an inconclusive one", "lost", .inconclusive, false, true),
      ("one that the generator limited", "ack_latency_p99", .failed, true, false),
      ("a count of such a one", "lost", .failed, true, true),
    ] as [(String, String, Verdict, Bool, Bool)]
  ) func takesOnlyRowsThatSaySomething(
    _ name: String, _ metric: String, _ verdict: Verdict, _ isLimited: Bool, _ isTaken: Bool
  ) throws {
    let history = Self.history(
      try Self.build("b", 1, [3], of: metric) { ($0.verdict, $0.isGeneratorLimited) = (verdict, isLimited) })
    #expect(!history.series.isEmpty == isTaken)
    #expect(history.leftOut == (verdict == .aborted || verdict == .skipped ? 1 : 0))
  }

  @Test(
    arguments: [
      ("another scenario", "b2", "kafka", .scenario(from: "a1", to: "b2")),
      ("another kind of broker", "a1", "embedded", .broker(from: "kafka", to: "embedded")),
    ] as [(String, String, String, HistorySeries.Break)]
  ) func beginsAnewWith(_ name: String, _ sha: String, _ broker: String, _ reason: HistorySeries.Break) throws {
    let other = try Self.builds(Self.slow, from: 11) { ($0.scenarioSHA256, $0.broker) = (sha, broker) }
    let history = Self.history(try Self.builds(Self.fast) + other)
    #expect(history.series.map(\.brokenBy) == [nil, reason])
    #expect(history.series.map(\.points.count) == [10, 5])
    #expect(!history.series.contains { !$0.changes.isEmpty })
    // Without it, the change is found.
    #expect(Self.history(try Self.builds(Self.fast + Self.slow)).series.first?.changes.count == 1)
  }

  /// Rows of one scenario belong together, whatever was run between them; and where a file has no broker, nothing changes.
  @Test func goesOnBehindAnotherScenario() throws {
    let between = try Self.builds([50], from: 6) { $0.scenarioSHA256 = "b2" }
    let history = Self.history(
      try Self.builds(Array(Self.fast.prefix(5))) + between
        + Self.builds(Array(Self.fast.suffix(5)), from: 7) { $0.broker = nil })
    #expect(history.series.map(\.points.count) == [10, 1])
  }

  /// A change to an old scenario is as old as the builds of the stage since then.
  @Test func countsTheBuildsOfTheStage() throws {
    let history = Self.history(
      try Self.builds(Self.fast + Self.slow) + Self.builds(Self.fast, from: 16) { $0.scenarioSHA256 = "b2" })
    #expect(history.series.first?.changes.first?.buildsSince == 15)
    #expect(history.exit(within: 14) == .passed && history.exit(within: 15) == .regressed)
  }

  @Test(
    arguments: [
      ("a gating metric", "ack_latency_p99", true, [], true),
      ("one that never gates", "ack_latency_max", true, [], false),
      ("one that gates with a rate only", "ack_latency_p99", false, [], false),
      ("one set to gate", "ack_latency_max", true, [ComparisonSetting(metric: "ack_latency_max", gates: true)], true),
      ("one set not to", "ack_latency_p99", true, [ComparisonSetting(metric: "ack_latency_p99", gates: false)], false),
    ] as [(String, String, Bool, [ComparisonSetting], Bool)]
  ) func showsByDefault(
    _ name: String, _ metric: String, _ hasRate: Bool, _ settings: [ComparisonSetting], _ isShown: Bool
  ) throws {
    let records = try Self.builds(Self.fast, of: metric) { $0.hasRate = hasRate }
    #expect(!Self.history(records, settings).series.isEmpty == isShown)
    var rules = ComparisonRules()
    rules.restrict(to: [try #require(ComparedMetric.index(of: metric))])
    #expect(BuildHistory(of: records, rules: rules, showsAll: true).series.map(\.metric.name) == [metric])
  }

  /// The least change is the metric's tolerance: 15 % and 2 ms.
  @Test(
    arguments: [
      ("10 % of 100 ms", 100, 110, [], 0), ("20 % of 100 ms", 100, 120, [], 1), ("20 % of 5 ms", 5, 6, [], 0),
      ("10 % with a tolerance of 5 %", 100, 110, [ComparisonSetting(metric: "ack_latency_p99", relative: 0.05)], 1),
    ] as [(String, Double, Double, [ComparisonSetting], Int)]
  ) func movesByMoreThanTheTolerance(
    _ name: String, _ from: Double, _ to: Double, _ settings: [ComparisonSetting], _ count: Int
  ) throws {
    let values = Self.fast.map { $0 / 10 * from } + Self.fast.map { $0 / 10 * to }
    #expect(Self.history(try Self.builds(values), settings).series.first?.changes.count == count)
  }

  /// One message in a build, where none was before, is below every tolerance.
  @Test(arguments: [("lost", 0, 1, 1), ("lost", 20, 21, 0)] as [(String, Double, Double, Int)])
  func oneLostMessageIsAChange(_ metric: String, _ from: Double, _ to: Double, _ count: Int) throws {
    let values = Array(repeating: from, count: 10) + Array(repeating: to, count: 3)
    let series = Self.history(try Self.builds(values, of: metric)).series
    #expect(series.flatMap(\.changes).map(\.direction) == Array(repeating: .worse, count: count))
  }

  @Test func theWholeRunIsShownWhereNoStageIs() throws {
    let whole = try Self.builds(Self.fast) { $0.stage = StageRecord.wholeRun }
    #expect(Self.history(whole).series.map(\.stage) == ["*"])
    #expect(Self.history(whole + (try Self.builds(Self.fast))).series.map(\.stage) == ["peak"])
  }

  @Test func rowsOfANewerProgramAreLeftOut() throws {
    let history = Self.history(
      try Self.builds(Self.fast) { $0.schemaVersion = RunResult.currentSchemaVersion + 1 })
    #expect(history.series.isEmpty && history.newer == 10)
  }

  @Test func withoutAValueNothingCanBeSaid() throws {
    let history = Self.history(try Self.builds(Self.fast) { $0.verdict = .aborted })
    #expect(history.exit(within: nil) == .passed && history.exit(within: 3) == .notComparable)
  }
}
