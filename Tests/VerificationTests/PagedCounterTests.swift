import Testing

@testable import Verification

@Suite struct PagedCounterTests {
  /// A reference to a value that cannot be copied: `#expect` does not take the value itself.
  private final class Counts {
    private var counter = PagedCounter()

    var memory: Int { counter.memory }
    var isEmpty: Bool { counter.isEmpty }
    func value(_ number: UInt64) -> UInt64 { counter.value(number) }
    @discardableResult func increment(_ number: UInt64) -> UInt64 { counter.increment(number) }
  }

  @Test func nothingIsCounted() {
    let counts = Counts()
    for number: UInt64 in [0, 1, 4095, 4096, 1 << 33] { #expect(counts.value(number) == 0) }
    #expect(counts.isEmpty && counts.memory == 0)
  }

  /// The bits of a page by the greatest of its counts.
  @Test(
    arguments: [
      (1, 2), (3, 2), (4, 4), (15, 4), (16, 8), (255, 8), (256, 16), (65_535, 16), (65_536, 32),
    ] as [(UInt64, Int)])
  func aPageHasTheBitsThatItNeeds(_ count: UInt64, _ bits: Int) {
    let counts = Counts()
    counts.increment(4094)
    for expected in 1...count { #expect(counts.increment(4095) == expected) }
    #expect(counts.memory == 4096 * bits / 8)
    #expect(counts.value(4095) == count && counts.value(4094) == 1 && counts.value(4093) == 0)
    #expect(counts.value(4096) == 0)
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func itCountsAsADictionaryDoes(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let counts = Counts()
    var expected: [UInt64: UInt64] = [:]
    for _ in 0..<20_000 {
      // Some numbers far more often than others, over many pages.
      let number =
        random.chance(50) ? random.next() % 8 : random.chance(90) ? random.next() % 10_000 : random.next() % (1 << 20)
      expected[number, default: 0] += 1
      #expect(counts.increment(number) == expected[number], "seed \(seed)")
    }
    for number in 0..<12_000 as Range<UInt64> where counts.value(number) != expected[number, default: 0] {
      Issue.record("seed \(seed): \(number)")
    }
  }
}
