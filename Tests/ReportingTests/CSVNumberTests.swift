import Testing

@testable import Reporting

@Suite struct CSVNumberTests {
  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("7", 7), ("+7", 7), ("-7", -7), ("007", 7), ("0.125", 0.125), ("12.", 12), ("1.5E+02", 150),
      ("1e3", 1000), ("1.5e-3", 0.0015), ("0.1", 0.1), ("123456789.123", 123_456_789.123),
      ("9007199254740993", 9_007_199_254_740_992), ("18446744073709551615", 18_446_744_073_709_551_616),
      ("0.1234567890123456789", 0.1234567890123456789), ("1E+300", 1e300), ("4.9e-324", .leastNonzeroMagnitude),
      ("1e-400", 0),
    ] as [(String, Double)]) func isRead(_ text: String, _ value: Double) throws
  {
    #expect(try CSVNumber(Array(text.utf8)[...], allowsComma: false).value == value)
    let comma = text.split(separator: ".", omittingEmptySubsequences: false).joined(separator: ",")
    #expect(try CSVNumber(Array(comma.utf8)[...], allowsComma: true).value == value)
    #expect(try CSVNumber(Array(text.utf8)[...], allowsComma: true).value == value)
  }

  /// Decimals as the standard library reads them, to the last bit.
  @Test func isRoundedOnce() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let digits = UInt64.random(in: 0...UInt64.max >> UInt64.random(in: 0...63, using: &random), using: &random)
      let text =
        "\(digits).\(UInt64.random(in: 0...999_999, using: &random))e\(Int.random(in: -30...30, using: &random))"
      #expect(try CSVNumber(Array(text.utf8)[...], allowsComma: false).value == Double(text), "\(text)")
    }
  }

  @Test(
    arguments: [
      ("", .notANumber), ("-", .notANumber), (".5", .notANumber), ("abc", .notANumber), ("1x", .notANumber),
      ("1e", .notANumber), ("1e+", .notANumber), ("e5", .notANumber), ("#DIV/0!", .notANumber), ("12 ms", .notANumber),
      ("0x10", .notANumber), ("2026-11-21", .notANumber), ("1e99999999", .notANumber), ("٣", .notANumber),
      ("NaN", .notFinite), ("-nan", .notFinite), ("inf", .notFinite), ("+Infinity", .notFinite), ("1e999", .notFinite),
      ("1,5", .comma), ("-1,234", .comma),
      ("1 234", .grouped), ("1\u{202F}234", .grouped), ("1'234", .grouped), ("1,234,567", .grouped),
      ("1.234.567", .grouped), ("1,234.5", .grouped), ("1.234,5", .grouped),
    ] as [(String, CSVNumber.Fault)]) func isRefused(_ text: String, _ fault: CSVNumber.Fault)
  {
    #expect(throws: fault) { try CSVNumber(Array(text.utf8)[...], allowsComma: false) }
  }

  @Test(
    arguments: [
      ("1.234,5", .grouped), ("1,234.5", .grouped), ("1,234,567", .grouped), ("1.234.567", .grouped),
      ("1\u{A0}234,5", .grouped), (",5", .notANumber),
    ] as [(String, CSVNumber.Fault)]) func isRefusedWithADecimalComma(_ text: String, _ fault: CSVNumber.Fault)
  {
    #expect(throws: fault) { try CSVNumber(Array(text.utf8)[...], allowsComma: true) }
  }
}
