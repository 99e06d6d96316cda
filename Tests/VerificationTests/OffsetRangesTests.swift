import Testing
import Verification

@Suite struct OffsetRangesTests {
  private static func ranges(_ offsets: [Int64], limit: Int = 65_536) -> OffsetRanges {
    var ranges = OffsetRanges(limit: limit)
    for offset in offsets { ranges.append(offset) }
    return ranges
  }

  @Test func whatWasAppendedIsInThem() {
    let ranges = Self.ranges([0, 1, 2, 7, 9, 10])
    let inside = (Int64(-1)...11).filter { ranges.contains($0) == true }
    #expect(inside == [0, 1, 2, 7, 9, 10])
    #expect(Self.ranges([]).contains(0) == false)
  }

  @Test func beyondTheLimitThereIsNoAnswer() {
    // 1…3 and 5 fill both ranges; 7 has no place, and 6 is still known not to be there.
    let ranges = Self.ranges([1, 2, 3, 5, 7, 8], limit: 2)
    #expect((Int64(0)...9).map { ranges.contains($0) } == [false, true, true, true, false, true, false, nil, nil, nil])
  }

  @Test func aRangeStillGrowsWhenAllAreUsed() {
    let ranges = Self.ranges([1, 5, 6, 7], limit: 2)
    #expect(ranges.contains(7) == true)
    #expect(ranges.contains(8) == false)
  }

  @Test func aRandomHistoryIsThatOfASet() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(state: seed)
    for round in 0..<100 {
      let percent = 1 + random.next() % 99
      let offsets = (Int64(0)..<300).filter { _ in random.chance(percent) }
      let ranges = Self.ranges(offsets)
      let found = (Int64(0)..<310).filter { ranges.contains($0) == true }
      #expect(found == offsets, "seed \(seed), round \(round)")
    }
  }
}
