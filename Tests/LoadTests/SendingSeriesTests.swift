import Kafka
import SampleScenarios
import Scenarios
import Testing
import Verification

@testable import Load

/// The seconds of a stage, as its producers count them.
@Suite struct SendingSeriesTests {
  private static let start = Nanoseconds.seconds(100)

  private static func at(_ milliseconds: Int64) -> Nanoseconds { start + .milliseconds(milliseconds) }

  private static func series(_ intervals: StageIntervals, producer: Int = 0) -> SendingSeries {
    SendingSeries(start: start, intervals: intervals, producer: producer)
  }

  @Test func aMessageCountsWhenItIsSentAndItsAnswerWhenThatComes() {
    let intervals = StageIntervals(producers: 1)
    var series = Self.series(intervals)
    series.sent(at: Self.at(900), lateness: .microseconds(70))
    series.sent(at: Self.at(999), lateness: .microseconds(90))
    series.acknowledged(at: Self.at(1005), latency: .milliseconds(105), bytes: 10)
    series.sent(at: Self.at(1999), lateness: .microseconds(20))
    series.rejected(at: Self.at(2000))
    series.unknown(at: Self.at(2500))
    series.finish()
    let seconds = intervals.series.intervals
    #expect(seconds.map(\.sent) == [2, 1, 0])
    #expect(seconds.map(\.acknowledged) == [0, 1, 0])
    #expect(seconds.map(\.rejected) == [0, 0, 1])
    #expect(seconds.map(\.unknown) == [0, 0, 1])
    #expect(seconds.map(\.bytesAcknowledged) == [0, 10, 0])
    #expect(seconds.map(\.latenessMax) == [90_000, 20_000, nil])
    #expect(seconds.map { $0.ackLatency?.maximum } == [nil, 105_000_000, nil])
    #expect(intervals.series.end == .milliseconds(2500))
  }

  @Test func secondsInWhichNothingHappensAreThereToo() {
    let intervals = StageIntervals(producers: 1)
    var series = Self.series(intervals)
    series.sent(at: Self.at(0), lateness: nil)
    series.acknowledged(at: Self.at(5300), latency: nil, bytes: 1)
    series.finish()
    #expect(intervals.series.intervals.map(\.sent) == [1, 0, 0, 0, 0, 0])
    #expect(intervals.series.intervals.map(\.acknowledged) == [0, 0, 0, 0, 0, 1])
    #expect(intervals.series.intervals.allSatisfy { $0.ackLatency == nil })
  }

  @Test func anAnswerThatIsTakenLateCountsInItsOwnSecond() {
    let intervals = StageIntervals(producers: 1)
    var series = Self.series(intervals)
    series.acknowledged(at: Self.at(500), latency: .milliseconds(1), bytes: 1)
    series.acknowledged(at: Self.at(1001), latency: .milliseconds(2), bytes: 1)
    series.acknowledged(at: Self.at(999), latency: .milliseconds(3), bytes: 1)
    series.acknowledged(at: Self.at(4000), latency: .milliseconds(4), bytes: 1)
    series.acknowledged(at: Self.at(998), latency: .milliseconds(5), bytes: 1)
    series.finish()
    let seconds = intervals.series.intervals
    #expect(seconds.map(\.acknowledged) == [3, 1, 0, 0, 1])
    // The last one's latency could not be put back: it is in the second that was open.
    #expect(seconds.map { $0.ackLatency?.maximum } == [3_000_000, 2_000_000, nil, nil, 5_000_000])
    #expect(series.ackLatency.count == 5)
  }

  @Test func aMessageThatIsTakenBackWasNeverSent() {
    let intervals = StageIntervals(producers: 1)
    var series = Self.series(intervals)
    for time in [100, 200, 1100, 1200] as [Int64] { series.sent(at: Self.at(time), lateness: nil) }
    series.takenBack(sentAt: Self.at(1200))
    series.takenBack(sentAt: Self.at(100))
    series.finish()
    #expect(intervals.series.intervals.map(\.sent) == [1, 1])
  }

  @Test func withheldDroppedAndAbortedMessages() {
    let intervals = StageIntervals(producers: 1)
    var series = Self.series(intervals)
    series.withheld(at: Self.at(10))
    series.dropped(at: Self.at(1010))
    series.aborted(at: Self.at(1020))
    series.finish()
    let seconds = intervals.series.intervals
    #expect(seconds.map(\.withheld) == [1, 0] && seconds.map(\.anomalies) == [1, 0])
    #expect(seconds.map(\.dropped) == [0, 1] && seconds.map(\.aborted) == [0, 1])
  }

