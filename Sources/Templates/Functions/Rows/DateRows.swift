/// The functions that yield dates without a time.
enum DateRows {
  static let rows: [FunctionRow] =
    [
      FunctionRow(
        .date, [Parameter("pattern", .pattern, .text("%Y-%m-%d")), .end], "a date since 1970, as strftime writes it"),
      FunctionRow(
        .dateBetween, [.moment("start_date", "-30y"), .moment("end_date", "today")], .date, "a date between two",
        sample: "faker.date_between('-1y', 'today')"),
      FunctionRow(
        .dateBetweenDates, [.optional("date_start", .moment), .optional("date_end", .moment)], .date,
        "a date between two; each is the day on which the run starts if it is left out",
        sample: "faker.date_between_dates('2024-01-01', '2024-12-31')"),
      FunctionRow(.dateObject, [.end], .date, "a date since 1970"),
      FunctionRow(
        .dateOfBirth, [.zone, .whole("minimum_age", 0...1000, 0), .whole("maximum_age", 0...1000, 115)], .date,
        "the birthday of a person who is so old when the run starts",
        sample: "faker.date_of_birth(minimum_age=18, maximum_age=65)"),
      FunctionRow(.passportDob, [], .date, "the birthday of a person of at most 115 years"),
      FunctionRow(
        .pastDate, [.moment("start_date", "-30d"), .zone], .date, "a date before the day on which the run starts"),
      FunctionRow(
        .futureDate, [.moment("end_date", "+30d"), .zone], .date, "a date after the day on which the run starts"),
    ]
    + [(.dateThisMonth, "month"), (.dateThisYear, "year"), (.dateThisDecade, "decade"), (.dateThisCentury, "century")]
    .map { (name: FunctionName, period: String) in
      FunctionRow(
        name, [.flag("before_today", true), .flag("after_today", false)], .date,
        "a date in the \(period) in which the run starts; its first day is included, and the day of the start")
    }
}
