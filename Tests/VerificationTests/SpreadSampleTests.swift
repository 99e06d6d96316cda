import Testing
import Verification

@Suite struct SpreadSampleTests {
  private static func sample(of count: Int, limit: Int) -> SpreadSample<Int> {
    var sample = SpreadSample<Int>(limit: limit)
    for element in 0..<count { sample.offer(element) }
    return sample
  }

  @Test(arguments: [
    (0, []), (1, [0]), (4, [0, 1, 2, 3]), (5, [0, 2, 4]), (7, [0, 2, 4, 6]), (9, [0, 4, 8]), (16, [0, 4, 8, 12]),
    (1000, [0, 256, 512, 768]),
  ])
  func fourOfMany(count: Int, kept: [Int]) {
    #expect(Self.sample(of: count, limit: 4).kept == kept)
  }

  /// The first is always kept, the gaps are equal, and the last kept lies in the last stride.
  @Test(arguments: [1, 2, 3, 5, 10])
  func neverMoreThanAskedForAndSpreadOverAll(limit: Int) {
    for count in 1...300 {
      let kept = Self.sample(of: count, limit: limit).kept
      #expect(kept.count <= limit && kept.count >= min(count, (limit + 1) / 2), "\(count)")
      #expect(kept.first == 0, "\(count)")
      let gaps = Set(zip(kept, kept.dropFirst()).map { $1 - $0 })
      #expect(gaps.count <= 1, "\(count): \(kept)")
    }
  }

  @Test func whatIsNotKeptIsNotMade() {
    var sample = SpreadSample<Int>(limit: 2)
    var made = 0
    func make() -> Int {
      made += 1
      return made
    }
    for _ in 0..<1024 { sample.offer(make()) }
    #expect(made < 25)
  }

  @Test func anEmptiedSampleTakesTheNext() {
    var sample = Self.sample(of: 1001, limit: 4)
    sample.removeAll { $0 < 2000 }
    sample.offer(4711)
    #expect(sample.kept == [4711])
  }
}
