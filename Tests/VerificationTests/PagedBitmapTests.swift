import Testing
import Verification

@Suite struct PagedBitmapTests {
  private static let page: UInt64 = 65_536

  /// A reference to a value that cannot be copied: `#expect` does not take the value itself.
  private final class Numbers {
    private var bits = PagedBitmap()

    var count: UInt64 { bits.count }
    var memory: Int { bits.memory }
    func contains(_ number: UInt64) -> Bool { bits.contains(number) }
    @discardableResult func insert(_ number: UInt64) -> Bool { bits.insert(number) }
    func remove(_ number: UInt64) -> Bool { bits.remove(number) }
    func countInBoth(_ other: Numbers) -> UInt64 { bits.countInBoth(other.bits) }
  }

  @Test func aSetOfNothing() {
    let set = Numbers()
    #expect(set.count == 0)
    #expect(set.memory == 0)
    for number: UInt64 in [0, 1, 65_536, 1 << 40, .max] { #expect(!set.contains(number)) }
  }

  @Test func aNumberIsNewOnce() {
    let set = Numbers()
    #expect(set.insert(7))
    #expect(!set.insert(7))
    #expect(set.count == 1)
    #expect(set.contains(7))
    #expect(!set.contains(7 + Self.page))
    #expect(set.remove(7))
    #expect(!set.remove(7))
    #expect(set.count == 0)
    #expect(set.memory == 0)
  }

  @Test func aFullPageNeedsNoMemory() {
    let set = Numbers()
    for number in 0..<2 * Self.page - 1 { set.insert(number) }
    #expect(set.memory == 8192)
    #expect(set.insert(2 * Self.page - 1))
    #expect(set.memory == 0)
    #expect(set.count == 131_072)
    #expect(set.contains(0) && set.contains(Self.page) && set.contains(2 * Self.page - 1))
    #expect(!set.contains(2 * Self.page))
    #expect(!set.insert(12))
  }

  @Test func aFullPageCanBeOpenedAgain() {
    let set = Numbers()
    for number in 0..<Self.page { set.insert(number) }
    #expect(set.remove(4711))
    #expect(set.memory == 8192)
    #expect(set.count == 65_535)
    #expect(!set.contains(4711))
    #expect(set.contains(4710) && set.contains(4712) && set.contains(0) && set.contains(65_535))
    #expect(set.insert(4711))
    #expect(set.memory == 0)
  }

  @Test func itGrowsToNumbersFarAway() {
    let set = Numbers()
    for number: UInt64 in [0, 15 * Self.page, 16 * Self.page, 1 << 36] { #expect(set.insert(number)) }
    for number: UInt64 in [0, 15 * Self.page, 16 * Self.page, 1 << 36] { #expect(set.contains(number)) }
    #expect(set.count == 4)
  }

  /// Every combination of an empty, a full and a partly filled page, and of sets of different length.
  @Test(arguments: [0, 1, 40_000, 65_536] as [UInt64], [0, 1, 40_000, 65_536] as [UInt64])
  func inBoth(left: UInt64, right: UInt64) {
    let (one, other) = (Numbers(), Numbers())
    for number in 0..<left { one.insert(number) }
    for number in 0..<right { other.insert(number) }
    other.insert(40 * Self.page)
    #expect(one.countInBoth(other) == min(left, right))
    #expect(other.countInBoth(one) == min(left, right))
  }

  @Test func aRandomHistoryIsThatOfASet() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(state: seed)
    for round in 0..<20 {
      let note: Comment = "seed \(seed), round \(round)"
      let (bits, others) = (Numbers(), Numbers())
      var (set, otherSet): (Set<UInt64>, Set<UInt64>) = ([], [])
      let range = 1 + random.next() % 300_000
      // A page that was filled, so that removing opens it.
      if round % 2 == 0 {
        for number in 0..<Self.page {
          bits.insert(number)
          set.insert(number)
        }
      }
      for _ in 0..<3000 {
        let number = random.next() % range
        switch random.next() % 4 {
        case 0: #expect(bits.remove(number) == (set.remove(number) != nil), note)
        case 1: #expect(others.insert(number) == otherSet.insert(number).inserted, note)
        case 2: #expect(bits.contains(number) == set.contains(number), note)
        default: #expect(bits.insert(number) == set.insert(number).inserted, note)
        }
      }
      #expect(bits.count == UInt64(set.count), note)
      #expect(set.allSatisfy { bits.contains($0) }, note)
      #expect(bits.countInBoth(others) == UInt64(set.intersection(otherSet).count), note)
    }
  }
}
