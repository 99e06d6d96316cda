import Diagnostics
import Scenarios
import Testing
import Verification

@Suite struct SinkJudgementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var metric: PlaceMetric
    var comparison: Scenarios.Expectation.Comparison
    var bound: Bound
    var exit: ExitCode?
    var end: SinkEnd
    var originUnread: String?
    var cutShort: String?
    var change: @Sendable (inout SinkResult) -> Void

    init(
      _ name: String, _ metric: PlaceMetric, _ comparison: Scenarios.Expectation.Comparison, _ bound: Bound,
      _ exit: ExitCode?, end: SinkEnd = .proven, originUnread: String? = nil, cutShort: String? = nil,
      _ change: @escaping @Sendable (inout SinkResult) -> Void = { _ in }
    ) {
      testDescription = name
      (self.metric, self.comparison, self.bound, self.exit) = (metric, comparison, bound, exit)
      (self.end, self.originUnread, self.cutShort, self.change) = (end, originUnread, cutShort, change)
    }

    /// The metric is to be 0.
    init(
      _ name: String, _ metric: PlaceMetric, _ exit: ExitCode?, end: SinkEnd = .proven, originUnread: String? = nil,
      cutShort: String? = nil, _ change: @escaping @Sendable (inout SinkResult) -> Void = { _ in }
    ) {
      self.init(
        name, metric, .equal, .count(0), exit, end: end, originUnread: originUnread, cutShort: cutShort, change)
    }
  }

  /// Ten expected, ten found, 2 s after the last answer.
  private static var good: SinkResult {
    var counts = SinkCounts()
    (counts[.expected], counts[.read], counts[.found]) = (10, 10, 10)
    var sink = SinkResult(
      name: "stored", position: JudgedStage.position, kind: .topic, topic: "stored", counts: counts,
      comparesContent: true, checksFormat: true)
    sink.caughtUp = .seconds(2)
    var latency = LatencyHistogram()
    latency.record(.milliseconds(30))
    sink.endToEndLatency = latency
    return sink
  }

  private static func expectation(
    _ metric: PlaceMetric, _ comparison: Scenarios.Expectation.Comparison = .equal, _ bound: Bound = .count(0),
    level: Scenarios.Expectation.Level = .fail
  ) -> Scenarios.Expectation {
    Expectation(
      metric: .place(metric), comparison: comparison, bound: bound, level: level, range: JudgedStage.range)
  }

  private static let compacted = SinkEnd.absentUnseen(because: "the topic is compacted")
  private static let failed = SinkEnd.unfinished(because: "the command ended with 1")

  private static func counts(_ count: SinkCount, _ number: UInt64) -> @Sendable (inout SinkResult) -> Void {
    { $0.counts?[count] = number }
  }

  static let cases = [
    Case("nothing is missing", .count(.missing), nil),
    Case("one is missing", .count(.missing), .verificationFailed, counts(.missing, 1)),
    Case("a stray", .count(.stray), .verificationFailed, counts(.stray, 1)),
    Case("a phantom", .count(.phantom), .verificationFailed, counts(.phantom, 1)),
    Case("a duplicate", .count(.duplicated), .verificationFailed, counts(.duplicated, 1)),
    Case("a corrupted one", .count(.corrupted), .verificationFailed, counts(.corrupted, 1)),
    Case("an invalid one", .count(.invalid), .verificationFailed, counts(.invalid, 1)),
    Case("as many duplicates as allowed", .count(.duplicated), .atMost, .count(5), nil, counts(.duplicated, 5)),
    Case("more than allowed", .count(.duplicated), .atMost, .count(5), .verificationFailed, counts(.duplicated, 6)),
    Case("an unseen one", .count(.unseen), .inconclusive, end: compacted, counts(.unseen, 1)),
    Case("unanswered ones that are absent", .count(.unknownAbsent), .inconclusive, counts(.unknownAbsent, 3)),
    Case("as many of them as allowed", .count(.unknownAbsent), .less, .count(4), nil, counts(.unknownAbsent, 3)),
    Case(
      "unanswered ones that are unseen", .count(.unknownUnseen), .inconclusive, end: failed, counts(.unknownUnseen, 3)),
    // What was not read could hold anything, and what was read is there.
    Case("no duplicate, the reading failed", .count(.duplicated), .inconclusive, end: failed),
    Case(
      "a duplicate, the reading failed", .count(.duplicated), .verificationFailed, end: failed, counts(.duplicated, 1)),
    Case("no duplicate, compacted", .count(.duplicated), nil, end: compacted),
    Case("nothing is missing, compacted and all there", .count(.missing), nil, end: compacted),
    Case("nothing is missing, the reading failed", .count(.missing), .inconclusive, end: failed),
    Case("found fewer", .count(.found), .equal, .count(11), .verificationFailed),
    Case("found fewer, compacted", .count(.found), .equal, .count(11), .inconclusive, end: compacted),
    Case("found more, compacted", .count(.found), .equal, .count(9), .verificationFailed, end: compacted),
    Case("found as many", .count(.found), .equal, .count(10), nil),
    Case("found at least, the reading failed", .count(.found), .atLeast, .count(10), nil, end: failed),
    Case(
      "found fewer, sending was cut short", .count(.found), .atLeast, .count(11), .inconclusive, cutShort: "a signal"),
    Case(
      "missing, sending was cut short", .count(.missing), .verificationFailed, cutShort: "a signal", counts(.missing, 1)
    ),
    // The sink before it.
    Case("no stray, from is not known", .count(.stray), .inconclusive, originUnread: "events was not read completely"),
    Case(
      "nothing missing, from is not known", .count(.missing), .inconclusive,
      originUnread: "events was not read completely"),
    Case(
      "one missing, from is not known", .count(.missing), .verificationFailed,
      originUnread: "events was not read completely", counts(.missing, 1)),
    Case("no duplicate, from is not known", .count(.duplicated), nil, originUnread: "events was not read completely"),
    // Times.
    Case("in time", .latency(.p50), .less, .duration(.milliseconds(500)), nil),
    Case("late", .latency(.p50), .less, .duration(.milliseconds(20)), .expectationFailed),
    Case("not timed", .latency(.p50), .less, .duration(.seconds(20)), .inconclusive) { $0.endToEndLatency = nil },
    Case("caught up", .caughtUp, .less, .duration(.seconds(3)), nil),
    Case("caught up late", .caughtUp, .less, .duration(.seconds(1)), .expectationFailed),
    Case("never caught up", .caughtUp, .less, .duration(.seconds(3)), .expectationFailed) {
      $0.caughtUp = nil
      $0.counts?[.missing] = 1
    },
    Case("never caught up, as far as is known", .caughtUp, .less, .duration(.seconds(3)), .inconclusive, end: failed) {
      $0.caughtUp = nil
      $0.counts?[.unseen] = 1
    },
    Case("nothing to catch up with", .caughtUp, .less, .duration(.seconds(3)), .inconclusive) {
      $0.caughtUp = nil
      $0.counts = SinkCounts()
    },
    // Counts that it does not have.
    Case("nothing is compared", .count(.corrupted), .inconclusive) { $0.comparesContent = false },
    Case("nothing is validated", .count(.invalid), .inconclusive) { $0.checksFormat = false },
    Case("holds some: missing", .count(.missing), .inconclusive) { $0.isPartial = true },
    Case("holds some: found", .count(.found), .equal, .count(10), nil) { $0.isPartial = true },
    Case("from: unanswered", .count(.unknownFound), .inconclusive) { $0.from = "events" },
    Case("a group's metric", .lagMax, .less, .count(5), .inconclusive),
    Case("not read", .count(.missing), .inconclusive) { $0.counts = nil },
  ]

  @Test(arguments: cases) func isJudged(_ example: Case) {
    var sink = Self.good
    example.change(&sink)
    let expectation = Self.expectation(example.metric, example.comparison, example.bound)
    SinkJudgement.judge(
      &sink, [expectation], end: example.end, originUnread: example.originUnread, cutShort: example.cutShort)
    #expect(sink.checks.map(\.exit) == [example.exit], "\(sink.checks[0].outcome)")
    #expect(sink.verdict == (example.exit ?? .passed).verdict)
    if case .inconclusive(let reason, _) = sink.checks[0].outcome { #expect(!reason.isEmpty && !reason.hasSuffix(".")) }
  }

  @Test func theReasonIsWhatIsKnown() {
    var sink = Self.good
    sink.counts?[.unseen] = 1
    let check = SinkJudgement(sink, end: Self.compacted).check(Self.expectation(.count(.unseen)))
    #expect(check.outcome == .inconclusive(because: "the topic is compacted", exit: .inconclusive))
    sink.counts = nil
    sink.unseenBecause = "psql ended with 3"
    let unread = SinkJudgement(sink, end: .proven).check(Self.expectation(.count(.unseen)))
    #expect(unread.outcome == .inconclusive(because: "psql ended with 3", exit: .inconclusive))
  }

  @Test func aWarningChangesNothing() {
    var sink = Self.good
    sink.counts?[.duplicated] = 3
    SinkJudgement.judge(&sink, [Self.expectation(.count(.duplicated), level: .warn)], end: .proven)
    #expect(sink.checks.map(\.outcome) == [.broken] && sink.verdict == .passed)
  }

  @Test func witnessesAreThoseOfTheMetric() {
    var sink = Self.good
    sink.counts?[.duplicated] = 1
    sink.counts?[.stray] = 1
    let kinds: [Anomaly.Kind] = [.duplicated, .stray, .missing]
    sink.witnesses = kinds.map {
      Anomaly(kind: $0, sink: "stored", stage: "load", sequence: 1, topic: "", partition: -1)
    }
    for metric in [SinkCount.duplicated, .stray] {
      let check = SinkJudgement(sink, end: .proven).check(Self.expectation(.count(metric)))
      #expect(check.witnesses.map(\.kind.rawValue) == [metric.facts.name])
    }
  }

  @Test func aSinkThatIsNotReadIsSkipped() {
    var sink = Self.good
    SinkJudgement.skip(&sink, [Self.expectation(.count(.missing))], because: "the sinks are read later")
    #expect(sink.checks.map(\.outcome) == [.skipped(because: "the sinks are read later")] && sink.verdict == .skipped)
  }

  /// The exit codes of a run, by what its places show.
  @Test func theRunHasTheExitsOfItsPlaces() {
    var sink = Self.good
    sink.counts?[.missing] = 1
    sink.counts?[.expected] = 11
    SinkJudgement.judge(&sink, [Self.expectation(.count(.missing))], end: .proven)
    var group = GroupResult(name: "g", group: "g", position: JudgedStage.position, topics: ["t"])
    GroupJudgement.judge(&group, [Self.expectation(.lagMax, .less, .count(5))])
    var action = ActionResult(name: "restart", position: JudgedStage.position, run: ["a"])
    ActionJudgement.judge(&action, range: JudgedStage.range)
    let stages = [JudgedStage.good]
    #expect(RunJudgement.exits(stages: stages, sinks: [Self.good], problems: [], selected: 1) == [.passed])
    #expect(
      RunJudgement.exits(stages: stages, sinks: [sink], groups: [group], actions: [action], problems: [], selected: 1)
        == [.verificationFailed, .infrastructure, .inconclusive])
    sink.counts?[.expected] = 12
    #expect(RunJudgement.exits(stages: stages, sinks: [sink], problems: [], selected: 1)[0] == .internalFault)
  }
}

