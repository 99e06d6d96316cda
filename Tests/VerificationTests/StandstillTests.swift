import Scenarios
import Testing

@testable import Verification

/// A breach that the time for which this process was stopped may explain is inconclusive, with exit code 21; one beyond it stays
/// broken.
@Suite struct StandstillTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var metric: Metric
    var comparison: Scenarios.Expectation.Comparison
    var bound: Bound
    var isExplained: Bool

    init(_ metric: Metric, _ comparison: Scenarios.Expectation.Comparison, _ bound: Bound, _ isExplained: Bool) {
      (self.metric, self.comparison, self.bound, self.isExplained) = (metric, comparison, bound, isExplained)
    }

    var expectation: Scenarios.Expectation {
      Expectation(metric: metric, comparison: comparison, bound: bound, range: JudgedStage.range)
    }

    var testDescription: String { "\(expectation.condition): \(isExplained ? "explained" : "not")" }
  }

  private static func seconds(_ count: Int64) -> Bound { .duration(.seconds(count)) }

  private static func intervals(_ pairs: [[Int64]]) -> Intervals {
    var intervals = Intervals()
    for pair in pairs { intervals.insert(from: .seconds(pair[0]), to: .seconds(pair[1])) }
    return intervals
  }

  /// 100 messages in 10 s of which it was stopped for 3 s, from 4 s to 7 s, and later for 1 s while it only read; the longest
  /// times are 4 s.
  private static var stage: StageResult {
    var stage = JudgedStage.good
    for key in [SendCount.due, .sent, .acknowledged] { stage.send[key] = 100 }
    for key in [ReadCount.read, .found] { stage.read?[key] = 100 }
    var latency = LatencyHistogram()
    for _ in 0..<60 { latency.record(.milliseconds(2)) }
    for _ in 0..<40 { latency.record(.seconds(4)) }
    (stage.serviceLatency, stage.endToEndLatency) = (latency, latency)
    var hindered = LatencyHistogram()
    for _ in 0..<40 { hindered.record(.seconds(4)) }
    (stage.hinderedServiceLatency, stage.hinderedEndToEndLatency) = (hindered, hindered)
    (stage.ackGapMaxRunning, stage.readGapMaxRunning) = (.seconds(1), .seconds(1))
    stage.duration = .seconds(10)
    stage.targetDuration = .seconds(10)
    stage.targetRate = 10
    (stage.ackGapMax, stage.readGapMax, stage.queueFull, stage.drain) = (
      .seconds(4), .seconds(4), .seconds(4), .seconds(4)
    )
    stage.lagMax = 40
    stage.dueInStandstills = 30
    stage.lateness = latency
    stage.bytesPerSecond = 1000
    stage.keptRate = 7
    stage.readRate = 10
    stage.standstills = intervals([[4, 7]])
    stage.readingStandstills = intervals([[4, 7], [12, 13]])
    return stage
  }

  private static func outcome(_ given: Case, _ stage: StageResult) -> Check.Outcome {
    StageJudgement(stage: stage, readings: [JudgedStage.reading(position: 10)], cutShort: nil)
      .check(given.expectation).outcome
  }

  @Test(arguments: [
    Case(.latency(.service, .max), .less, seconds(2), true), Case(.latency(.service, .max), .atMost, seconds(1), true),
    Case(.latency(.service, .max), .less, .duration(.milliseconds(990)), false),
    Case(.latency(.service, .p99), .less, seconds(2), true),
    Case(.latency(.service, .p99), .less, .duration(.milliseconds(500)), false),
    Case(.latency(.endToEnd, .p90), .less, seconds(2), true),
    Case(.latency(.endToEnd, .max), .less, .duration(.milliseconds(900)), false),
    // Too short a time is not made by standing still.
    Case(.latency(.service, .max), .greater, seconds(5), false),
    // Sent late, and the queue was full: up to the time for which it was stopped.
    Case(.latency(.lateness, .max), .less, seconds(2), true), Case(.latency(.lateness, .max), .less, seconds(1), false),
    Case(.ackGapMax, .atMost, seconds(1), true), Case(.ackGapMax, .less, seconds(1), false),
    Case(.readGapMax, .atMost, seconds(1), true), Case(.readGapMax, .less, seconds(1), false),
    Case(.queueFull, .atMost, seconds(1), true), Case(.queueFull, .equal, seconds(0), false),
    Case(.drain, .atMost, seconds(1), true), Case(.drain, .less, seconds(1), false),
    Case(.duration, .atMost, seconds(7), true), Case(.duration, .less, seconds(7), false),
    Case(.lagMax, .atMost, .count(10), true), Case(.lagMax, .less, .count(10), false),
    // 10,000 bytes in 7 s; 70 messages in 7 s; 100 read in 6 s.
    Case(.throughput, .atLeast, .byteRate(Fraction(1428)), true),
    Case(.throughput, .atLeast, .byteRate(Fraction(1429)), false),
    Case(.throughput, .less, .byteRate(Fraction(900)), false),
    Case(.rateKept, .atLeast, .rate(Fraction(10)), true), Case(.rateKept, .atLeast, .rate(Fraction(11)), false),
    Case(.readRate, .greater, .rate(Fraction(16)), true), Case(.readRate, .atLeast, .rate(Fraction(17)), false),
    // Neither a time nor a rate.
    Case(.rejected, .greater, .count(0), false), Case(.found, .atLeast, .count(101), false),
    Case(.clientRSSMax, .less, .size(1), false),
  ]) func isInconclusiveOrBroken(_ given: Case) {
    var stage = Self.stage
    stage.clientRSSMax = 64 << 20
    let why = "this process was stopped for 4.0 s during the stage (suspended, or the machine was busy)"
    #expect(
      Self.outcome(given, stage)
        == (given.isExplained ? .inconclusive(because: why, exit: .generatorLimited) : .broken))
    // Where it never was stopped nothing of it is explained.
    (stage.standstills, stage.readingStandstills) = (Intervals(), Intervals())
    #expect(Self.outcome(given, stage) == .broken)
  }

  /// The rate lacks only the time of the stop, and so does not excuse a gap that was there without it.
  @Test func aStopThatExplainsTheRateExcusesNothingElse() {
    var stage = Self.stage
    stage.limitedBy = .generator
    stage.keptRateRatio = 0.72
    let gap = Case(.ackGapMax, .less, .duration(.milliseconds(900)), false)
    #expect(Self.outcome(gap, stage) == .broken)
    // Half of the rate is not explained: this machine was slow besides.
    stage.keptRateRatio = 0.5
    #expect(
      Self.outcome(gap, stage)
        == .inconclusive(because: "this machine was too slow to send at that rate", exit: .generatorLimited))
  }

  /// The number of the 100 messages that waited meanwhile; the others took as long by themselves.
  @Test(
    arguments: [
      (.p50, 0, false), (.p50, 40, true), (.p90, 29, false), (.p90, 30, true), (.p99, 38, false), (.p99, 39, true),
      (.max, 39, false), (.max, 40, true), (.mean, 40, true), (.mean, 20, false), (.min, 40, true),
    ] as [(Latency.Statistic, Int, Bool)]
  ) func onlyMessagesThatWaitedAreExplained(_ statistic: Latency.Statistic, _ count: Int, _ isExplained: Bool) {
    var stage = Self.stage
    var hindered = LatencyHistogram()
    for _ in 0..<count { hindered.record(.seconds(4)) }
    stage.hinderedServiceLatency = hindered
    let expectation = Case(.latency(.service, statistic), .atMost, Self.seconds(1), isExplained)
    switch Self.outcome(expectation, stage) {
    case .held: #expect(statistic == .p50 || statistic == .min)
    case .broken: #expect(!isExplained)
    case .inconclusive, .skipped: #expect(isExplained)
    }
  }

  /// Many short ones do not explain one long time: no more of them than can lie within it.
  @Test func onlyWhatLiesWithinTheTimeCounts() {
    var stage = Self.stage
    stage.standstills = Self.intervals((0..<100).map { [$0 * 100, $0 * 100 + 1] })
    stage.readingStandstills = stage.standstills
    #expect(Self.outcome(Case(.drain, .less, Self.seconds(3), false), stage) == .broken)
    #expect(Self.outcome(Case(.latency(.service, .max), .less, Self.seconds(2), false), stage) == .broken)
  }

  @Test func theWholeRunHasItAll() {
    var row = RunJudgement.whole([Self.stage], verdict: .passed, duration: .seconds(20), drain: .seconds(4))
    row.note(standstills: Self.intervals([[4, 7], [16, 18]]), readerThrottled: Intervals())
    let checks = WholeJudgement(
      row: row, stages: [Self.stage], readings: [JudgedStage.reading()], selected: [0]
    ).checks([
      Case(.duration, .atMost, Self.seconds(14), true).expectation,
      Case(.duration, .less, Self.seconds(14), true).expectation,
      Case(.ackGapMax, .atMost, Self.seconds(1), true).expectation,
    ])
    let why = "this process was stopped for 6.0 s during the run (suspended, or the machine was busy)"
    #expect(
      checks.map(\.outcome) == [
        .inconclusive(because: why, exit: .generatorLimited), .broken,
        .inconclusive(because: why, exit: .generatorLimited),
      ])
  }
}
