import Testing

@testable import Scenarios

@Suite struct ReplayTests {
  private static func schedule(_ gaps: [Nanoseconds], speed: UInt64 = 1) -> Schedule {
    Schedule(.replay(Replay(file: "gaps.txt", sha256: "", speed: speed, gaps: gaps)))
  }

  @Test func aMessageIsDueAfterAllGapsUpToItsOwn() {
    let schedule = Self.schedule([.zero, .milliseconds(250), .zero, .zero, .seconds(1)])
    #expect(schedule.total == 5)
    #expect(schedule.length == .milliseconds(1250))
    #expect((0..<6).map { schedule.due($0) } == [0, 250_000_000, 250_000_000, 250_000_000, 1_250_000_000, .max])
    let times: [Nanoseconds] = [-1, 0, 249_999_999, 250_000_000, 1_249_999_999, 1_250_000_000, .max]
    #expect(times.map { schedule.count(by: $0) } == [0, 1, 1, 4, 4, 5, 5])
    #expect(schedule.meanRate == 4)
  }

  /// The sum is divided, not each gap: a third of a nanosecond is not lost a million times.
  @Test func theSpeedDividesTheSum() {
    let schedule = Self.schedule(Array(repeating: 10, count: 1_000_000), speed: 3)
    #expect(schedule.due(0) == 3)
    #expect(schedule.due(1) == 6)
    #expect(schedule.due(2) == 10)
    #expect(schedule.due(999_999) == 3_333_333)
    #expect(schedule.length == 3_333_333)
  }

  @Test func thePeakIsTheBusiestSecond() {
    let schedule = Self.schedule([.zero, .seconds(3), .milliseconds(400), .milliseconds(599), 1_000_000, .seconds(4)])
    #expect(schedule.peak == 3)
    #expect(schedule.peakWindow(endingAfter: .zero) == PeakWindow(start: .seconds(3), end: .seconds(4)))
    #expect(schedule.peakWindow(endingAfter: .seconds(4)) == nil)
    // Shorter than a second, it is the whole.
    let short = Self.schedule([.zero, .milliseconds(1)])
    #expect(short.peakWindow(endingAfter: .zero) == PeakWindow(start: .zero, end: 1_000_001))
    #expect(short.peak == 2 / 0.001_000_001)
  }
}
