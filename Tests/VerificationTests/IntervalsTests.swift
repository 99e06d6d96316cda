import Scenarios
import Testing

@testable import Verification

/// Stretches of time that are joined, cut, and searched for the most of them within a length.
@Suite struct IntervalsTests {
  private static func intervals(_ pairs: [[Int64]]) -> Intervals {
    var intervals = Intervals()
    for pair in pairs { intervals.insert(from: Nanoseconds(pair[0]), to: Nanoseconds(pair[1])) }
    return intervals
  }

  private static func pairs(_ intervals: Intervals) -> [[Int64]] {
    intervals.all.map { [$0.start.count, $0.end.count] }
  }

  @Test(
    arguments: [
      ("none", [], []), ("apart, in any order", [[30, 40], [10, 20]], [[10, 20], [30, 40]]),
      ("overlapping", [[10, 20], [15, 30]], [[10, 30]]), ("touching", [[10, 20], [20, 30]], [[10, 30]]),
      ("one within another", [[10, 40], [20, 30]], [[10, 40]]),
      ("over several", [[10, 20], [30, 40], [50, 60], [15, 55]], [[10, 60]]),
      ("between two", [[10, 20], [50, 60], [30, 40]], [[10, 20], [30, 40], [50, 60]]),
      ("of no length, or backwards", [[10, 10], [20, 15]], []),
    ] as [(String, [[Int64]], [[Int64]])]
  ) func areJoined(_ name: String, _ put: [[Int64]], _ kept: [[Int64]]) {
    #expect(Self.pairs(Self.intervals(put)) == kept)
  }

  @Test(
    arguments: [
      ("nothing of it", 21, 29, 0), ("all", 0, 100, 20), ("a part of each", 15, 35, 10), ("within one", 12, 14, 2),
    ] as [(String, Int64, Int64, Int64)]
  ) func areClipped(_ name: String, _ start: Int64, _ end: Int64, _ total: Int64) {
    let intervals = Self.intervals([[10, 20], [30, 40]])
    #expect(intervals.clipped(from: Nanoseconds(start), to: Nanoseconds(end)).total == Nanoseconds(total))
  }

  @Test(
    arguments: [
      ("shorter than any", 4, 4), ("as long as one", 10, 10), ("as long as the longest", 15, 15),
      ("into the next", 25, 20), ("over two", 30, 25), ("over all", 1000, 27), ("no time", 0, 0),
    ] as [(String, Int64, Int64)]
  ) func theMostWithin(_ name: String, _ length: Int64, _ most: Int64) {
    let intervals = Self.intervals([[10, 20], [25, 40], [100, 102]])
    #expect(intervals.most(within: Nanoseconds(length)) == Nanoseconds(most))
  }

  @Test func theShortestIsLeftOutBeyondTheMost() {
    var intervals = Intervals()
    for index in 0...Int64(Intervals.most) {
      intervals.insert(from: Nanoseconds(index * 1000), to: Nanoseconds(index * 1000 + (index == 7 ? 9 : 10)))
    }
    #expect(intervals.all.count == Intervals.most)
    #expect(!Self.pairs(intervals).contains([7000, 7009]))
  }
}
