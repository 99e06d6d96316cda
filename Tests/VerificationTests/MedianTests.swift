import Testing
import Verification

@Suite struct MedianTests {
  @Test(
    arguments: [
      ("one", [4], 4, 0), ("two", [1, 2], 1.5, 0.5), ("an odd count", [9, 1, 5], 5, 4),
      ("an even count", [4, 1, 3, 2], 2.5, 1),
      ("one outlier", [10, 11, 9, 10, 1000], 10, 1), ("more than half equal", [7, 7, 7, 1, 20], 7, 0),
      ("great ones", [1.5e308, 1.7e308], 1.6e308, 1e307),
    ] as [(String, [Double], Double, Double)]
  ) func middleAndDeviation(_ name: String, _ values: [Double], _ middle: Double, _ deviation: Double) throws {
    #expect(Median.of(values) == middle)
    let found = try #require(Median.absoluteDeviation(values))
    #expect(abs(found - deviation) <= 1e-12 * deviation)
  }

  @Test func noNumbersHaveNone() {
    #expect(Median.of([]) == nil)
    #expect(Median.absoluteDeviation([]) == nil)
  }
}
