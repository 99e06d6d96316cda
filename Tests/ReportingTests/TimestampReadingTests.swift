import Testing

@testable import Reporting

@Suite struct TimestampReadingTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.001Z", 1), ("2026-11-21T03:50:03.004Z", 1_795_233_003_004),
      ("2026-11-21t03:50:03.004z", 1_795_233_003_004), ("2026-11-21T03:50:03.0049999Z", 1_795_233_003_004),
      ("2026-11-21T04:50:03.004+01:00", 1_795_233_003_004), ("2026-11-20T22:20:03.004-05:30", 1_795_233_003_004),
      ("2024-02-29T23:59:59.5Z", 1_709_251_199_500), ("1969-12-31T23:59:59.999Z", -1),
      ("2016-12-31T23:59:60Z", 1_483_228_800_000), ("0001-01-01T00:00:00Z", -62_135_596_800_000),
    ] as [(String, Int64)]) func isRead(_ text: String, _ milliseconds: Int64)
  {
    #expect(Timestamp.milliseconds(rfc3339: text) == milliseconds)
  }

  /// The forms into which spreadsheets and locales bring a time, and dates that there are not.
  @Test(arguments: [
    "", "2026-11-21", "2026-11-21 03:50:03", "2026-11-21 03:50:03Z", "2026-11-21T03:50:03", "2026-11-21T03:50Z",
    "21.11.2026 03:50", "11/21/2026 3:50", "46347.15975", "1795233003004", "2026-11-21T03:50:03.Z",
    "2026-11-21T03:50:03,004Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z",
    "2100-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T03:60:00Z",
    "2026-11-21T03:50:61Z", "2026-11-21T03:50:03+0100", "2026-11-21T03:50:03+24:00", "2026-11-21T03:50:03ZZ",
  ]) func isRefused(_ text: String) {
    #expect(Timestamp.milliseconds(rfc3339: text) == nil)
  }

  @Test func isWhatWasWritten() {
    var moment: Int64 = -3_000_000_000_000
    while moment < 9_000_000_000_000 {
      #expect(Timestamp.milliseconds(rfc3339: Timestamp(milliseconds: moment).rfc3339) == moment)
      moment += 40_000_000_123
    }
  }
}
