import FoundationEssentials
import Scenarios
import Testing
import Verification

@Suite struct LatencyHistogramTests {
  private static func histogram(microseconds values: [UInt64]) -> LatencyHistogram {
    var histogram = LatencyHistogram()
    for value in values { histogram.record(nanoseconds: Int64(value) * 1000) }
    return histogram
  }

  @Sendable private static func uniform() -> [UInt64] {
    var random = SplitMix64(state: 1)
    return (0..<10_000).map { _ in random.next() % 100_000 + 1 }
  }

  @Sendable private static func logarithmic() -> [UInt64] {
    var random = SplitMix64(state: 2)
    return (0..<10_000).map { _ in
      let drawn = random.next()
      return min(max(drawn >> (32 + drawn % 32), 1), 3_600_000_000)
    }
  }

  @Sendable private static func tail() -> [UInt64] {
    var random = SplitMix64(state: 3)
    return (0..<10_000).map { _ in
      let drawn = random.next()
      return drawn % 1000 < 995 ? 800 + drawn % 400 : 2_000_000 + drawn % 9_000_000
    }
  }

  @Sendable private static func powers() -> [UInt64] {
    ((0..<32).map { 1 << $0 } + [3_600_000_000]).flatMap { Array(repeating: $0, count: 1000) }
  }

  private static let percentiles = [0.1, 1, 10, 25, 50, 75, 90, 95, 99, 99.9]

  /// PyPI's hdrhistogram 0.10.8, `HdrHistogram(1, 3_600_000_000, 3)`, `record_value` of each value and
  /// `get_value_at_percentile`, in µs. Counts are multiples of 1,000, so that its rank, rounded half up, is this one's, rounded up.
  @Test(
    arguments: [
      ("uniform", uniform, [74, 798, 9863, 24991, 49983, 74367, 89471, 94463, 99007, 99903]),
      (
        "logarithmic", logarithmic,
        [1, 1, 4, 118, 29839, 7_405_567, 237_764_607, 812_122_111, 2_663_383_039, 3_600_809_983]
      ),
      ("a tail", tail, [800, 804, 840, 899, 996, 1098, 1161, 1181, 1197, 8_200_191]),
      (
        "powers of two", powers,
        [1, 1, 8, 256, 65_599, 16_793_599, 537_395_199, 2_149_580_799, 3_600_809_983, 3_600_809_983]
      ),
    ] as [(String, @Sendable () -> [UInt64], [Double])])
  func percentilesAreThoseOfHdrHistogram(name: String, values: @Sendable () -> [UInt64], expected: [Double]) throws {
    let values = values()
    let histogram = Self.histogram(microseconds: values)
    let greatest = try #require(values.max())
    for (percentile, value) in zip(Self.percentiles, expected) {
      // LatencyHistogram returns no more than the greatest that was recorded.
      #expect(
        histogram.milliseconds(atPercentile: percentile) == min(value, Double(greatest)) / 1000,
        "\(name), p\(percentile)")
    }
    #expect(histogram.milliseconds(atPercentile: 100) == Double(greatest) / 1000)
  }

  /// 99.9 is a little more than that as a binary fraction: of 1,000 values the 999th is asked for, not the last.
  @Test(arguments: [1000, 2000, 3000, 10_000, 41_000, 82_000, 100_000])
  func thePercentileOfAWholeRankIsThatRank(count: Int) {
    let outliers = count / 1000
    let values = Array(repeating: UInt64(10), count: count - outliers) + Array(repeating: 5000, count: outliers)
    #expect(Self.histogram(microseconds: values).milliseconds(atPercentile: 99.9) == 0.01)
    #expect(Self.histogram(microseconds: values + [5000]).milliseconds(atPercentile: 99.9) == 5)
  }

  @Test func aSingleValueIsEveryPercentile() {
    var histogram = LatencyHistogram()
    histogram.record(nanoseconds: 1_234_567)
    for percentile in [0, 50, 99.9, 100] { #expect(histogram.milliseconds(atPercentile: percentile) == 1.234) }
    #expect(histogram.nanoseconds(.min) == 1_234_567)
    #expect(histogram.nanoseconds(.max) == 1_234_567)
    #expect(histogram.nanoseconds(.mean) == 1_234_567)
  }

  @Test func nothingRecordedIsNothingMeasured() {
    let empty = LatencyHistogram()
    #expect(empty.count == 0)
    #expect(empty.milliseconds(atPercentile: 50) == nil)
    #expect(empty.nanoseconds(.mean) == nil)
    #expect(empty.nanoseconds(.min) == nil)
    #expect(empty.nanoseconds(.max) == nil)
  }

  @Test func whatIsOutsideItsRange() {
    var histogram = LatencyHistogram()
    histogram.record(nanoseconds: -5)
    #expect(histogram.minimum == 0)
    histogram.record(nanoseconds: .max)
    #expect(histogram.maximum == UInt64(Int64.max))
    #expect(histogram.count == 2)
    #expect(histogram.milliseconds(atPercentile: 50) == 0)
    #expect(histogram.milliseconds(atPercentile: 100) == 3_600_809.983)
  }

  @Test func mergedIsAsIfRecordedInOne() {
    var merged = Self.histogram(microseconds: Self.uniform())
    merged.merge(Self.histogram(microseconds: Self.tail()))
    #expect(merged == Self.histogram(microseconds: Self.uniform() + Self.tail()))
    let before = merged
    merged.merge(LatencyHistogram())
    #expect(merged == before)
    var empty = LatencyHistogram()
    empty.merge(before)
    #expect(empty == before)
  }

  @Test(arguments: [LatencyHistogram(), histogram(microseconds: [0]), histogram(microseconds: logarithmic())])
  func savedAndReadItIsTheSame(histogram: LatencyHistogram) throws {
    let saved = try JSONEncoder().encode(histogram)
    #expect(try JSONDecoder().decode(LatencyHistogram.self, from: saved) == histogram)
    #expect(saved.count < 150_000)
  }

  @Test(arguments: ["[23552,1]", "[5]", "[1,2,3]"])
  func aSlotThatThereIsNotIsRefused(slot: String) {
    let text = #"{"count":1,"minimum":1,"maximum":1,"sum":1,"slots":[\#(slot)]}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(LatencyHistogram.self, from: Data(text.utf8)) }
  }
}
