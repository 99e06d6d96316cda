import Scenarios
import Testing
import Verification

@testable import Load

/// The messages of one producer that are sent in time in the windows of the greatest rate.
@Suite struct PeakWatchTests {
  /// Windows of a second from the start on, with `each` messages due in each.
  private static func windows(_ count: Int, each: UInt64) -> PeakWatch.Following {
    { last in
      let number = last.map { $0.number + 1 } ?? 0
      guard number < count else { return nil }
      return PeakWatch.Window(
        number: number, start: .seconds(Int64(number)), end: .seconds(Int64(number) + 1),
        messages: UInt64(number) * each..<UInt64(number + 1) * each)
    }
  }

  private static func outcomes(_ windows: Int = 2, _ run: (inout PeakWatch, (PeakWatch.Outcome) -> Void) -> Void)
    -> [PeakWatch.Outcome]
  {
    var watch = PeakWatch(windows > 0 ? Self.windows(windows, each: 10) : { _ in nil })
    var outcomes: [PeakWatch.Outcome] = []
    run(&watch) { outcomes.append($0) }
    watch.finish(at: .max) { outcomes.append($0) }
    return outcomes
  }

  @Test func everythingIsSentInTime() {
    let outcomes = Self.outcomes { watch, decided in
      for n in 0..<20 as Range<Int64> {
        watch.pass(.milliseconds(n * 100), decided)
        watch.handle()
      }
    }
    #expect(outcomes == [.init(number: 0, due: 10, inTime: 10), .init(number: 1, due: 10, inTime: 10)])
  }

  @Test func aMessageMayComeAFewMillisecondsAfterTheWindow() {
    let outcomes = Self.outcomes(1) { watch, decided in
      for _ in 0..<9 { watch.handle() }
      watch.pass(.milliseconds(1009), decided)
      watch.handle()
    }
    #expect(outcomes == [.init(number: 0, due: 10, inTime: 10)])
  }

  @Test func aMessageThatComesLaterIsNotInTime() {
    let outcomes = Self.outcomes(1) { watch, decided in
      for _ in 0..<6 { watch.handle() }
      watch.pass(.milliseconds(1010), decided)
      for _ in 0..<4 { watch.handle() }
    }
    #expect(outcomes == [.init(number: 0, due: 10, inTime: 6)])
  }

  /// Behind from the first window on: those of the second count only once the first are sent.
  @Test func aBacklogIsNotTheWindowsOwn() {
    let outcomes = Self.outcomes { watch, decided in
      for _ in 0..<4 { watch.handle() }
      watch.pass(.milliseconds(1100), decided)
      for _ in 0..<8 { watch.handle() }
      watch.pass(.milliseconds(2100), decided)
      for _ in 0..<8 { watch.handle() }
    }
    #expect(outcomes == [.init(number: 0, due: 10, inTime: 4), .init(number: 1, due: 10, inTime: 2)])
  }

  @Test func whatIsDroppedWasNotSent() {
    let outcomes = Self.outcomes(1) { watch, _ in
      for n in 0..<10 { if n < 7 { watch.drop() } else { watch.handle() } }
    }
    #expect(outcomes == [.init(number: 0, due: 10, inTime: 3)])
  }

  /// Where keys choose a producer's messages, their due times say which window they are of.
  @Test func messagesChosenByTheirKeys() {
    var watch = PeakWatch(isByDueTime: true, Self.windows(2, each: 10))
    var outcomes: [PeakWatch.Outcome] = []
    for due in [100, 500, 999] as [Int64] { watch.handle(due: .milliseconds(due)) }
    // Early for the second window, while the first is still open.
    watch.handle(due: .milliseconds(1001))
    watch.pass(.milliseconds(1010)) { outcomes.append($0) }
    watch.handle(due: .milliseconds(990))
    watch.handle(due: .milliseconds(1500))
    watch.finish(at: .max) { outcomes.append($0) }
    #expect(outcomes == [.init(number: 0, due: 10, inTime: 3), .init(number: 1, due: 10, inTime: 2)])
  }

  @Test func atMaxThereIsNoPeak() {
    #expect(Self.outcomes(0) { watch, _ in watch.handle() } == [])
  }

  // MARK: Over the producers of a stage

  private static let start = Nanoseconds.seconds(7)

  /// Each of `producers` has a like part of 20 messages a second for two seconds; `sent` says how many it sends in a second.
  private static func peak(producers: Int, sent: (_ producer: Int, _ second: Int) -> Int) -> PeakShare? {
    let intervals = StageIntervals(producers: producers)
    for producer in 0..<producers {
      var series = SendingSeries(
        start: start, intervals: intervals, producer: producer,
        peak: PeakWatch(windows(2, each: UInt64(20 / producers))))
      for second in 0..<2 {
        for n in 0..<sent(producer, second) {
          series.sent(at: start + .seconds(Int64(second)) + .milliseconds(Int64(n)), lateness: nil)
        }
        series.advance(to: start + .seconds(Int64(second + 1)) + .milliseconds(100))
      }
      series.finish()
    }
    return intervals.peak
  }

  @Test func theBestWindowDecides() {
    #expect(Self.peak(producers: 1) { _, second in second == 0 ? 5 : 35 } == PeakShare(due: 20, inTime: 20))
    #expect(Self.peak(producers: 1) { _, _ in 18 } == PeakShare(due: 20, inTime: 18))
    #expect(Self.peak(producers: 1) { _, _ in 18 }?.isReached == false)
  }

  @Test func theProducersOfAStageReachItTogether() {
    #expect(Self.peak(producers: 2) { _, _ in 10 } == PeakShare(due: 20, inTime: 20))
    // One alone does not: half of what is due is missing in each second.
    #expect(Self.peak(producers: 2) { producer, _ in producer == 0 ? 10 : 0 } == PeakShare(due: 20, inTime: 10))
  }

  @Test(arguments: [(95, true), (94, false), (100, true), (0, false)] as [(UInt64, Bool)])
  func ninetyFiveOfAHundredReachIt(_ inTime: UInt64, _ isReached: Bool) {
    #expect(PeakShare(due: 100, inTime: inTime).isReached == isReached)
  }
}