  /// Percentiles are of the merged latencies, and a second is done once both producers are past it.
  @Test func severalProducersAddUp() {
    let intervals = StageIntervals(producers: 2)
    var (one, other) = (Self.series(intervals), Self.series(intervals, producer: 1))
    for latency in 1...3 { one.acknowledged(at: Self.at(500), latency: .milliseconds(Int64(latency)), bytes: 1) }
    one.sent(at: Self.at(500), lateness: .milliseconds(1))
    one.advance(to: Self.at(2500))
    #expect(intervals.series.intervals.first?.ackLatency == nil)
    for latency in 7...9 { other.acknowledged(at: Self.at(600), latency: .milliseconds(Int64(latency)), bytes: 1) }
    other.sent(at: Self.at(600), lateness: .milliseconds(2))
    other.advance(to: Self.at(2600))
    let second = intervals.series.intervals.first
    #expect(second?.acknowledged == 6 && second?.sent == 2 && second?.latenessMax == 2_000_000)
    #expect(second?.ackLatency?.maximum == 9_000_000)
    #expect(second?.ackLatency?.p50 == 3_000_000 || second?.ackLatency?.p50 == 3_001_000)
  }

  @Test func aProducerThatHasFinishedKeepsNoSecondOpen() {
    let intervals = StageIntervals(producers: 2)
    var (one, other) = (Self.series(intervals), Self.series(intervals, producer: 1))
    other.finish()
    one.acknowledged(at: Self.at(500), latency: .milliseconds(5), bytes: 1)
    one.advance(to: Self.at(2100))
    #expect(intervals.series.intervals.first?.ackLatency?.maximum == 5_000_000)
  }

  @Test func theClientSaysOnceASecondWhatItHolds() {
    let intervals = StageIntervals(producers: 2)
    var (one, other) = (Self.series(intervals), Self.series(intervals, producer: 1))
    one.statistics(ClientStatistics(queuedMessages: 10, brokers: []), at: Self.at(1100))
    one.statistics(ClientStatistics(queuedMessages: 90, brokers: []), at: Self.at(1900))
    other.statistics(ClientStatistics(queuedMessages: 5, brokers: []), at: Self.at(1200))
    one.throttled(at: Self.at(2100), milliseconds: 30)
    one.throttled(at: Self.at(2200), milliseconds: 20)
    #expect(intervals.series.intervals.map(\.queued) == [nil, 15, nil])
    #expect(intervals.series.intervals.map(\.throttleMax) == [0, 0, 30])
  }

  /// Random events of three producers; the sums are those of a plain count.
  @Test func theSumsAreThoseOfTheEvents() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(state: seed)
    for round in 0..<50 {
      let intervals = StageIntervals(producers: 3)
      var series = (0..<3).map { Self.series(intervals, producer: $0) }
      var (sent, acknowledged) = ([Int: UInt64](), [Int: UInt64]())
      var times = [Int64](repeating: 0, count: 3)
      for _ in 0..<400 {
        let producer = Int(random.next() % 3)
        times[producer] += Int64(random.next() % 60)
        let time = Self.at(times[producer])
        if random.next() % 2 == 0 {
          series[producer].sent(at: time, lateness: nil)
          sent[Int(times[producer] / 1000), default: 0] += 1
        } else {
          let late = max(times[producer] - Int64(random.next() % 1500), 0)
          series[producer].acknowledged(at: Self.at(late), latency: .milliseconds(1), bytes: 3)
          acknowledged[Int(late / 1000), default: 0] += 1
        }
        if random.next() % 5 == 0 { series[producer].advance(to: time) }
      }
      for producer in 0..<3 { series[producer].finish() }
      let seconds = intervals.series.intervals
      for index in seconds.indices {
        #expect(seconds[index].sent == sent[index, default: 0], "seed \(seed), round \(round), second \(index)")
        #expect(seconds[index].acknowledged == acknowledged[index, default: 0], "seed \(seed), round \(round)")
      }
      #expect(series.reduce(0) { $0 + $1.ackLatency.count } == acknowledged.values.reduce(0, +))
    }
  }
}
