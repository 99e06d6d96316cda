internal import Diagnostics

/// Checks arguments that limit each other.
struct OrderChecking {
  let function: FunctionName
  /// The range of the function's name.
  let name: Range<Int>
  let literals: [Literal]
  /// The ranges of the arguments; that of the name for one that is not written.
  let places: [Range<Int>]

  private enum Rule {
    case numbers(low: Int, high: Int)
    case moments(Bound, Bound)
    /// The same for days: two moments of one day are in order.
    case days(Bound, Bound)
    /// The first argument is one of two lengths.
    case lengths(Int64, Int64)
    case characters, kindsOfCharacters, decimals, wholeDigits, distinctWords
  }

  private enum Bound {
    case at(Int)
    case fixed(RelativeMoment)
  }

  private static let since1970 = Bound.fixed(.absolute(0))

  private static let rules: [FunctionName: Rule] = [
    .randint: .numbers(low: 0, high: 1), .randomInt: .numbers(low: 0, high: 1), .pyint: .numbers(low: 0, high: 1),
    .dateOfBirth: .numbers(low: 1, high: 2),
    .date: .moments(since1970, .at(1)), .dateObject: .days(since1970, .at(0)), .dateTime: .moments(since1970, .at(1)),
    .iso8601: .moments(since1970, .at(1)), .time: .moments(since1970, .at(1)),
    .dateBetween: .days(.at(0), .at(1)), .dateBetweenDates: .days(.at(0), .at(1)),
    .dateTimeBetween: .moments(.at(0), .at(1)), .dateTimeBetweenDates: .moments(.at(0), .at(1)),
    .creditCardExpire: .moments(.at(0), .at(1)), .unixTime: .moments(.at(1), .at(0)),
    .pastDate: .days(.at(0), .fixed(.offset(-86_400))), .futureDate: .days(.fixed(.offset(86_400)), .at(0)),
    .pastDatetime: .moments(.at(0), .fixed(.offset(-1))), .futureDatetime: .moments(.fixed(.offset(1)), .at(0)),
    .swift: .lengths(8, 11), .ean: .lengths(8, 13), .localizedEan: .lengths(8, 13),
    .pystr: .characters, .password: .kindsOfCharacters, .pyfloat: .decimals, .pydecimal: .decimals,
    .randomNumber: .wholeDigits, .words: .distinctWords,
  ]

  func check() throws(ExpressionError) {
    switch Self.rules[function] {
    case .numbers(let low, let high): try bounds(low, high)
    case .moments(let first, let second): try moments(first, second)
    case .days(let first, let second): try moments(first, second, byDay: true)
    case .lengths(let short, let long): try length([short, long])
    case .characters: try characters()
    case .kindsOfCharacters: try kindsOfCharacters()
    case .decimals: try decimals()
    case .wholeDigits:
      if literals[0] == .integer(0), literals[1] == .boolean(true) { throw wrong(0, "a number has at least one digit") }
    case .distinctWords: try distinctWords()
    case nil: break
    }
  }

  // MARK: Moments

  /// No run began before this moment: 2025-01-01.
  private static let earliestRun: Int64 = 1_735_689_600

  /// Requires `first` not to be after `second`, whenever the run starts; byDay: as days.
  private func moments(_ first: Bound, _ second: Bound, byDay: Bool = false) throws(ExpressionError) {
    let (start, end) = (moment(first), moment(second))
    let begins: [Int64]
    switch (start, end) {
    // A run may start later than a date in the future.
    case (.absolute(let date), .offset) where date > 0: return
    case (.absolute, .today): return
    default: begins = [Self.earliestRun, Self.earliestRun + 86_399]
    }
    let isOrdered = begins.allSatisfy { begin in
      let (low, high) = (start.seconds(start: begin), end.seconds(start: begin))
      return byDay ? days(low) <= days(high) : low <= high
    }
    // Two offsets are in the order of their numbers, except that both may be on one day.
    if case (.offset(let a), .offset(let b)) = (start, end), a <= b { return }
    guard !isOrdered else { return }
    let written = [first, second].compactMap {
      if case .at(let index) = $0, places[index] != name { index } else { nil }
    }
    throw ExpressionError(
      "\(function.rawValue)() ends before it starts", at: written.min().map { places[$0] } ?? name,
      remedy: remedy(first, second))
  }

  private func remedy(_ first: Bound, _ second: Bound) -> String {
    switch (first, second) {
    case (.at, .at): "write the earlier time as the start"
    case (.at, .fixed): "write a time in the past, such as '-30d'"
    case (.fixed(.absolute), _): "write a time since 1970"
    case (.fixed, _): "write a time in the future, such as '+30d'"
    }
  }

