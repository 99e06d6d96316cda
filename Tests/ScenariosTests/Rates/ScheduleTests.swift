import Diagnostics
import Testing

@testable import Scenarios

@Suite struct ScheduleTests {
  private static let two = RateProfile.constant(Rate(messages: 2, per: .seconds(1)))
  private static let three = RateProfile.constant(Rate(messages: 3, per: .seconds(1)))
  private static let hourly = RateProfile.constant(Rate(messages: 7, per: .hours(1)))
  private static let fast = RateProfile.constant(Rate(messages: 3, per: 2))
  private static let slow = RateProfile.constant(Rate(messages: 1, per: .max))

  // MARK: How many, and how long

  struct Extent: Sendable, CustomTestStringConvertible {
    var name: String
    var schedule: Schedule
    var total: UInt64?
    var length: Nanoseconds?
    var cutoff: Nanoseconds?
    var testDescription: String { name }

    init(
      _ name: String, _ profile: RateProfile, count: UInt64? = nil, duration: Nanoseconds? = nil, total: UInt64?,
      length: Nanoseconds?, cutoff: Nanoseconds? = nil
    ) {
      self.name = name
      schedule = Schedule(profile, count: count, duration: duration)
      self.total = total
      self.length = length
      self.cutoff = cutoff
    }
  }

  @Test(arguments: [
    Extent("a duration", two, duration: .seconds(10), total: 20, length: .seconds(10)),
    Extent(
      "a duration and a part of a message", two, duration: .milliseconds(1499), total: 2, length: .milliseconds(1499)),
    Extent("less than one message", hourly, duration: .seconds(1), total: 0, length: .seconds(1)),
    Extent("a count", two, count: 20, total: 20, length: .seconds(10)),
    Extent("a count that does not divide evenly", three, count: 10, total: 10, length: 3_333_333_333),
    Extent("no message", two, count: 0, total: 0, length: .zero),
    Extent("more than one a nanosecond", fast, duration: .seconds(1), total: 1_500_000_000, length: .seconds(1)),
    Extent("the longest duration", slow, duration: .max, total: 1, length: .max),
    Extent(
      "more messages than can be counted", .constant(Rate(messages: .max, per: 1)), duration: 2, total: .max, length: 2),
    Extent("longer than can be counted", slow, count: 2, total: 2, length: .max),
    Extent("max with a count", .maximum, count: 10, total: 10, length: nil),
    Extent("max for a time", .maximum, duration: .seconds(1), total: nil, length: .seconds(1), cutoff: .seconds(1)),
    Extent(
      "max with both", .maximum, count: 10, duration: .seconds(1), total: 10, length: .seconds(1), cutoff: .seconds(1)),
  ]) func extents(_ given: Extent) {
    #expect(given.schedule.total == given.total)
    #expect(given.schedule.length == given.length)
    #expect(given.schedule.cutoff == given.cutoff)
  }

  // MARK: When

  struct Due: Sendable, CustomTestStringConvertible {
    var name: String
    var schedule: Schedule
    var number: UInt64
    var due: Nanoseconds
    var testDescription: String { name }

    init(_ name: String, _ profile: RateProfile, count: UInt64, of number: UInt64, is due: Nanoseconds) {
      self.name = name
      schedule = Schedule(profile, count: count)
      self.number = number
      self.due = due
    }
  }

