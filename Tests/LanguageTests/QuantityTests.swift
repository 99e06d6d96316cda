import Testing

@testable import Language
@testable import Scenarios

@Suite struct QuantityTests {
  @Test(
    arguments: [
      ("200us", 200_000), ("250ms", 250_000_000), ("1.5s", 1_500_000_000), ("5m", .seconds(300)),
      ("1h30m", .seconds(5400)),
      ("2d", .seconds(172_800)), ("0s", 0), ("0.1us", 100), ("1.001us", 1001), ("1d2h3m4s5ms6us", 93_784_005_006_000),
      ("1h1.5s", 3_601_500_000_000), ("0.30s", 300_000_000), ("3650d", .seconds(315_360_000)),
    ] as [(String, Nanoseconds)]) func durations(_ text: String, _ duration: Nanoseconds) throws
  {
    #expect(try Quantity.duration(text) == duration)
  }

  @Test(arguments: [
    ("30", "has no unit", "write \"30s\""),
    ("30 ", "has no unit", "write \"30s\""),
    ("1.5", "has no unit", "write \"1.5s\""),
    ("1h30", "ends without a unit", "for example 1h30m"),
    ("1:30", "is not a duration", "write \"1m30s\""),
    ("", "is not a duration", "for example \"250ms\", \"30s\" or \"1h30m\""),
    ("-5s", "is not a duration", "for example \"250ms\", \"30s\" or \"1h30m\""),
    ("5y", "is not a duration", "for example \"250ms\", \"30s\" or \"1h30m\""),
    ("5ns", "is not a duration", "for example \"250ms\", \"30s\" or \"1h30m\""),
    ("fast", "is not a duration", "for example \"250ms\", \"30s\" or \"1h30m\""),
    ("30 s", "is not written as a duration", "write \"30s\""),
    ("30sec", "is not written as a duration", "write \"30s\""),
    ("1h 30min", "is not written as a duration", "write \"1h30m\""),
    ("200µs", "is not written as a duration", "write \"200us\""),
    ("5M", "is not written as a duration", "write \"5m\""),
    ("30m1h", "has its units out of order", "write the largest first: 1h30m"),
    ("1s1s", "has its units out of order", "write the largest first: 1h30m"),
    ("1.5h30m", "has a fraction before its last unit", "for example 1h30m or 1.5h"),
    ("0.0001us", "is smaller than a nanosecond", nil),
    ("1.2.3s", "is not a number", "a fraction is written as in 0.5"),
    (".5s", "is not a number", "a fraction is written as in 0.5"),
    ("5.s", "is not a number", "a fraction is written as in 0.5"),
    ("05s", "begins with a zero", "write 5"),
    ("3650d1us", "is longer than ten years", nil),
    ("18446744073709551615d", "is longer than ten years", nil),
    ("18446744073709551616s", "has too many digits", nil),
    ("0.0000000000000000001s", "has too many digits", nil),
  ]) func durationsRefused(_ text: String, _ reason: String, _ remedy: String?) {
    #expect(throws: QuantityError(reason: reason, remedy: remedy)) { try Quantity.duration(text) }
  }

  @Test(arguments: [
    ("0", 0), ("100000", 100_000), ("100k", 100_000), ("1.5M", 1_500_000), ("1.2345k", nil), ("0.001k", 1),
    ("9223372036854775807", 9_223_372_036_854_775_807), ("9223372036854.775807M", 9_223_372_036_854_775_807),
    ("9223372036854775808", nil), ("18446744073709551615M", nil),
  ]) func counts(_ text: String, _ count: UInt64?) {
    #expect((try? Quantity.count(text)) == count)
  }

  @Test(arguments: [
    ("0.5", "is not a whole number", nil),
    ("9223372036854775808", "is more than 9223372036854775807", nil),
    ("100K", "is not written as a number", "k for a thousand is a small letter"),
    ("1m", "is not written as a number", "M for a million is a capital letter"),
    ("1e3", "is not a number", "write 1000"),
    ("1_000", "is not a number", "write 1000"),
    ("1,000", "is not a number", "write 1000"),
    ("0100", "begins with a zero", "write 100"),
    ("-1", "is not a number", "for example 100000, 100k or 1.5M"),
    ("1G", "is not a number", "for example 100000, 100k or 1.5M"),
    ("", "is not a number", "for example 100000, 100k or 1.5M"),
    ("٣", "is not a number", "for example 100000, 100k or 1.5M"),
  ]) func countsRefused(_ text: String, _ reason: String, _ remedy: String?) {
    #expect(throws: QuantityError(reason: reason, remedy: remedy)) { try Quantity.count(text) }
  }

