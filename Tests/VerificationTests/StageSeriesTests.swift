import FoundationEssentials
import Scenarios
import Testing
import Verification

/// The seconds of a stage, and their sums.
@Suite struct StageSeriesTests {
  private static func schedule(_ perSecond: UInt64, seconds: Int64) -> Schedule {
    Schedule(.constant(Rate(messages: perSecond, per: .seconds(1))), duration: .seconds(seconds))
  }

  private static func counts(due: UInt64, sent: UInt64) -> SendCounts {
    var counts = SendCounts()
    (counts[.due], counts[.sent], counts[.unsent]) = (due, sent, due - sent)
    return counts
  }

  private static func series(sent: [UInt64]) -> StageSeries {
    var series = StageSeries()
    for (index, number) in sent.enumerated() {
      series.change(index) { ($0.sent, $0.acknowledged) = (number, number) }
    }
    return series
  }

  @Test func eachSecondHasWhatWasDueInIt() {
    var series = Self.series(sent: [10, 10, 10])
    series.complete(
      Self.schedule(10, seconds: 3), counts: Self.counts(due: 30, sent: 30), isCutShort: false, measured: true)
    #expect(series.intervals.map(\.due) == [10, 10, 10])
    #expect(series.targets == [10, 10, 10])
  }

  @Test func aStageThatIsBehindHasSecondsBeyondItsTime() {
    var series = Self.series(sent: [4, 4, 4, 8])
    series.complete(
      Self.schedule(10, seconds: 2), counts: Self.counts(due: 20, sent: 20), isCutShort: false, measured: true)
    #expect(series.intervals.map(\.due) == [10, 10, 0, 0])
    #expect(series.intervals.indices.map { series.target(of: $0) } == [10, 10, 0, 0])
  }

  @Test func emptySecondsAreThereUpToTheEndOfItsTime() {
    var series = Self.series(sent: [1, 0, 1])
    series.complete(
      Schedule(.constant(Rate(messages: 1, per: .seconds(2))), duration: .seconds(5)),
      counts: Self.counts(due: 2, sent: 2), isCutShort: false, measured: true)
    #expect(series.intervals.map(\.due) == [1, 0, 1, 0, 0])
    #expect(series.end == .seconds(5))
  }

  @Test func whatIsNeverSentIsInTheSecondInWhichTheStageWasCutShort() {
    var series = Self.series(sent: [10, 3])
    series.complete(
      Self.schedule(10, seconds: 60), counts: Self.counts(due: 600, sent: 13), isCutShort: true, measured: true)
    #expect(series.intervals.map(\.due) == [10, 590])
  }

  @Test func atMaxAsManyAreDueAsAreOffered() {
    var series = Self.series(sent: [700, 300])
    series.complete(
      Schedule(.maximum, count: 1000), counts: Self.counts(due: 1000, sent: 1000), isCutShort: false, measured: true)
    #expect(series.intervals.map(\.due) == [700, 300])
    #expect(series.targets == [] && series.target(of: 0) == nil)
  }

  @Test func messagesAreInFlightUntilTheyAreAnswered() {
    var series = StageSeries()
    series.change(0) { $0.sent = 5 }
    series.change(1) { ($0.sent, $0.acknowledged) = (2, 4) }
    series.change(2) { ($0.rejected, $0.unknown, $0.aborted) = (1, 1, 1) }
    series.complete(
      Schedule(.maximum, count: 7), counts: Self.counts(due: 7, sent: 7), isCutShort: false, measured: true)
    #expect(series.intervals.map(\.inFlight) == [5, 3, 0])
  }

  @Test(
    arguments: [
      ([3, 4, 5], 12, [3, 4, 5]), ([3, 4, 5], 15, [3, 4, 8]), ([3, 4, 5], 10, [3, 4, 3]), ([3, 4, 5], 5, [3, 2, 0]),
      ([], 2, [2]), ([], 0, []),
    ] as [([UInt64], UInt64, [UInt64])])
  func theLastSecondsHaveWhatTheEndDecides(_ read: [UInt64], _ total: UInt64, _ expected: [UInt64]) {
    var series = StageSeries()
    for (index, number) in read.enumerated() { series.change(index) { $0.read = number } }
    series.settle(\.read, to: total)
    #expect(series.intervals.map(\.read) == expected)
  }

  @Test func theLastSecondEndsWithTheStage() {
    var series = Self.series(sent: [1, 1, 1])
    series.end = .milliseconds(2400)
    #expect((0..<3).map { series.length(of: $0) } == [.seconds(1), .seconds(1), .milliseconds(400)])
  }

  // MARK: Sums

  private static var stage: StageResult {
    var stage = JudgedStage.good
    var series = series(sent: [6, 4])
    series.complete(
      schedule(5, seconds: 2), counts: counts(due: 10, sent: 10), isCutShort: false, measured: true)
    for index in 0..<2 { series.change(index) { $0.read = 5 } }
    stage.series = series
    return stage
  }

  @Test func theyAreThoseOfItsRow() { #expect(Self.stage.seriesViolations == []) }

  @Test(
    arguments: [
      ("sent 10 = 11 over its seconds", { @Sendable in $0.sent += 1 }),
      ("due 10 = 11 over its seconds", { @Sendable in $0.due += 1 }),
      ("acknowledged 10 = 9 over its seconds", { @Sendable in $0.acknowledged -= 1 }),
      ("aborted 0 = 1 over its seconds", { @Sendable in $0.aborted += 1 }),
      ("dropped 0 = 1 over its seconds", { @Sendable in $0.dropped += 1 }),
      ("read 10 = 11 over its seconds", { @Sendable in $0.read += 1 }),
      ("bytes_read 0 = 1 over its seconds", { @Sendable in $0.bytesRead += 1 }),
    ] as [(String, @Sendable (inout StageSeries.Interval) -> Void)])
  func aSumThatDiffersIsAFaultOfThisProgram(
    _ violation: String, _ change: @Sendable (inout StageSeries.Interval) -> Void
  ) {
    var stage = Self.stage
    stage.series?.change(1, change)
    #expect(stage.seriesViolations == [violation])
    #expect(RunJudgement.exits(stages: [stage], problems: [], selected: 1).first == .internalFault)
  }

  @Test func withoutReadingNothingIsComparedWithIt() {
    var stage = Self.stage
    stage.read = nil
    stage.series?.change(0) { $0.read = 99 }
    #expect(stage.seriesViolations == [])
  }

  // MARK: Saved

  @Test func aSavedSeriesIsTheSame() throws {
    var series = try #require(Self.stage.series)
    series.targets = [5, 5, 2.5]
    series.change(2) {
      ($0.lagMax, $0.queued, $0.throttleMax, $0.latenessMax) = (7, nil, 20, 8_000)
      $0.ackLatency = StageSeries.Latencies(p50: 1, p99: 2, maximum: 3)
    }
    let saved = try JSONEncoder().encode(series)
    #expect(try JSONDecoder().decode(StageSeries.self, from: saved) == series)
    let text = String(decoding: saved, as: UTF8.self)
    #expect(text.contains(#""sent":"6 4 0""#) && text.contains(#""targets":"5.0*2 2.5""#), "\(text)")
    #expect(text.contains(#""ackLatencyP99":"- - 2""#), "\(text)")
  }
}