  @Test(arguments: [
    Due("the first at once", two, count: 20, of: 0, is: .zero),
    Due("the last, one gap before the end", two, count: 20, of: 19, is: .milliseconds(9500)),
    Due("rounded down", three, count: 10, of: 1, is: 333_333_333),
    Due("three thirds are a whole second", three, count: 10, of: 3, is: .seconds(1)),
    Due("several in one nanosecond", fast, count: 10, of: 2, is: 1),
    Due("the last before what fits", slow, count: 10, of: 1, is: .max),
    Due("beyond what fits", slow, count: 10, of: 2, is: .max),
    Due("at max the first", .maximum, count: 10, of: 0, is: .zero),
    Due("at max the last", .maximum, count: 10, of: 9, is: .zero),
  ]) func dueTimes(_ given: Due) { #expect(given.schedule.due(given.number) == given.due) }

  struct Count: Sendable, CustomTestStringConvertible {
    var name: String
    var schedule: Schedule
    var elapsed: Nanoseconds
    var count: UInt64
    var testDescription: String { name }

    init(
      _ name: String, _ profile: RateProfile, count: UInt64? = nil, duration: Nanoseconds? = nil,
      by elapsed: Nanoseconds, is due: UInt64
    ) {
      self.name = name
      schedule = Schedule(profile, count: count, duration: duration)
      self.elapsed = elapsed
      self.count = due
    }
  }

  @Test(arguments: [
    Count("the first at the start", two, count: 20, by: .zero, is: 1),
    Count("none before it", two, count: 20, by: -1, is: 0),
    Count("not a nanosecond early", two, count: 20, by: .milliseconds(500) - 1, is: 1),
    Count("exactly then", two, count: 20, by: .milliseconds(500), is: 2),
    Count("no more than the count", two, count: 20, by: .hours(1), is: 20),
    Count("no more than those of the duration", two, duration: .seconds(10), by: .hours(1), is: 20),
    Count("at the last moment", slow, duration: .max, by: .max, is: 1),
    Count("more than can be counted", .constant(Rate(messages: .max, per: 1)), by: .seconds(1), is: .max),
    Count("at max all of a count", .maximum, count: 10, by: .zero, is: 10),
    Count("at max without a count", .maximum, duration: .seconds(1), by: .zero, is: .max),
    Count("at max none before the start", .maximum, count: 10, by: -1, is: 0),
  ]) func counts(_ given: Count) { #expect(given.schedule.count(by: given.elapsed) == given.count) }

  /// Every message counts from its due time on, and not a nanosecond before.
  @Test(
    arguments: [("2/s", two), ("3/s", three), ("7/h", hourly), ("1.5 a nanosecond", fast)] as [(String, RateProfile)]
  ) func countByIsTheInverseOfDue(_ name: String, _ profile: RateProfile) {
    let schedule = Schedule(profile, count: 1000)
    for number: UInt64 in 0..<1000 {
      let due = schedule.due(number)
      #expect(schedule.count(by: due) > number)
      #expect(schedule.count(by: due - 1) <= number)
    }
  }

  // MARK: How fast

  @Test(
    arguments: [
      ("a constant rate", two, 2, 2), ("a rate below one", hourly, 7 / 3600, 7 / 3600), ("max", .maximum, nil, nil),
    ] as [(String, RateProfile, Double?, Double?)]
  ) func rates(_ name: String, _ profile: RateProfile, _ mean: Double?, _ peak: Double?) {
    let schedule = Schedule(profile, duration: .seconds(10))
    #expect(schedule.meanRate == mean)
    #expect(schedule.peak == peak)
    #expect(schedule.isPaced == (mean != nil))
  }

  // MARK: The limit of a stage

  @Test(
    arguments: [
      ("three times its length", two, nil, .seconds(200), nil, .seconds(600)),
      ("five minutes at least", two, 20, nil, nil, .minutes(5)),
      ("an hour for a count at max", .maximum, 20, nil, nil, .hours(1)),
      ("what is written", two, 20, nil, .seconds(1), .seconds(1)), ("no more than fits", two, nil, .max, nil, .max),
    ] as [(String, RateProfile, UInt64?, Nanoseconds?, Nanoseconds?, Nanoseconds)])
  func atMost(
    _ name: String, _ profile: RateProfile, _ count: UInt64?, _ duration: Nanoseconds?, _ written: Nanoseconds?,
    _ atMost: Nanoseconds
  ) {
    let range = SourceRange(start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 2))
    let stage = Stage(
      name: "a", range: range, schedule: Schedule(profile, count: count, duration: duration), template: 0,
      destination: .topic(0),
      partition: .sticky, measured: true, sendingLimit: written)
    #expect(stage.atMost == atMost)
  }
}