  private func moment(_ bound: Bound) -> RelativeMoment {
    switch bound {
    case .at(let index):
      if case .text(let text) = literals[index], let moment = RelativeMoment(text) { return moment }
      return function == .unixTime && index == 1 ? .absolute(0) : .offset(0)
    case .fixed(let moment): return moment
    }
  }

  private func days(_ seconds: Int64) -> Int64 { seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400 }

  // MARK: Numbers

  private func integer(_ index: Int) -> Int64? {
    if case .integer(let number) = literals[index] { number } else { nil }
  }

  private func wrong(_ index: Int, _ message: String, _ remedy: String? = nil) -> ExpressionError {
    ExpressionError(message, at: places[index], remedy: remedy)
  }

  private func bounds(_ low: Int, _ high: Int) throws(ExpressionError) {
    guard let least = literals[low].number, let most = literals[high].number else { return }
    // Whole numbers are compared as such: some are too large to be exact otherwise.
    let isOrdered = integer(low).flatMap { a in integer(high).map { a <= $0 } } ?? (least <= most)
    guard !isOrdered else { return }
    let names = function.row.parameters.map(\.name)
    throw ExpressionError(
      "\(quoted(names[low])) is greater than \(quoted(names[high]))",
      at: places[low] == name ? places[high] : places[low], remedy: "the first is the minimum, the second the maximum")
  }

  private func length(_ allowed: [Int64]) throws(ExpressionError) {
    guard let length = integer(0), !allowed.contains(length) else { return }
    throw wrong(0, "\"length\" must be \(allowed[0]) or \(allowed[1])")
  }

  private func characters() throws(ExpressionError) {
    guard let least = integer(0), let most = integer(1), least > most else { return }
    throw wrong(places[0] == name ? 1 : 0, "\"min_chars\" is greater than \"max_chars\"")
  }

  private func distinctWords() throws(ExpressionError) {
    guard literals[3] == .boolean(true), let count = integer(0) else { return }
    let words = if case .list(let words) = literals[1] { words.count } else { CommonLists.words.count }
    guard count > words else { return }
    throw wrong(0, "\(count) words cannot all differ: there are \(words)", "write at most nb=\(words)")
  }

  private func kindsOfCharacters() throws(ExpressionError) {
    let kinds = Int64(literals.dropFirst().count { $0 == .boolean(true) })
    if kinds == 0 { throw wrong(4, "a password needs characters", "leave one of the kinds True") }
    guard let length = integer(0), length < kinds else { return }
    throw wrong(0, "\"length\" must be at least \(kinds)", "each kind of characters is there at least once")
  }

  /// The limits of Python's, and 18 digits.
  private func decimals() throws(ExpressionError) {
    let (left, right) = (integer(0), integer(1))
    let most: Int64 = function == .pyfloat ? 15 : 18
    let place = right == nil ? 0 : 1
    if left == 0, right == 0 { throw wrong(1, "a number has at least one digit") }
    // Where one of them is left out, it is at least one digit.
    guard (left ?? 1) + (right ?? (left == 0 ? 0 : 1)) <= most else {
      throw wrong(
        place, "\(function.rawValue)() has at most \(most) digits", "ask for fewer left_digits or right_digits")
    }
    try bounds(3, 4)
    for index in [3, 4] {
      guard let bound = literals[index].number else { continue }
      let name = function.row.parameters[index].name
      if literals[2] == .boolean(true), bound <= 0 {
        throw wrong(index, "\(quoted(name)) must be above 0 if positive is True", "leave out positive")
      }
      // Only the number itself may be the power that has a digit more.
      let isOutside = (index == 3) == (bound > 0) && abs(bound) == Decimals.power(left ?? 0)
      if let left, abs(bound) > Decimals.power(left) || isOutside {
        throw wrong(index, "\(quoted(name)) has more than \(left) digit\(left == 1 ? "" : "s") before the point")
      }
    }
    if let right, let least = literals[3].number, let most = literals[4].number {
      let power = Decimals.power(right)
      guard (least * power).rounded(.up) <= (most * power).rounded(.down) else {
        throw wrong(
          4, "no number with \(Plural.count(Int(right), "decimal")) is between \"min_value\" and \"max_value\"",
          "ask for more right_digits")
      }
    }
    let digits = [3, 4].compactMap { literals[$0].number.map(Decimals.wholeDigits) }.max()
    guard (digits ?? 0) + (right ?? 0) <= most else {
      throw wrong(place, "\(function.rawValue)() has at most \(most) digits", "ask for fewer right_digits")
    }
  }
}
