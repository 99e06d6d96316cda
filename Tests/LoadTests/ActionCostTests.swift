import Scenarios
import Testing
import Verification

@testable import Load

/// The cost of an action out of a stage's seconds and gaps. Times in seconds; the stage begins at 0, the action at 5.
@Suite struct ActionCostTests {
  /// Milliseconds of p99 in each second; nil without an answer although some are awaited, 0 where nothing is sent.
  private static func stage(
    _ p99: [UInt64?], start: Nanoseconds = .zero, ackGaps: [(Int64, Int64)] = [], readGaps: [(Int64, Int64)] = []
  ) -> DisturbedStage {
    var series = StageSeries()
    series.intervals = p99.map { p99 in
      var interval = StageSeries.Interval()
      switch p99 {
      case nil: interval.inFlight = 10
      case 0?: break
      case let p99?:
        interval.acknowledged = 100
        interval.ackLatency = StageSeries.Latencies(p50: 1, p99: p99 * 1_000_000, maximum: p99 * 1_000_000)
      }
      return interval
    }
    func gaps(_ times: [(Int64, Int64)]) -> LongestGaps {
      var gaps = LongestGaps()
      for (start, end) in times { gaps.note(from: .milliseconds(start), to: .milliseconds(end)) }
      return gaps
    }
    return DisturbedStage(
      index: 0, start: start, series: series, ackGaps: gaps(ackGaps), readGaps: gaps(readGaps))
  }

  private static func cost(
    _ stages: DisturbedStage..., begun: Nanoseconds = .seconds(5), ended: Nanoseconds = .seconds(8)
  ) -> ActionCost {
    ActionCost(begun: begun, ended: ended, stages: stages)
  }

  static let recoveries: [(name: String, p99: [UInt64?], recovery: Int64?)] = [
    ("no disturbance", [5, 6, 5, 7, 5, 5, 6, 5, 5], 0),
    ("high for a while", [5, 6, 5, 7, 5, 900, 800, 40, 6, 5, 5], 3),
    ("away, then high", [5, 6, 5, 7, 5, nil, nil, nil, 2000, 6, 5, 5], 4),
    // It is over once it stays over.
    ("up and down", [5, 6, 5, 7, 5, 900, 5, 900, 5, 6, 900, 5, 5, 5], 6),
    ("as at its worst before", [5, 6, 5, 7, 5, 8, 7, 7, 7], 1),
    ("never again", [5, 6, 5, 7, 5, 900, 900, 900, 900], nil),
    ("the stage ends too early to say", [5, 6, 5, 7, 5, 900, 5, 5], nil),
    ("too little before it", [0, 0, 0, 7, 5, 900, 5, 5, 5], nil),
    ("away until the end", [5, 6, 5, 7, 5, nil, nil], nil),
    ("seconds in which nothing is sent do not count", [5, 6, 5, 7, 5, 900, 5, 0, 5, 0, 5], 1),
  ]

  @Test("until it was as before", arguments: recoveries)
  func recovers(_ name: String, _ p99: [UInt64?], _ recovery: Int64?) {
    #expect(Self.cost(Self.stage(p99)).recovery == recovery.map { .seconds($0) }, "\(name)")
  }

  /// One stage after the other, and beside it: the worse of both in each second.
  @Test func severalStages() {
    let (quiet, down) = (Self.stage([5, 6, 5, 7, 5]), Self.stage([900, nil, 6, 5, 5], start: .seconds(5)))
    #expect(Self.cost(quiet, down).recovery == .seconds(2))
    let beside = Self.stage([5, 5, 5, 5, 5, 5, 5, 5, 300, 5, 5, 5])
    #expect(Self.cost(quiet, down, beside).recovery == .seconds(4))
  }

  /// The second in which it begins is its first.
  @Test func itBeginsInTheMiddleOfASecond() {
    let stage = Self.stage([5, 6, 5, 7, 5, 900, 5, 5, 5])
    #expect(Self.cost(stage, begun: .milliseconds(5400)).recovery == .seconds(1))
  }

  static let gaps: [(name: String, gaps: [(Int64, Int64)], longest: Int64?)] = [
    ("none", [], nil), ("before it", [(1000, 4900)], nil), ("it began before", [(4900, 7000)], 2100),
    ("within", [(5100, 5200), (6000, 9000)], 3000), ("a minute after its end", [(67_900, 69_000)], 1100),
    ("later", [(68_000, 90_000)], nil), ("too short to be kept", [(6000, 6010)], nil),
  ]

  @Test("the longest gap of its time", arguments: gaps)
  func gap(_ name: String, _ gaps: [(Int64, Int64)], _ longest: Int64?) {
    #expect(Self.cost(Self.stage([], ackGaps: gaps)).ackGap == longest.map { .milliseconds($0) }, "\(name)")
    #expect(Self.cost(Self.stage([], readGaps: gaps)).readGap == longest.map { .milliseconds($0) }, "\(name)")
  }

  @Test func theLongestOfManyGapsAreKept() {
    var gaps = LongestGaps()
    for index in 1...1000 as ClosedRange<Int64> {
      gaps.note(from: .seconds(index), to: .seconds(index) + .milliseconds(20 + index % 500))
    }
    gaps.note(from: .seconds(2000), to: .seconds(2009))
    #expect(gaps.all.count == LongestGaps.most)
    #expect(gaps.longest(from: .zero, to: .hours(1)) == .seconds(9))
    #expect(gaps.longest(from: .seconds(499), to: .seconds(500)) == .milliseconds(519))
  }
}
