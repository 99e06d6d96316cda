/// A date and time in UTC of the Gregorian calendar.
struct CivilTime {
  var year: Int64
  var month: Int
  var day: Int
  /// The second of the day, 0..<86400.
  var second: Int
  /// The day of the week, 0 for Sunday.
  var weekday: Int
  /// The day of the year, from 1.
  var dayOfYear: Int

  /// Uses Howard Hinnant's algorithm for days since 1970.
  init(secondsSince1970 seconds: Int64) {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    second = Int(seconds - days * 86_400)
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfShiftedYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfShiftedYear + 2) / 153
    day = Int(dayOfShiftedYear - (153 * shiftedMonth + 2) / 5 + 1)
    month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    weekday = Int(((days % 7) + 11) % 7)
    dayOfYear = Int(days - Self.days(year: year, month: 1, day: 1)) + 1
  }

  /// The days since 1970.
  static func days(year: Int64, month: Int, day: Int) -> Int64 {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

/// A moment as Faker's functions take it: `-30y`, `+1d`, `now`, `today`, or a date.
enum RelativeMoment: Equatable {
  /// Seconds after the start of the run.
  case offset(Int64)
  /// The first second of the day of the start.
  case today
  /// Seconds since 1970.
  case absolute(Int64)

  /// Units in seconds; years and months are as long as in Faker, 365.24 and 30.42 days.
  private static let units: [Character: Int64] = [
    "y": 31_556_736, "M": 2_628_288, "w": 604_800, "d": 86_400, "h": 3600, "m": 60, "s": 1,
  ]

  init?(_ text: String) {
    if text == "now" {
      self = .offset(0)
    } else if text == "today" {
      self = .today
    } else if let seconds = Self.date(text) ?? Self.dateTime(text) {
      self = .absolute(seconds)
    } else if let seconds = Self.offset(text) {
      self = .offset(seconds)
    } else {
      return nil
    }
  }

  func seconds(start: Int64) -> Int64 {
    switch self {
    case .offset(let offset): start + offset
    case .today: start - Int64(CivilTime(secondsSince1970: start).second)
    case .absolute(let seconds): seconds
    }
  }

  /// `-1y2d`: each number has its unit; the sign applies to all of them.
  private static func offset(_ text: String) -> Int64? {
    var rest = Substring(text)
    var sign: Int64 = 1
    if rest.first == "-" || rest.first == "+" {
      sign = rest.first == "-" ? -1 : 1
      rest = rest.dropFirst()
    }
    var sum: Int64 = 0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(digits.count)
      guard digits.count <= 9, let number = Int64(digits), let unit = rest.first.flatMap({ units[$0] }) else {
        return nil
      }
      sum += number * unit
      rest = rest.dropFirst()
    }
    // Ten thousand years: dates end there.
    return sum < 315_000_000_000 ? sign * sum : nil
  }

  /// A date such as `2024-01-31`.
  private static func date(_ text: String) -> Int64? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, zip(parts, [4, 2, 2]).allSatisfy({ $0.count == $1 }),
      let year = Int64(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    let seconds = CivilTime.days(year: year, month: month, day: day) * 86_400
    let back = CivilTime(secondsSince1970: seconds)
    return back.month == month && back.day == day ? seconds : nil
  }

  /// A date with its time, such as `2024-01-31 08:30`, `2024-01-31T08:30:00Z` or `2024-01-31T08:30:00+02:00`; in UTC where
  /// it has no offset.
  private static func dateTime(_ text: String) -> Int64? {
    guard let day = date(String(text.prefix(10))), let separator = text.dropFirst(10).first, " T".contains(separator)
    else { return nil }
    let rest = text.dropFirst(11)
    let time = rest.prefix { ("0"..."9").contains($0) || $0 == ":" }
    let zone = rest.dropFirst(time.count)
    guard let offset = zone.isEmpty ? 0 : ZoneOffset.seconds(String(zone)) else { return nil }
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 }) else { return nil }
    let numbers = parts.compactMap { Int64($0) }
    guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    return day + numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0) - Int64(offset)
  }
}
