/// A moment as reports write it, always UTC.
package struct Timestamp {
  private let date: String
  private let time: String
  private let fraction: String

  /// `milliseconds` since 1970-01-01T00:00:00Z.
  package init(milliseconds: Int64) {
    let seconds = Self.floor(milliseconds, by: 1000)
    let days = Self.floor(seconds.quotient, by: 86_400)
    let (year, month, day) = Self.civil(days: days.quotient)
    date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    let second = days.remainder
    time = "\(Self.padded(second / 3600, 2)):\(Self.padded(second / 60 % 60, 2)):\(Self.padded(second % 60, 2))"
    fraction = Self.padded(seconds.remainder, 3)
  }

  /// The day alone: `2026-11-21`.
  package var day: String { date }

  /// RFC 3339 with milliseconds: `2026-11-21T03:50:03.004Z`.
  var rfc3339: String { "\(date)T\(time).\(fraction)Z" }

  /// Without zone and fraction, which JUnit's readers take for UTC: `2026-11-21T03:50:03`.
  var withoutZone: String { "\(date)T\(time)" }

  /// The proleptic Gregorian date of a day counted from 1970-01-01; Howard Hinnant's `civil_from_days`: in eras of 400
  /// years, with years that begin on the first of March, so that the leap day is the last.
  private static func civil(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let era = floor(days + 719_468, by: 146_097)
    let dayOfEra = era.remainder
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era.quotient * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func floor(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  private static func padded(_ value: Int64, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(width - text.count, 0)) + text
  }
}
