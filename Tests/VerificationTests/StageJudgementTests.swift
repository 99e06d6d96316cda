import Scenarios
import Testing
import Verification

@Suite struct StageJudgementTests {
  private static func check(
    _ metric: Metric, of stage: StageResult, _ readings: [PartitionReading] = [JudgedStage.reading()],
    cutShort: String? = nil
  ) throws -> Check {
    let judgement = StageJudgement(stage: stage, readings: readings, cutShort: cutShort)
    return try #require(judgement.checks([JudgedStage.expectation(metric)]).first)
  }

  @Test(arguments: JudgedStage.defaultMetrics)
  func whereAllWentWellEverythingHolds(metric: Metric) throws {
    let check = try Self.check(metric, of: JudgedStage.good)
    #expect(check.outcome == .held)
    #expect(check.actual == (metric == .rateKept ? .ratio(1) : .count(0)))
    #expect(check.exit == nil)
  }

  @Test(arguments: JudgedStage.defaultMetrics)
  func aStageThatDidNotRunIsSkipped(metric: Metric) throws {
    let check = try Self.check(metric, of: JudgedStage.skipped)
    #expect(check.outcome == .skipped(because: "the stage did not run"))
    #expect(check.exit == nil)
  }

  struct Breach: Sendable, CustomTestStringConvertible {
    var metric: Metric
    var exit: ExitCode
    var damage: @Sendable (inout StageResult) -> Void
    var testDescription: String { metric.name }

    init(_ metric: Metric, _ exit: ExitCode, _ damage: @escaping @Sendable (inout StageResult) -> Void) {
      (self.metric, self.exit, self.damage) = (metric, exit, damage)
    }
  }

  @Test(arguments: [
    Breach(.rejected, .expectationFailed) {
      $0.send[.rejected] = 3
      $0.rejections = [JudgedStage.rejection("MSG_SIZE_TOO_LARGE", isInfrastructure: false)]
    },
    Breach(.withheld, .expectationFailed) { $0.send[.withheld] = 3 },
    Breach(.dropped, .expectationFailed) { $0.send[.dropped] = 3 },
    Breach(.lost, .verificationFailed) { $0.read?[.lost] = 3 },
    Breach(.phantom, .verificationFailed) { $0.read?[.phantom] = 3 },
    Breach(.duplicated, .verificationFailed) { $0.read?[.duplicated] = 3 },
    Breach(.reordered, .verificationFailed) { $0.read?[.reordered] = 3 },
    Breach(.corrupted, .verificationFailed) { $0.read?[.corrupted] = 3 },
    Breach(.misrouted, .verificationFailed) { $0.read?[.misrouted] = 3 },
    Breach(.invalid, .verificationFailed) { $0.read?[.invalid] = 3 },
    Breach(.abortedVisible, .verificationFailed) { $0.read?[.abortedVisible] = 3 },
    Breach(.unsent, .inconclusive) { $0.send[.unsent] = 3 },
    Breach(.trimmed, .inconclusive) { $0.read?[.trimmed] = 3 },
    Breach(.unseen, .inconclusive) { $0.read?[.unseen] = 3 },
    Breach(.unknownAbsent, .inconclusive) { $0.read?[.unknownAbsent] = 3 },
    Breach(.unknownUnseen, .inconclusive) { $0.read?[.unknownUnseen] = 3 },
  ])
  func threeAreTooMany(_ breach: Breach) throws {
    var stage = JudgedStage.good
    breach.damage(&stage)
    // What is proven stays proven, however little was read besides.
    for readings in [[JudgedStage.reading()], [JudgedStage.reading(position: 4)]] {
      let check = try Self.check(breach.metric, of: stage, readings)
      #expect(check.actual == .count(3))
      #expect(check.exit == breach.exit)
      #expect((check.outcome == .broken) == (breach.exit != .inconclusive))
    }
  }

  private static let found: [Metric] = [
    .lost, .phantom, .duplicated, .reordered, .corrupted, .misrouted, .invalid, .abortedVisible,
  ]

