import Scenarios
import Testing
import Verification

/// Every kind of metric against every comparison: what was seen, and what that says.
@Suite struct ExpectationJudgementTests {
  enum Said: Sendable, Equatable {
    case held, broken
    case inconclusive(ExitCode)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var metric: Metric
    var comparison: Scenarios.Expectation.Comparison
    var bound: Bound
    var said: Said

    init(_ metric: Metric, _ comparison: Scenarios.Expectation.Comparison, _ bound: Bound, _ said: Said) {
      (self.metric, self.comparison, self.bound, self.said) = (metric, comparison, bound, said)
    }

    var expectation: Scenarios.Expectation {
      Expectation(metric: metric, comparison: comparison, bound: bound, range: JudgedStage.range)
    }

    var testDescription: String { "\(expectation.condition): \(said)" }
  }

  /// 10 sent, acknowledged and found, in 2 s; latencies of 1, 2, …, 10 ms, sent 1, 2, …, 10 µs late.
  static var stage: StageResult {
    var stage = JudgedStage.good
    var latency = LatencyHistogram()
    for milliseconds in 1...10 { latency.record(nanoseconds: Int64(milliseconds) * 1_000_000) }
    (stage.serviceLatency, stage.ackLatency, stage.endToEndLatency) = (latency, latency, latency)
    stage.lateness = LatencyHistogram()
    for microseconds in 1...10 { stage.lateness?.record(nanoseconds: Int64(microseconds) * 1000) }
    stage.send[.bytesAcknowledged] = 2000
    stage.read?[.bytesRead] = 2000
    stage.messageMeanBytes = 200.5
    stage.clientRSSMax = 64 << 20
    stage.duration = 2_000_000_000
    stage.drain = 500_000_000
    stage.queueFull = 0
    stage.ackGapMax = 3_000_000
    stage.readGapMax = 3_000_000
    stage.clientCPU = 1_000_000_000
    stage.lagMax = 7
    stage.retries = 1
    stage.keptRate = 5
    stage.readRate = 5
    stage.bytesPerSecond = 1000
    return stage
  }

  private static func judged(
    _ row: Case, _ stage: StageResult, _ readings: [PartitionReading] = [JudgedStage.reading()], cutShort: String? = nil
  ) -> Said {
    let check = StageJudgement(stage: stage, readings: readings, cutShort: cutShort).check(row.expectation)
    return switch check.outcome {
    case .held: .held
    case .broken: .broken
    case .inconclusive(_, let exit): .inconclusive(exit)
    case .skipped: .inconclusive(.nothingRan)
    }
  }

