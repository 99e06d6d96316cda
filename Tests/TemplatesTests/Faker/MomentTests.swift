import Testing

@testable import Templates

/// Dates and times relative to a run that started on 2024-02-29 at 12:34:56 UTC.
@Suite struct MomentTests {
  /// The least and the greatest of what a call yields, and how many of 4,000 values differ.
  private static func extremes(_ call: String) -> (least: String, greatest: String, distinct: Int) {
    let rendering = Rendering("{{\(call)}}")
    let values = Set((0..<4000).map { rendering.text($0) })
    return (values.min() ?? "", values.max() ?? "", values.count)
  }

  @Test(arguments: [
    ("faker.date_this_month()", "2024-02-01", "2024-02-29"),
    ("faker.date_this_month(False, True)", "2024-02-29", "2024-02-29"),
    ("faker.date_this_year()", "2024-01-01", "2024-02-29"),
    ("faker.date_this_year(after_today=True)", "2024-01-01", "2024-12-31"),
    ("faker.date_this_year(before_today=False)", "2024-02-29", "2024-02-29"),
    ("faker.date_this_decade():%Y", "2020", "2024"),
    ("faker.date_this_decade(True, True):%Y", "2020", "2029"),
    ("faker.date_this_century(True, True):%Y", "2000", "2099"),
    ("faker.date_time_this_month():%Y-%m-%d", "2024-02-01", "2024-02-29"),
    ("faker.date_time_this_year(False, True):%Y-%m", "2024-02", "2024-12"),
    ("faker.past_date('-3d')", "2024-02-26", "2024-02-28"),
    ("faker.future_date('+3d')", "2024-03-01", "2024-03-03"),
    ("faker.past_datetime('-2s')", "2024-02-29 12:34:54", "2024-02-29 12:34:55"),
    ("faker.future_datetime('+2s')", "2024-02-29 12:34:57", "2024-02-29 12:34:58"),
    ("faker.date_between_dates('2024-01-30', '2024-02-01')", "2024-01-30", "2024-02-01"),
    ("faker.date_between_dates()", "2024-02-29", "2024-02-29"),
    (
      "faker.date_time_between('2024-02-29T23:59:58Z', '2024-02-29 23:59:59')", "2024-02-29 23:59:58",
      "2024-02-29 23:59:59"
    ),
    ("faker.date_time_between('now', 'now', '+02:00')", "2024-02-29 14:34:56+02:00", "2024-02-29 14:34:56+02:00"),
    ("faker.date_time_between('now', 'now', '-0330')", "2024-02-29 09:04:56-03:30", "2024-02-29 09:04:56-03:30"),
    (
      "faker.date_time_between('now', 'now', 'UTC'):%Y-%m-%dT%H:%M:%S%z", "2024-02-29T12:34:56+0000",
      "2024-02-29T12:34:56+0000"
    ),
    (
      "faker.date_time_between('now', 'now', '+12:00'):%d.%m. %H:%M %:z %Z", "01.03. 00:34 +12:00 UTC+12:00",
      "01.03. 00:34 +12:00 UTC+12:00"
    ),
    (
      "faker.date_time_between('2024-01-01T01:00:00+02:00', '2023-12-31 23:00')", "2023-12-31 23:00:00",
      "2023-12-31 23:00:00"
    ),
    ("faker.credit_card_expire('now', 'now')", "02/24", "02/24"),
    ("faker.date_of_birth(minimum_age=20, maximum_age=20)", "2003-03-01", "2004-02-29"),
    ("faker.date_of_birth(minimum_age=21, maximum_age=21)", "2002-03-01", "2003-02-28"),
    ("faker.unix_time('1970-01-01', '1970-01-01')", "0", "0"),
    ("faker.year()", "1970", "2024"),
    ("faker.month()", "01", "12"),
    ("faker.day_of_month()", "01", "31"),
    ("faker.day_of_week()", "Friday", "Wednesday"),
  ]) func reachFromTheFirstToTheLast(_ call: String, _ least: String, _ greatest: String) {
    let found = Self.extremes(call)
    #expect(found.least == least && found.greatest == greatest, "\(found)")
  }

  @Test func microsecondsAreDrawnWhereTheyAreWritten() {
    let found = Self.extremes("faker.date_time_between('-1s', 'now'):%T.%f")
    #expect(found.least >= "12:34:55.000000" && found.greatest < "12:34:56" && found.distinct > 3900, "\(found)")
    let iso = Self.extremes("faker.iso8601(tzinfo='+01:00', timespec='milliseconds')")
    #expect(iso.least.hasSuffix("+01:00") && iso.least.count == 29, "\(iso)")
  }

  @Test func wordsAreDistinctIfAsked() {
    let rendering = Rendering("{{faker.words(nb=4, ext_word_list=['a', 'b', 'c', 'd'], unique=True)}}")
    var orders: Set<String> = []
    for number: UInt64 in 0..<200 {
      let text = rendering.text(number)
      orders.insert(text)
      #expect(Set(text.split(separator: " ")).count == 4, "\(text)")
    }
    #expect(orders.count > 4)
  }

  @Test func numbersStayWithinTheirBounds() {
    for (call, range) in [
      ("faker.pyfloat(min_value=-1.5, max_value=2.5)", -1.5...2.5),
      ("faker.pyfloat(right_digits=1, min_value=0.25, max_value=0.55)", 0.3...0.5),
      ("faker.pyfloat(left_digits=2, positive=True)", 0.0000000000001...99.9999999999999),
      ("faker.pyfloat(positive=False, left_digits=2, right_digits=1)", -99.9...(-0.1)),
      ("faker.pydecimal(min_value=5, max_value=6, right_digits=3)", 5...6),
      ("faker.pydecimal(max_value=-2, left_digits=1, right_digits=1)", -9.9...(-2)),
      ("faker.coordinate(center=10, radius=0.5)", 9.5...10.5),
    ] {
      let rendering = Rendering("{{\(call)}}")
      for number: UInt64 in 0..<500 {
        let text = rendering.text(number)
        #expect(Double(text).map(range.contains) == true, "\(call): \(text)")
      }
    }
  }
}
