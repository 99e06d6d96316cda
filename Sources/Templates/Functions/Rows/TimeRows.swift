/// The functions that yield dates with a time, and parts of both.
enum TimeRows {
  private static let whole = "whole seconds; a format with %f has microseconds"

  static let rows: [FunctionRow] =
    [
      FunctionRow(
        .dateTime, [.zone, .end], .dateTime, "a date since 1970, with its time", beside: whole),
      FunctionRow(
        .dateTimeBetween, [.moment("start_date", "-30y"), .moment("end_date", "now"), .zone], .dateTime,
        "a date with its time between two", sample: "faker.date_time_between('-1d', 'now', '+02:00')", beside: whole),
      FunctionRow(
        .dateTimeBetweenDates,
        [.optional("datetime_start", .moment), .optional("datetime_end", .moment), .zone], .dateTime,
        "a date with its time between two; each is the start of the run if it is left out",
        sample: "faker.date_time_between_dates('2024-01-01', '2024-12-31')", beside: whole),
      FunctionRow(
        .pastDatetime, [.moment("start_date", "-30d"), .zone], .dateTime, "a date with its time before the start",
        beside: whole),
      FunctionRow(
        .futureDatetime, [.moment("end_date", "+30d"), .zone], .dateTime, "a date with its time after the start",
        beside: whole),
    ]
    + [
      (.dateTimeThisMonth, "month"), (.dateTimeThisYear, "year"), (.dateTimeThisDecade, "decade"),
      (.dateTimeThisCentury, "century"),
    ]
    .map { (name: FunctionName, period: String) in
      FunctionRow(
        name, [.flag("before_now", true), .flag("after_now", false), .zone], .dateTime,
        "a date with its time in the \(period) in which the run starts", beside: whole)
    } + partRows

  private static let partRows: [FunctionRow] = [
    FunctionRow(
      .iso8601,
      [
        .zone, .end, Parameter("sep", .character, .text("T")),
        Parameter(
          "timespec", .choice(["auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"]), .text("auto")),
      ], "a date since 1970 and its time, in ISO 8601", sample: "faker.iso8601(tzinfo='UTC')",
      beside: "auto is whole seconds"),
    FunctionRow(
      .unixTime, [.end, .optional("start_datetime", .moment)], .integer, "whole seconds since 1970",
      beside: "whole seconds"),
    FunctionRow(
      .time, [Parameter("pattern", .pattern, .text("%H:%M:%S")), .end], "a time of day, as strftime writes it"),
    FunctionRow(.year, [], "a year since 1970"),
    FunctionRow(.month, [], "a month in two digits"),
    FunctionRow(.monthName, [], "a month", beside: "always English"),
    FunctionRow(.dayOfMonth, [], "a day of a month in two digits"),
    FunctionRow(.dayOfWeek, [], "a day of the week", beside: "always English"),
    FunctionRow(.amPm, [], "AM or PM"),
    FunctionRow(.century, [], "a century in Roman numerals, I to XXI"),
  ]
}