  @Test(arguments: found)
  func noneSoFarIsNotNone(metric: Metric) throws {
    var interrupted = JudgedStage.reading(1)
    interrupted.interruption = "its leader changed from 1 to 2"
    var endless = JudgedStage.reading(1)
    endless.end = nil
    let cases: [(reading: PartitionReading, because: String)] = [
      (JudgedStage.reading(1, position: 4), "orders[1] was read up to 4 of 10"),
      (endless, "the end of orders[1] is not known"),
      (
        interrupted,
        "the reading of orders[1] was interrupted (its leader changed from 1 to 2) and could not be repeated"
      ),
    ]
    for (reading, because) in cases {
      let check = try Self.check(metric, of: JudgedStage.good, [JudgedStage.reading(), reading])
      #expect(check.outcome == .inconclusive(because: because, exit: .inconclusive))
      #expect(check.actual == .count(0))
    }
    interrupted.readAgain = true
    #expect(try Self.check(metric, of: JudgedStage.good, [interrupted]).outcome == .held)
  }

  @Test(arguments: found)
  func withoutAnyReadingNothingHolds(metric: Metric) throws {
    #expect(try Self.check(metric, of: JudgedStage.good, []).exit == .inconclusive)
    var unread = JudgedStage.good
    unread.read = nil
    let check = try Self.check(metric, of: unread)
    #expect(check.outcome == .inconclusive(because: "the topic was not read back", exit: .inconclusive))
    #expect(check.actual == nil)
  }

  @Test(arguments: [Metric.trimmed, .unseen, .unknownAbsent, .unknownUnseen])
  func whatWasNotReadBackIsInconclusive(metric: Metric) throws {
    var unread = JudgedStage.good
    unread.read = nil
    #expect(try Self.check(metric, of: unread).exit == .inconclusive)
  }

  // MARK: Refusals

  @Test(
    arguments: [
      ("only the way to the cluster", [("TRANSPORT", true), ("TIMED_OUT", true)], .infrastructure),
      ("the messages as well", [("TRANSPORT", true), ("MSG_SIZE_TOO_LARGE", false)], .expectationFailed),
      ("an unknown reason", [], .expectationFailed),
    ] as [(String, [(String, Bool)], ExitCode)])
  func turnedAwayBy(name: String, reasons: [(String, Bool)], exit: ExitCode) throws {
    var stage = JudgedStage.good
    stage.send[.rejected] = 2
    stage.rejections = reasons.map { JudgedStage.rejection($0.0, isInfrastructure: $0.1) }
    #expect(try Self.check(.rejected, of: stage).exit == exit, "\(name)")
  }

  // MARK: The rate

  struct Pace: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var ratio: Double?
    var limitedBy: StageResult.LimitedBy?
    var cutShort: String?
    var exit: ExitCode?
  }

  @Test(arguments: [
    Pace(testDescription: "kept", ratio: 0.99, exit: nil),
    Pace(testDescription: "kept by a slow machine", ratio: 0.995, limitedBy: .generator, exit: nil),
    Pace(testDescription: "missed", ratio: 0.98, exit: .expectationFailed),
    Pace(testDescription: "missed by the cluster", ratio: 0.98, limitedBy: .cluster, exit: .expectationFailed),
    Pace(testDescription: "missed by this machine", ratio: 0.98, limitedBy: .generator, exit: .generatorLimited),
    Pace(testDescription: "cut short", ratio: 0.1, cutShort: "interrupted", exit: .inconclusive),
    Pace(
      testDescription: "cut short by a slow cluster", ratio: 0.1, limitedBy: .cluster, cutShort: "too long",
      exit: .inconclusive),
    Pace(testDescription: "no rate to keep", ratio: nil, exit: .inconclusive),
  ])
  func theRate(_ pace: Pace) throws {
    var stage = JudgedStage.good
    stage.keptRateRatio = pace.ratio
    stage.limitedBy = pace.limitedBy
    let check = try Self.check(.rateKept, of: stage, cutShort: pace.cutShort)
    #expect(check.exit == pace.exit)
    #expect(check.actual == pace.ratio.map { .ratio($0) })
  }

  @Test func aCheckHasTheWitnessesOfItsKind() throws {
    var stage = JudgedStage.good
    stage.read?[.lost] = 1
    let lost = Anomaly(kind: .lost, sequence: 4, topic: "orders", partition: 0)
    stage.witnesses = [lost, Anomaly(kind: .corrupted, sequence: 5, topic: "orders", partition: 0)]
    #expect(try Self.check(.lost, of: stage).witnesses == [lost])
    #expect(try Self.check(.rejected, of: stage).witnesses == [])
  }
}