  @Test(
    arguments: [
      ("500/s", 500, .seconds(1)), ("20k/s", 20_000, .seconds(1)), ("1.5M/s", 1_500_000, .seconds(1)),
      ("10000/min", 10_000, .seconds(60)), ("100/h", 100, .seconds(3600)), ("0.5/s", 1, .seconds(2)),
      ("0.1/s", 1, .seconds(10)), ("0.001/h", 1, .seconds(3_600_000)), ("1.50/s", 3, .seconds(2)),
      ("333.333k/s", 333_333, .seconds(1)),
    ] as [(String, UInt64, Nanoseconds)]) func rates(_ text: String, _ messages: UInt64, _ period: Nanoseconds) throws
  {
    #expect(try Quantity.rate(text) == .constant(Rate(messages: messages, per: period)))
  }

  @Test func theGreatestRate() throws {
    #expect(try Quantity.rate("max") == .maximum)
  }

  @Test(arguments: [
    ("500", "has no unit", "write \"500/s\""),
    ("20k", "has no unit", "write \"20k/s\""),
    ("0/s", "sends nothing", "a rate must be greater than 0"),
    ("0.0/s", "sends nothing", "a rate must be greater than 0"),
    ("500 /s", "is not written as a rate", "write \"500/s\""),
    ("500/sec", "is not written as a rate", "write \"500/s\""),
    ("500/m", "is not written as a rate", "write \"500/min\""),
    ("500/ms", "has an unknown unit of time", "units: /s, /min, /h"),
    ("500/", "has an unknown unit of time", "units: /s, /min, /h"),
    ("20K/s", "is not written as a number", "k for a thousand is a small letter"),
    ("MAX", "is not a rate", "write \"max\""),
    ("fast", "is not a rate", "for example \"500/s\", \"20k/s\" or \"max\""),
    ("-1/s", "is not a rate", "for example \"500/s\", \"20k/s\" or \"max\""),
    ("/s", "is not a rate", "for example \"500/s\", \"20k/s\" or \"max\""),
    ("1e3/s", "is not a number", "for example 500/s, 20k/s, 10000/min or max"),
    ("9223372036854775808/s", "is more than 9223372036854775807", nil),
    ("18446744073709551615M/s", "is more than 9223372036854775807", nil),
    ("0.00000000001/h", "has too many decimal places", nil),
  ]) func ratesRefused(_ text: String, _ reason: String, _ remedy: String?) {
    #expect(throws: QuantityError(reason: reason, remedy: remedy)) { try Quantity.rate(text) }
  }

  @Test(arguments: [
    ("0777", "begins with a zero", "write 777"), ("1e3", "is not a whole number", "write 1000"),
    ("1_000", "is not a whole number", "write 1000"), ("0x10", "is not a whole number", nil),
    ("6.0", "is not a whole number", nil), ("six", "is not a whole number", nil),
    ("18446744073709551616", "is more than 18446744073709551615", nil),
  ]) func integersRefused(_ text: String, _ reason: String, _ remedy: String?) {
    #expect(throws: QuantityError(reason: reason, remedy: remedy)) { try Quantity.integer(text) }
  }

  @Test(arguments: [
    ("no", "a boolean"), ("Off", "a boolean"), ("~", "null"), ("1:30", "a number to base 60"),
    ("0777", "an octal number"), ("1e3", "a number"), ("1.5E+3", "a number"), ("0x1F", "a number"),
    ("1_000", "a number"), (".inf", "a number"), ("2026-01-31", "a date"), ("42", nil), ("1.5", nil), ("0", nil),
    ("east", nil), ("north", nil), ("kafka:9092", nil), ("e3", nil), ("2026-q1", nil),
  ]) func wordsThatYAMLTakesForOthers(_ text: String, _ meaning: String?) {
    #expect(PlainWord.otherMeaning(of: text) == meaning)
  }
}