@Suite struct GroupJudgementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var metric: PlaceMetric
    var comparison: Scenarios.Expectation.Comparison
    var bound: Bound
    var exit: ExitCode?
    var change: @Sendable (inout GroupResult) -> Void

    init(
      _ name: String, _ metric: PlaceMetric, _ comparison: Scenarios.Expectation.Comparison, _ bound: Bound,
      _ exit: ExitCode?, _ change: @escaping @Sendable (inout GroupResult) -> Void = { _ in }
    ) {
      (testDescription, self.metric, self.comparison, self.bound) = (name, metric, comparison, bound)
      (self.exit, self.change) = (exit, change)
    }
  }

  private static let minute = Bound.duration(.seconds(60))

  static let cases = [
    Case("a lag within its bound", .lagMax, .less, .count(5000), nil),
    Case("a lag beyond it", .lagMax, .less, .count(1000), .expectationFailed),
    Case("a gap in the samples", .lagMax, .less, .count(5000), nil) { $0.series = [1000, nil, nil, nil, 0] },
    Case("no sample at all", .lagMax, .less, .count(5000), .inconclusive) { $0.lagMax = nil },
    Case("the lag at the end", .lagEnd, .equal, .count(0), nil),
    Case("a lag at the end", .lagEnd, .equal, .count(0), .expectationFailed) { $0.lagEnd = 5 },
    Case("a lag before a silence", .lagEnd, .equal, .count(0), .inconclusive) {
      $0.lagEnd = 5
      ($0.series, $0.isAnsweredAtEnd) = ([5, nil, nil, nil], false)
    },
    Case("caught up in time", .caughtUp, .less, minute, nil),
    Case("caught up late", .caughtUp, .less, .duration(.seconds(4)), .expectationFailed),
    Case("never, for as long as is allowed", .caughtUp, .less, minute, .expectationFailed) {
      $0.caughtUp = nil
      $0.behindAfter = .seconds(60)
    },
    Case("never, and asked until shortly before", .caughtUp, .less, minute, .inconclusive) {
      $0.caughtUp = nil
      $0.behindAfter = .seconds(59)
    },
    Case("never, and more is asked for", .caughtUp, .greater, minute, nil) {
      $0.caughtUp = nil
      $0.behindAfter = .seconds(61)
    },
    Case("not answered after the last send", .caughtUp, .less, minute, .inconclusive) { $0.caughtUp = nil },
    Case("a sink's metric", .count(.missing), .equal, .count(0), .inconclusive),
  ]

  @Test(arguments: cases) func isJudged(_ example: Case) {
    var group = GroupResult(
      name: "g", group: "g", position: JudgedStage.position, topics: ["t"], lagMax: 3000, lagEnd: 0,
      caughtUp: .seconds(5), samples: 5, series: [1000, 3000, 0])
    example.change(&group)
    GroupJudgement.judge(
      &group,
      [
        Expectation(
          metric: .place(example.metric), comparison: example.comparison, bound: example.bound, range: JudgedStage.range
        )
      ])
    #expect(group.checks.map(\.exit) == [example.exit], "\(group.checks[0].outcome)")
    #expect(group.verdict == (example.exit ?? .passed).verdict)
  }
}