  @Test(arguments: [
    Case(.found, .less, .count(11), .held), Case(.found, .less, .count(10), .broken),
    Case(.found, .atMost, .count(10), .held), Case(.found, .atMost, .count(9), .broken),
    Case(.found, .greater, .count(9), .held), Case(.found, .greater, .count(10), .broken),
    Case(.found, .atLeast, .count(10), .held), Case(.found, .atLeast, .count(11), .broken),
    Case(.found, .equal, .count(10), .held), Case(.found, .equal, .count(9), .broken),
    Case(.sent, .atLeast, .count(11), .broken), Case(.acknowledged, .equal, .count(10), .held),
    Case(.lagMax, .atMost, .count(6), .broken), Case(.retries, .atMost, .count(1), .held),
    Case(.unsent, .greater, .count(0), .inconclusive(.inconclusive)), Case(.unsent, .atMost, .count(0), .held),
    Case(.unseen, .atLeast, .count(1), .inconclusive(.inconclusive)),
  ]) func counts(_ row: Case) { #expect(Self.judged(row, Self.stage) == row.said) }

  /// Percentiles are kept in whole microseconds within 0.1 %, minimum and maximum to the nanosecond.
  @Test(arguments: [
    Case(.latency(.ack, .min), .atLeast, .duration(1_000_000), .held),
    Case(.latency(.ack, .min), .greater, .duration(1_000_000), .broken),
    Case(.latency(.ack, .max), .atMost, .duration(10_000_000), .held),
    Case(.latency(.ack, .max), .less, .duration(10_000_000), .broken),
    Case(.latency(.ack, .max), .less, .duration(10_000_001), .held),
    Case(.latency(.ack, .mean), .equal, .duration(5_500_000), .held),
    Case(.latency(.ack, .p50), .atMost, .duration(5_003_000), .held),
    Case(.latency(.ack, .p50), .less, .duration(5_000_000), .broken),
    Case(.latency(.service, .p90), .less, .duration(9_100_000), .held),
    Case(.latency(.service, .p95), .less, .duration(1000), .broken),
    Case(.latency(.service, .p99), .less, .duration(1000), .broken),
    Case(.latency(.endToEnd, .p999), .less, .duration(11_000_000), .held),
    Case(.latency(.endToEnd, .p999), .less, .duration(9_000_000), .broken),
    Case(.latency(.lateness, .p99), .less, .duration(5000), .inconclusive(.generatorLimited)),
    Case(.latency(.lateness, .max), .less, .duration(20_000_000), .held),
    Case(.duration, .atMost, .duration(2_000_000_000), .held),
    Case(.duration, .less, .duration(2_000_000_000), .broken),
    Case(.drain, .less, .duration(1_000_000_000), .held),
    Case(.queueFull, .equal, .duration(0), .held), Case(.queueFull, .greater, .duration(0), .broken),
    Case(.ackGapMax, .less, .duration(3_000_000), .broken), Case(.readGapMax, .atMost, .duration(3_000_000), .held),
    Case(.clientCPU, .less, .duration(2_000_000_000), .held),
  ]) func times(_ row: Case) { #expect(Self.judged(row, Self.stage) == row.said) }

  @Test(arguments: [
    Case(.rateKept, .atLeast, .ratio(Fraction(1)), .held), Case(.rateKept, .greater, .ratio(Fraction(1)), .broken),
    Case(.rateKept, .less, .ratio(Fraction(1, over: 2)), .broken),
    Case(.rateKept, .atLeast, .rate(Fraction(5)), .held), Case(.rateKept, .greater, .rate(Fraction(5)), .broken),
    Case(.readRate, .atLeast, .rate(Fraction(51, over: 10)), .broken),
    Case(.readRate, .equal, .rate(Fraction(5)), .held),
    Case(.throughput, .atLeast, .byteRate(Fraction(1000)), .held),
    Case(.throughput, .atLeast, .byteRate(Fraction(1001)), .broken),
    Case(.bytesAcknowledged, .equal, .size(2000), .held), Case(.bytesRead, .less, .size(2000), .broken),
    Case(.messageMean, .greater, .size(200), .held), Case(.messageMean, .greater, .size(201), .broken),
    Case(.clientRSSMax, .atMost, .size(64 << 20), .held), Case(.clientRSSMax, .less, .size(64 << 20), .broken),
    // What is in another unit than the metric's is never held.
    Case(.lost, .equal, .duration(0), .inconclusive(.inconclusive)),
  ]) func ratesAndBytes(_ row: Case) { #expect(Self.judged(row, Self.stage) == row.said) }

  /// 99 of 100 are 99%, whatever that is in binary.
  @Test func aRatioIsHeldAgainstTheNearestBinaryFraction() {
    var stage = Self.stage
    for (part, whole) in [(99.0, 100.0), (57, 100), (7, 10), (29, 100)] {
      stage.keptRateRatio = part / whole
      let bound = Bound.ratio(Fraction(UInt64(part), over: UInt64(whole)))
      #expect(Self.judged(Case(.rateKept, .atLeast, bound, .held), stage) == .held)
      #expect(Self.judged(Case(.rateKept, .less, bound, .broken), stage) == .broken)
    }
  }

  /// Read up to 4 of 10: what is decided stays, what could still change is open.
  @Test(arguments: [
    Case(.found, .atLeast, .count(10), .held), Case(.found, .atLeast, .count(11), .inconclusive(.inconclusive)),
    Case(.found, .less, .count(10), .broken), Case(.found, .less, .count(11), .inconclusive(.inconclusive)),
    Case(.found, .atMost, .count(9), .broken), Case(.found, .equal, .count(10), .inconclusive(.inconclusive)),
    Case(.found, .equal, .count(9), .broken), Case(.found, .equal, .count(11), .inconclusive(.inconclusive)),
    Case(.found, .greater, .count(9), .held),
    Case(.lost, .equal, .count(0), .inconclusive(.inconclusive)),
    Case(.lost, .atMost, .count(5), .inconclusive(.inconclusive)),
    Case(.abortedHidden, .equal, .count(0), .inconclusive(.inconclusive)),
    Case(.latency(.endToEnd, .p99), .less, .duration(20_000_000), .inconclusive(.inconclusive)),
    Case(.latency(.endToEnd, .p99), .less, .duration(1000), .inconclusive(.inconclusive)),
    Case(.latency(.endToEnd, .max), .less, .duration(1000), .broken),
    Case(.latency(.endToEnd, .max), .greater, .duration(1000), .held),
    Case(.latency(.endToEnd, .min), .greater, .duration(5_000_000), .broken),
    Case(.latency(.endToEnd, .min), .less, .duration(5_000_000), .held),
    Case(.latency(.endToEnd, .min), .greater, .duration(1000), .inconclusive(.inconclusive)),
    Case(.readRate, .greater, .rate(Fraction(1)), .inconclusive(.inconclusive)),
    // Of the sending, all is known.
    Case(.sent, .equal, .count(10), .held), Case(.latency(.ack, .p99), .less, .duration(1000), .broken),
  ]) func unfinishedReading(_ row: Case) {
    #expect(Self.judged(row, Self.stage, [JudgedStage.reading(position: 4)]) == row.said)
  }

  /// Messages that were not sent could have changed it; a proven breach they could not.
  @Test(arguments: [
    Case(.sent, .atLeast, .count(11), .inconclusive(.inconclusive)), Case(.sent, .atLeast, .count(10), .held),
    Case(.found, .atLeast, .count(11), .inconclusive(.inconclusive)), Case(.found, .less, .count(5), .broken),
    Case(.rateKept, .greater, .ratio(Fraction(1)), .inconclusive(.inconclusive)),
    Case(.latency(.ack, .p99), .less, .duration(1000), .inconclusive(.inconclusive)),
    Case(.latency(.ack, .max), .less, .duration(1000), .broken),
    Case(.lost, .equal, .count(0), .held),
  ]) func cutShort(_ row: Case) { #expect(Self.judged(row, Self.stage, cutShort: "interrupted") == row.said) }

  @Test(arguments: [
    Case(.latency(.ack, .p99), .less, .duration(1000), .inconclusive(.generatorLimited)),
    Case(.latency(.ack, .p99), .less, .duration(20_000_000), .held),
    Case(.latency(.ack, .p99), .greater, .duration(20_000_000), .broken),
    Case(.latency(.lateness, .max), .less, .duration(1000), .inconclusive(.generatorLimited)),
    Case(.throughput, .atLeast, .byteRate(Fraction(1001)), .inconclusive(.generatorLimited)),
    Case(.throughput, .less, .byteRate(Fraction(999)), .broken),
    Case(.rateKept, .atLeast, .rate(Fraction(6)), .inconclusive(.generatorLimited)),
    Case(.clientRSSMax, .less, .size(1), .broken), Case(.found, .atLeast, .count(11), .broken),
    Case(.readRate, .atLeast, .rate(Fraction(6)), .inconclusive(.generatorLimited)),
    Case(.duration, .less, .duration(1000), .inconclusive(.generatorLimited)),
    Case(.drain, .less, .duration(1000), .inconclusive(.generatorLimited)),
    Case(.ackGapMax, .less, .duration(1000), .inconclusive(.generatorLimited)),
    Case(.readGapMax, .less, .duration(1000), .inconclusive(.generatorLimited)),
    Case(.lagMax, .less, .count(1), .inconclusive(.generatorLimited)),
    Case(.duration, .greater, .duration(.seconds(60)), .broken), Case(.clientCPU, .less, .duration(1), .broken),
  ]) func tooSlowAMachine(_ row: Case) {
    var stage = Self.stage
    stage.limitedBy = .generator
    #expect(Self.judged(row, stage) == row.said)
    stage.limitedBy = .cluster
    let said: Said = row.said == .inconclusive(.generatorLimited) ? .broken : row.said
    #expect(Self.judged(row, stage) == said)
  }

  /// Latencies from the due time include this machine's own lateness: up to 6 of the 10 ms.
  @Test(arguments: [
    Case(.latency(.lateness, .max), .less, .duration(1_000_000), .inconclusive(.generatorLimited)),
    Case(.latency(.lateness, .max), .atMost, .duration(6_000_000), .held),
    Case(.latency(.endToEnd, .max), .less, .duration(5_000_000), .inconclusive(.generatorLimited)),
    Case(.latency(.endToEnd, .max), .less, .duration(3_000_000), .broken),
    Case(.latency(.endToEnd, .max), .atMost, .duration(10_000_000), .held),
    // From the send on it took 4 ms: that is the system's.
    Case(.latency(.ack, .max), .less, .duration(3_000_000), .broken),
    Case(.latency(.ack, .max), .less, .duration(4_000_000), .broken),
    Case(.latency(.ack, .max), .less, .duration(5_000_000), .inconclusive(.generatorLimited)),
    Case(.latency(.ack, .max), .greater, .duration(20_000_000), .broken),
    Case(.latency(.service, .max), .less, .duration(3_000_000), .broken),
  ]) func lateness(_ row: Case) {
    func histogram(_ milliseconds: Int64) -> LatencyHistogram {
      var histogram = LatencyHistogram()
      histogram.record(nanoseconds: milliseconds * 1_000_000)
      return histogram
    }
    var stage = Self.stage
    (stage.lateness, stage.serviceLatency) = (histogram(6), histogram(4))
    (stage.ackLatency, stage.endToEndLatency) = (histogram(10), histogram(10))
    #expect(Self.judged(row, stage) == row.said)
    // Where the client's queue was full, or the cluster kept it from its rate, lateness is the cluster's.
    let said: Said = row.said == .inconclusive(.generatorLimited) ? .broken : row.said
    stage.limitedBy = .cluster
    #expect(Self.judged(row, stage) == said)
    (stage.limitedBy, stage.queueFull) = (nil, 1_000_000)
    #expect(Self.judged(row, stage) == said)
    // What the embedded broker held back is this machine's.
    stage.heldByEmbedded = 1_000_000
    #expect(Self.judged(row, stage) == row.said)
    // While brokers throttle it is the cluster's.
    stage.queueFull = nil
    stage.heldByEmbedded = nil
    stage.throttled = Intervals()
    stage.throttled?.insert(from: 1, to: 2)
    #expect(Self.judged(row, stage) == said)
  }

  @Test func aQueueThatTheEmbeddedBrokerHeldIsThisMachines() {
    var stage = Self.stage
    stage.queueFull = 1_000_000
    let check = Case(.queueFull, .equal, .duration(0), .broken)
    #expect(Self.judged(check, stage) == .broken)
    stage.heldByEmbedded = 1_000_000
    #expect(Self.judged(check, stage) == .inconclusive(.generatorLimited))
  }

  /// At `max` with a duration nothing but the machine says how much is sent.
  @Test(arguments: [Metric.due, .sent, .acknowledged, .found, .read]) func amountsAtMax(_ metric: Metric) {
    var stage = Self.stage
    stage.limitedBy = .generator
    let check = Case(metric, .atLeast, .count(11), .broken)
    #expect(Self.judged(check, stage) == .broken)
    stage.targetDuration = .seconds(2)
    #expect(Self.judged(check, stage) == .inconclusive(.generatorLimited))
    #expect(Self.judged(Case(.lost, .greater, .count(0), .broken), stage) == .broken)
  }

  /// With acks 0 what counts from acknowledgements has no value, and so no breach.
  @Test(arguments: [
    Case(.throughput, .atLeast, .byteRate(Fraction(100_000)), .inconclusive(.inconclusive)),
    Case(.ackGapMax, .less, .duration(1000), .inconclusive(.inconclusive)),
    Case(.readGapMax, .less, .duration(1000), .inconclusive(.inconclusive)),
    Case(.lagMax, .less, .count(1), .inconclusive(.inconclusive)),
    Case(.latency(.service, .p99), .less, .duration(1), .inconclusive(.inconclusive)),
  ]) func withoutAcknowledgements(_ row: Case) {
    var stage = JudgedStage.good
    stage.acks = "0"
    let check = StageJudgement(stage: stage, readings: [JudgedStage.reading()], cutShort: nil).check(row.expectation)
    #expect(
      check.outcome
        == .inconclusive(because: "with acks 0 nothing is acknowledged, so it cannot be measured", exit: .inconclusive))
  }

  @Test func aQuotaIsNamedWhereItMayBeTheCause() {
    var stage = Self.stage
    stage.readerThrottled = Intervals()
    stage.readerThrottled?.insert(from: 0, to: .milliseconds(12_340))
    let check = StageJudgement(stage: stage, readings: [JudgedStage.reading(position: 4)], cutShort: nil)
      .check(Case(.lost, .equal, .count(0), .held).expectation)
    #expect(
      check.outcome
        == .inconclusive(
          because: "orders[0] was read up to 4 of 10; brokers held the reader back for 12.3 s (a quota)",
          exit: .inconclusive))
  }

  @Test func latenessIsSaid() {
    let check = StageJudgement(stage: Self.stage, readings: [JudgedStage.reading()], cutShort: nil)
      .check(Case(.latency(.lateness, .max), .less, .duration(1000), .broken).expectation)
    #expect(
      check.outcome
        == .inconclusive(
          because: "this machine sent up to 10us late, which may explain all of it", exit: .generatorLimited))
  }

  /// Without one sample, nothing holds; not even what every value would meet.
  @Test(arguments: Metric.allCases.filter { ![.count, .reason].contains($0.facts.units[0]) })
  func whatWasNotMeasuredNeverHolds(metric: Metric) {
    var bare = JudgedStage.good
    bare.keptRateRatio = nil
    bare.read = nil
    (bare.ackLatency, bare.lateness) = (LatencyHistogram(), LatencyHistogram())
    let bounds: [Bound] = [
      .duration(0), .ratio(Fraction(0)), .rate(Fraction(0)), .byteRate(Fraction(0)), .size(0),
    ].filter { metric.facts.units.contains($0.unit) }
    for bound in bounds where metric != .bytesAcknowledged {
      #expect(Self.judged(Case(metric, .atLeast, bound, .held), bare) == .inconclusive(.inconclusive))
    }
  }

  @Test func ofAStageThatIsNotMeasuredNothingTimedHolds() {
    var stage = Self.stage
    stage.measured = false
    for metric in Metric.allCases where metric.facts.emptyIn.contains(.unmeasured) {
      let bound: Bound = !metric.isLatency ? .rate(Fraction(0)) : .duration(0)
      let check = StageJudgement(stage: stage, readings: [JudgedStage.reading()], cutShort: nil)
        .check(Case(metric, .atLeast, metric == .throughput ? .byteRate(Fraction(0)) : bound, .held).expectation)
      #expect(check.outcome == .inconclusive(because: "the stage is not measured", exit: .inconclusive))
    }
  }

  @Test func refusalsOnTheWayBreakNoUpperBoundAndMeetNoLowerOne() {
    var stage = Self.stage
    stage.send[.rejected] = 3
    stage.rejections = [JudgedStage.rejection("TRANSPORT", isInfrastructure: true)]
    #expect(Self.judged(Case(.rejected, .atMost, .count(2), .held), stage) == .inconclusive(.infrastructure))
    #expect(Self.judged(Case(.rejected, .atMost, .count(3), .held), stage) == .held)
    #expect(Self.judged(Case(.rejected, .atLeast, .count(4), .held), stage) == .broken)
  }

  @Test func whatOnlyWarnsHasNoExit() {
    var expectation = Case(.found, .atLeast, .count(11), .broken).expectation
    expectation.level = .warn
    var stage = Self.stage
    RunJudgement.judge(
      &stage, expectations: [expectation], readings: [JudgedStage.reading()], problem: nil)
    #expect(stage.checks.map(\.outcome) == [.broken])
    #expect(stage.checks.map(\.exit) == [nil])
    #expect(stage.verdict == .passed)
  }
}
