/// Dates and times by RFC 3339, 5.6, and UUIDs by RFC 9562.
extension ByteReader {
  mutating func date() -> Bool {
    guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
      let day = number(digits: 2)
    else { return false }
    return (1...12).contains(month) && day >= 1 && day <= Self.days(in: month, of: year)
  }

  mutating func time() -> Bool {
    guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2), take(":"),
      let second = number(digits: 2), hour < 24, minute < 60, second <= 60
    else { return false }
    if take("."), !skip(while: \.isDigit) { return false }
    var minutes = hour * 60 + minute
    if !take("Z") && !take("z") {
      let isAhead = take("+")
      guard isAhead || take("-"), let hours = number(digits: 2), take(":"), let more = number(digits: 2), hours < 24,
        more < 60
      else { return false }
      minutes += (isAhead ? -1 : 1) * (hours * 60 + more)
    }
    // A leap second is the last of a day in UTC.
    return second < 60 || (minutes + 2880) % 1440 == 1439
  }

  mutating func uuid() -> Bool {
    hexadecimal(digits: 8) && take("-") && hexadecimal(digits: 4) && take("-") && hexadecimal(digits: 4) && take("-")
      && hexadecimal(digits: 4) && take("-") && hexadecimal(digits: 12)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
