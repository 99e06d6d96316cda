/// The operations of dates and times.
extension CallLowering {
  static let day: Int64 = 86_400

  /// The first second of the day in UTC.
  func midnight(_ seconds: Int64) -> Int64 { seconds - ((seconds % Self.day) + Self.day) % Self.day }

  /// The moment of an argument; the start of the run for None.
  func end(_ values: Arguments, _ index: Int) -> Int64 { values.optionalText(index).map(seconds) ?? start }

  mutating func dates(from low: Int64, to high: Int64) {
    moment(low, high, step: Self.day, pattern: TimePattern.date)
  }

  /// Writes a date with its time, and with the offset where there is a zone, as Python does.
  mutating func time(_ low: Int64, _ high: Int64, _ zone: Int?) {
    moment(low, high, pattern: TimePattern.dateTime + (zone == nil ? "" : "%:z"), offset: zone ?? 0)
  }

  mutating func iso8601(_ values: Arguments) {
    let time =
      switch values.text(3) {
      case "hours": "%H"
      case "minutes": "%H:%M"
      case "milliseconds": "%H:%M:%S.%L"
      case "microseconds": "%H:%M:%S.%f"
      default: "%H:%M:%S"
      }
    let separator = values.text(2).replacing("%", with: "%%")
    let zone = values.zone(0)
    moment(
      0, end(values, 1), pattern: TimePattern.date + separator + time + (zone == nil ? "" : "%:z"), offset: zone ?? 0)
  }

  // MARK: Calendars

  /// A birthday of whom the run's start finds from `youngest` to `oldest` years old.
  mutating func birthday(_ zone: Int?, youngest: Int64, oldest: Int64) {
    let today = CivilTime(secondsSince1970: start + Int64(zone ?? 0))
    func before(_ years: Int64) -> Int64 {
      let days = CivilTime.days(year: max(today.year - years, 0), month: today.month, day: today.day)
      // On the 29th of February, who was born on the 1st of March of another year has no birthday yet.
      let isShort = CivilTime(secondsSince1970: days * Self.day).month != today.month
      return (isShort ? days - 1 : days) * Self.day
    }
    dates(from: before(oldest + 1) + Self.day, to: before(youngest))
  }

  enum Period {
    case month, year, decade, century

    /// The first second, and that of the next.
    func bounds(around time: CivilTime) -> (first: Int64, next: Int64) {
      func start(_ year: Int64, _ month: Int) -> Int64 { CivilTime.days(year: year, month: month, day: 1) * day }
      func years(_ count: Int64) -> (first: Int64, next: Int64) {
        let first = time.year - time.year % count
        return (start(first, 1), start(first + count, 1))
      }
      switch self {
      case .month:
        let next = time.month == 12 ? start(time.year + 1, 1) : start(time.year, time.month + 1)
        return (start(time.year, time.month), next)
      case .year: return years(1)
      case .decade: return years(10)
      case .century: return years(100)
      }
    }
  }

  mutating func dates(of period: Period, _ values: Arguments) {
    let bounds = period.bounds(around: CivilTime(secondsSince1970: start))
    let today = midnight(start)
    dates(
      from: values.flag(0) ? bounds.first : today, to: values.flag(1) ? bounds.next - Self.day : today)
  }

  mutating func times(of period: Period, _ values: Arguments) {
    let zone = Int64(values.zone(2) ?? 0)
    let bounds = period.bounds(around: CivilTime(secondsSince1970: start + zone))
    time(
      values.flag(0) ? bounds.first - zone : start, values.flag(1) ? bounds.next - 1 - zone : start, values.zone(2))
  }
}
