import SampleScenarios
import Scenarios
import Testing

@testable import Load

@Suite struct PacerTests {
  private static let second = Nanoseconds.seconds(1)
  private static let steady = RateProfile.constant(Rate(messages: 1000, per: second))

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var rate: RateProfile
    var count: UInt64?
    var duration: Nanoseconds?
    var elapsed: Nanoseconds
    var sent: UInt64
    var decision: Pacer.Decision
    var testDescription: String { name }

    init(
      _ name: String, _ rate: RateProfile, count: UInt64? = nil, duration: Nanoseconds? = nil, at elapsed: Nanoseconds,
      sent: UInt64, _ decision: Pacer.Decision
    ) {
      self.name = name
      self.rate = rate
      self.count = count
      self.duration = duration
      self.elapsed = elapsed
      self.sent = sent
      self.decision = decision
    }
  }

  @Test(arguments: [
    Case("the first at once", steady, count: 10, at: 0, sent: 0, .send(1)),
    Case("before the start as at it", steady, count: 10, at: -5, sent: 0, .send(1)),
    Case("the second a millisecond later", steady, count: 10, at: 0, sent: 1, .wait(until: 1_000_000)),
    Case("not a nanosecond early", steady, count: 10, at: 999_999, sent: 1, .wait(until: 1_000_000)),
    Case("exactly then", steady, count: 10, at: 1_000_000, sent: 1, .send(1)),
    Case("late: all that is due", steady, count: 10, at: 4_500_000, sent: 1, .send(4)),
    Case("ahead: waits for its own due time", steady, count: 10, at: 1_000_000, sent: 7, .wait(until: 7_000_000)),
    Case("far too late: what is left of it", steady, count: 10, at: 60_000_000_000, sent: 3, .send(7)),
    Case("the count ends it", steady, count: 10, at: 9_000_000, sent: 10, .done),
    Case("a duration is so many messages", steady, duration: second, at: 2_000_000_000, sent: 999, .send(1)),
    Case("and its time does not end it", steady, duration: second, at: 5_000_000_000, sent: 0, .send(1000)),
    Case("but their number does", steady, duration: second, at: 999_000_000, sent: 1000, .done),
    Case("a count of 0", steady, count: 0, at: 0, sent: 0, .done),
    Case(
      "less than one", .constant(Rate(messages: 7, per: .seconds(3600))), duration: second, at: 0, sent: 0, .done),
    Case("max: all at once", .maximum, count: 10, at: 0, sent: 0, .send(10)),
    Case("max: the rest", .maximum, count: 10, at: 5_000_000_000, sent: 4, .send(6)),
    Case("max: the count ends it", .maximum, count: 10, at: 1, sent: 10, .done),
    Case("max for a time: no end in number", .maximum, duration: second, at: 0, sent: 0, .send(.max)),
    Case("max for a time: no end in number, later", .maximum, duration: second, at: 1, sent: 5, .send(.max - 5)),
    Case(
      "max for a time: until its last nanosecond", .maximum, duration: second, at: 999_999_999, sent: 1, .send(.max - 1)
    ),
    Case("max for a time: then no more", .maximum, duration: second, at: 1_000_000_000, sent: 1, .done),
    Case("max with both: the count first", .maximum, count: 10, duration: second, at: 5, sent: 10, .done),
    Case("max with both: before either", .maximum, count: 10, duration: second, at: 5, sent: 9, .send(1)),
    Case("max with both: the time first", .maximum, count: 10, duration: second, at: 1_000_000_000, sent: 9, .done),
  ]) func decides(_ given: Case) {
    let schedule = Schedule(given.rate, count: given.count, duration: given.duration)
    #expect(Pacer(schedule).decide(elapsed: given.elapsed, sent: given.sent) == given.decision)
  }

  // MARK: Due times

  @Test(
    arguments: [
      ("7/h", 7, .seconds(3600)), ("3/s", 3, second), ("1.5M/s", 1_500_000, second), ("1k/s", 1000, second),
      ("0.1/s", 1, .seconds(10)), ("more than one a nanosecond", 3, 2), ("primes", 999_983, 1_000_000_007),
    ] as [(String, UInt64, Nanoseconds)]
  ) func dueTimesAreThoseOfTheRate(_ name: String, _ messages: UInt64, _ period: Nanoseconds) throws {
    try expectSame(Rate(messages: messages, per: period), count: 100_000, "\(name)")
  }

  @Test func dueTimesOfAnyRate() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(state: seed)
    for round in 0..<100 {
      let rate = Rate(
        messages: 1 + random.next() >> UInt64.random(in: 1...63, using: &random),
        per: Nanoseconds(clamping: 1 + random.next() >> UInt64.random(in: 17...63, using: &random)))
      // 10,000 times a period below 2^47 fits.
      try expectSame(rate, count: 10_000, "seed \(seed), round \(round): \(rate)")
    }
  }

  /// One expectation for all: 100,000 of them would be all that the test's time goes to.
  private func expectSame(_ rate: Rate, count: UInt64, _ note: Comment) throws {
    let schedule = Schedule(.constant(rate))
    var times = try #require(DueTimes(schedule))
    var differing: UInt64?
    for n in 0..<count {
      if times.next != rate.due(n) { differing = differing ?? n }
      times.advance(in: schedule)
    }
    #expect(differing == nil, note)
  }
}