@Suite struct ActionJudgementTests {
  typealias Outcome = ActionResult.Outcome

  /// The exits of an action's commands, by their outcomes.
  @Test(
    arguments: [
      ("it succeeded", .succeeded, false, nil, [nil]),
      ("it failed", .failed(because: "it ended with 3"), false, nil, [.infrastructure]),
      ("it never ran", .neverRan, false, nil, [.infrastructure]),
      ("both succeeded", .succeeded, true, .succeeded, [nil, nil]),
      ("then failed", .succeeded, true, .failed(because: "it took longer than 60 s"), [nil, .infrastructure]),
      ("then is owed", .succeeded, true, nil, [nil, .infrastructure]),
      ("neither ran", .neverRan, true, nil, [.infrastructure, .infrastructure]),
      ("it failed, and was put right", .failed(because: "it ended with 3"), true, .succeeded, [.infrastructure, nil]),
    ] as [(String, Outcome, Bool, Outcome?, [ExitCode?])])
  func isJudged(_ name: String, _ run: Outcome, _ hasThen: Bool, _ then: Outcome?, _ exits: [ExitCode?]) {
    var action = ActionResult(
      name: "restart", position: JudgedStage.position, run: ["stop"], then: hasThen ? ["start"] : nil, outcome: run,
      thenOutcome: then)
    ActionJudgement.judge(&action, range: JudgedStage.range)
    #expect(action.checks.map(\.exit) == exits, "\(name)")
    #expect(action.checks.map(\.title) == (hasThen ? ["run succeeds", "then succeeds"] : ["run succeeds"]))
    #expect(action.hasHappened == exits.allSatisfy { $0 == nil })
  }
}
