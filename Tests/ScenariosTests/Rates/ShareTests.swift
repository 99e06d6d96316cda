import Scenarios
import Testing

@Suite struct ShareTests {
  @Test(
    arguments: [
      (Share.whole, [0, 1, 2], [0, 1, 7]), (Share(index: 0, of: 3), [0, 3, 6], [0, 1, 3]),
      (Share(index: 2, of: 3), [2, 5, 8], [0, 0, 2]), (Share(index: 63, of: 64), [63, 127, 191], [0, 0, 0]),
    ] as [(Share, [UInt64], [UInt64])])
  func numbers(_ share: Share, _ numbers: [UInt64], _ countsBelow017: [UInt64]) {
    #expect((0..<3).map { share.number($0) } == numbers)
    #expect([0, 1, 7].map { share.count(below: $0) } == countsBelow017)
  }

  @Test func whatDoesNotFitIsTheGreatest() {
    #expect(Share(index: 1, of: 64).number(.max / 2) == .max)
    #expect(Share(index: 0, of: 2).count(below: .max) == 1 << 63)
  }
}
