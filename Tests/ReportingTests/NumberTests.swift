import Scenarios
import Testing

@testable import Reporting

@Suite struct NumberTests {
  @Test(arguments: [
    (0.0, 3, "0.000"), (-0.0, 3, "0.000"), (-0.0004, 3, "0.000"), (0.125, 2, "0.13"), (-0.125, 2, "-0.13"),
    // 1.005 and 0.0045 lie a little below their halves, 0.0005 and 0.0015 a little above.
    (1.005, 2, "1.00"), (0.0045, 3, "0.004"), (0.0005, 3, "0.001"), (0.0015, 3, "0.002"), (0.5, 0, "1"),
    (2.5, 0, "3"), (0.49999999999999994, 0, "0"), (0.9996, 3, "1.000"), (0.99995, 4, "1.0000"),
    (1e15 + 0.5, 1, "1000000000000000.5"), (1e19, 1, "10000000000000000000.0"), (1e-300, 3, "0.000"),
    (123_456_789.987_654, 3, "123456789.988"),
  ])
  func decimals(_ value: Double, _ places: Int, _ text: String) {
    #expect(FixedPoint.text(value, places: places) == text)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 0x1p64, 1e300])
  func whatHasNoTextIsNotMeasured(_ value: Double) {
    #expect(FixedPoint.text(value, places: 3) == nil)
  }

  @Test(arguments: [
    (Nanoseconds(0), "0.000"), (499, "0.000"), (500, "0.001"), (1_500, "0.002"), (4_500, "0.005"), (-500, "-0.001"),
    (-499, "0.000"), (999_999_500, "1000.000"), (.max, "9223372036854.776"), (.min, "-9223372036854.776"),
  ])
  func nanosecondsAsMilliseconds(_ nanoseconds: Nanoseconds, _ text: String) {
    #expect(FixedPoint.milliseconds(nanoseconds: nanoseconds) == text)
  }

  @Test(arguments: [
    (Nanoseconds(75_412_000_000), "75.412"), (499_999, "0.000"), (500_000, "0.001"), (59_999_500_000, "60.000"),
  ])
  func nanosecondsAsSeconds(_ nanoseconds: Nanoseconds, _ text: String) {
    #expect(FixedPoint.seconds(nanoseconds: nanoseconds) == text)
  }

  @Test(arguments: [
    (Int64(0), "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
    (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    (1_795_233_003_004, "2026-11-21T03:50:03.004Z"), (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
    (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
  ])
  func moments(_ milliseconds: Int64, _ text: String) {
    #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
  }

  @Test func forPeople() {
    #expect([0, 999, 1000, 1_234_567].map { HumanNumber.grouped($0) } == ["0", "999", "1,000", "1,234,567"])
    #expect(
      [0.0421, 9.994, 9.996, 99.94, 99.96, 1234.4].map(HumanNumber.milliseconds) == [
        "0.04ms", "9.99ms", "10.0ms", "99.9ms", "100ms", "1,234ms",
      ])
    #expect([0, 2.5, 10, 20_009.4].map(HumanNumber.rate) == ["0/s", "2.5/s", "10/s", "20,009/s"])
    #expect(
      [12, 999.6, 312_000, 1_240_000, 2.5e9].map(HumanNumber.bytes(perSecond:)) == [
        "12.0 B/s", "1.00 kB/s", "312 kB/s", "1.24 MB/s", "2.50 GB/s",
      ])
    #expect(HumanNumber.seconds(nanoseconds: 1_234_560_000_000) == "1,234.6s")
    #expect(HumanNumber.percent(0.98999, against: 0.99) == "98.999%")
    #expect(HumanNumber.percent(0.9, against: 0.99) == "90.00%")
  }
}
