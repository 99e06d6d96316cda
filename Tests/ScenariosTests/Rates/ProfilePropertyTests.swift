import Diagnostics
import Testing

@testable import Scenarios

/// Properties of every profile, over random ones; the seed is printed where one does not hold.
@Suite struct ProfilePropertyTests {
  /// Profiles with their durations, of all lengths from a microsecond to a day.
  private struct Chance {
    var random: RandomNumbers

    mutating func length(upTo bits: Int = 46) -> Nanoseconds {
      Nanoseconds(clamping: 1 + random.next() >> UInt64.random(in: UInt64(64 - bits)...54, using: &random))
    }

    /// Up to a million a second, some with a fraction.
    mutating func rate() -> Rate {
      let messages = 1 + random.next() >> UInt64.random(in: 44...62, using: &random)
      let periods: [Nanoseconds] = [.seconds(1), .seconds(1), .minutes(1), .hours(1), .seconds(10), .seconds(1000)]
      return Rate(messages: messages, per: periods[Int.random(in: 0..<6, using: &random)])
    }

    mutating func rateOrNone() -> Rate? { Bool.random(using: &random) ? rate() : nil }

    mutating func schedule() -> Schedule? {
      switch Int.random(in: 0..<7, using: &random) {
      case 0: return Schedule(.constant(rate()), duration: length())
      case 1: return Ramp(from: rateOrNone(), to: rate()).map { Schedule(.ramp($0), duration: length()) }
      case 2: return Ramp(from: rate(), to: rateOrNone()).map { Schedule(.ramp($0), duration: length()) }
      case 3: return Steps(steps()).map { Schedule(.steps($0)) }
      case 4:
        let (mean, other) = (rate(), rate())
        let sine =
          Sine(mean: mean, amplitude: other, period: length())
          ?? Sine(mean: mean, amplitude: mean, period: length())
        return sine.map { Schedule(.sine($0), duration: length()) }
      case 5:
        let peakLength = length(upTo: 40)
        return Burst(base: rateOrNone(), peak: rate(), every: peakLength + length(upTo: 40), length: peakLength).map {
          Schedule(.burst($0), duration: length())
        }
      default:
        return Schedule(.poisson(Poisson(rate())), duration: length()).seeded(by: random.next(), stage: "a")
      }
    }

    mutating func steps() -> [RateProfile.Step] {
      (0..<Int.random(in: 1...6, using: &random)).map { _ in .init(rate: rateOrNone(), length: length(upTo: 42)) }
    }
  }

  /// The messages that are due at a time are exactly those with a due time up to then; due times never go back, and all are within the stage.
  @Test func countByIsTheInverseOfDue() {
    let seed = UInt64.random(in: 0 ... .max)
    var chance = Chance(random: RandomNumbers(state: seed))
    var checked = 0
    for round in 0..<600 {
      guard let schedule = chance.schedule(), let total = schedule.total, let length = schedule.length, total > 0 else {
        continue
      }
      let note: Comment = "seed \(seed), round \(round): \(schedule.profile) for \(length), \(total) messages"
      checked += 1
      #expect(schedule.count(by: length - 1) == total, note)
      #expect(schedule.count(by: .max) == total, note)
      #expect(schedule.count(by: -1) == 0, note)
      #expect(schedule.due(total - 1) < length, note)
      for _ in 0..<4 {
        let n = UInt64.random(in: 0..<total, using: &chance.random)
        let due = schedule.due(n)
        #expect(due >= .zero && due < length, note)
        #expect(schedule.count(by: due) > n, "\(note), n \(n)")
        #expect(schedule.count(by: due - 1) <= n, "\(note), n \(n)")
        if n + 1 < total { #expect(schedule.due(n + 1) >= due, "\(note), n \(n)") }
        let time = Nanoseconds(Int64.random(in: 0..<length.count, using: &chance.random))
        let count = schedule.count(by: time)
        #expect(count == 0 || schedule.due(count - 1) <= time, "\(note), at \(time)")
        #expect(count == total || schedule.due(count) > time, "\(note), at \(time)")
      }
    }
    #expect(checked > 200, "seed \(seed)")
  }

  /// One after the other they are the same as each by itself, whoever sends them: the shares are all messages, each once.
  @Test func dueTimesOfSharesAreThoseOfTheMessages() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var chance = Chance(random: RandomNumbers(state: seed))
    for round in 0..<60 {
      guard let schedule = chance.schedule(), let total = schedule.total, total > 0 else { continue }
      let of = UInt64.random(in: 1...7, using: &chance.random)
      let note: Comment = "seed \(seed), round \(round): \(schedule.profile), \(total) messages, \(of) shares"
      var sum: UInt64 = 0
      for index in 0..<of {
        let share = Share(index: index, of: of)
        let messages = try #require(schedule.total(of: share))
        sum += messages
        var times = try #require(DueTimes(schedule, share: share))
        for k in 0..<min(messages, 20) {
          #expect(times.next == schedule.due(share.number(k)), "\(note), message \(k) of \(index)")
          times.advance(in: schedule)
        }
        #expect(messages == 0 || share.number(messages - 1) < total, note)
        #expect(share.number(messages) >= total, note)
      }
      #expect(sum == total, note)
      let time = Nanoseconds(Int64.random(in: 0...max(schedule.length?.count ?? 0, 1), using: &chance.random))
      let counts = (0..<of).map { schedule.count(by: time, of: Share(index: $0, of: of)) }
      #expect(counts.reduce(0, +) == schedule.count(by: time), note)
    }
  }

  /// Steps are their parts, one after the other: of steps with whole messages each part begins where the one before ended.
  @Test func stepsAreTheConcatenationOfTheirParts() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = RandomNumbers(state: seed)
    for round in 0..<300 {
      let parts = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        RateProfile.Step(
          rate: Bool.random(using: &random)
            ? Rate(messages: UInt64.random(in: 1...5000, using: &random), per: .seconds(1)) : nil,
          length: .seconds(Int64.random(in: 1...100, using: &random)))
      }
      guard let steps = Steps(parts) else { continue }
      let schedule = Schedule(.steps(steps))
      var (first, start): (UInt64, Nanoseconds) = (0, .zero)
      for part in parts {
        let messages = part.rate?.messages(in: part.length) ?? 0
        for n in [0, messages / 3, messages / 2, messages - min(messages, 1)] where n < messages {
          let due = part.rate?.due(n) ?? .max
          #expect(schedule.due(first + n) == start + due, "seed \(seed), round \(round): \(parts), n \(first + n)")
        }
        first += messages
        start += part.length
      }
      #expect(schedule.total == first)
      #expect(schedule.length == start)
    }
  }

  /// A profile cut into steps of one second, each with its own mean, sends as many in every second.
  @Test func nothingDriftsInADay() throws {
    let burst = try #require(
      Burst(base: nil, peak: Rate(messages: 3, per: .seconds(1)), every: .seconds(7), length: .seconds(1)))
    let sine = try #require(
      Sine(
        mean: Rate(messages: 3, per: .seconds(1)), amplitude: Rate(messages: 3, per: .seconds(1)), period: .seconds(7)))
    let steps = try #require(
      Steps([.init(rate: Rate(messages: 1, per: .seconds(3)), length: .days(1))]))
    // In whole periods the same every time: 3 in a burst, 21 in a swing.
    for day: Int64 in [0, 1, 12_342] {
      #expect(Schedule(.burst(burst), duration: .days(1)).due(UInt64(day) * 3) == .seconds(7 * day))
      #expect(Schedule(.sine(sine), duration: .days(1)).due(UInt64(day) * 21) == .seconds(7 * day))
      #expect(Schedule(.steps(steps)).due(UInt64(day)) == .seconds(3 * day))
    }
    // A day is 12,342 swings and six sevenths of one: 3 * 7 / (2 * pi) * (1 - cos(12 * pi / 7)) more than the mean.
    #expect(Schedule(.sine(sine), duration: .days(1)).total == 259_201)
    #expect(Schedule(.steps(steps)).total == 28_800)
  }

  /// Without a common denominator there is no exact sum, and no profile.
  @Test func tooManyDecimalPlacesAreRefused() {
    let fine = Rate(messages: 1, per: Nanoseconds(1_000_000_007 * 1_000_000_009))
    #expect(Ramp(from: fine, to: Rate(messages: 1, per: Nanoseconds(998_244_353))) == nil)
    #expect(Ramp(from: fine, to: nil) != nil)
    #expect(Steps([.init(rate: Rate(messages: .max, per: 1), length: 5), .init(rate: fine, length: 5)]) == nil)
  }

  /// A total that cannot be counted is refused by the reader, and must not end the program here.
  @Test func theGreatestNumbersDoNotTrap() throws {
    let fast = Rate(messages: .max, per: 1)
    let profiles: [RateProfile] = [
      .constant(fast), .poisson(Poisson(fast)), .ramp(try #require(Ramp(from: fast, to: fast))),
      .steps(try #require(Steps([.init(rate: fast, length: .max), .init(rate: fast, length: .max)]))),
      .sine(try #require(Sine(mean: fast, amplitude: fast, period: .days(3650)))),
      .burst(try #require(Burst(base: fast, peak: fast, every: .days(3650), length: .days(1)))),
    ]
    for profile in profiles {
      let schedule = Schedule(profile, duration: .max)
      #expect(schedule.total == .max, "\(profile)")
      for n: UInt64 in [0, 1, 1 << 62, .max - 1, .max] { _ = schedule.due(n) }
      for time: Nanoseconds in [.min, -1, .zero, 1, .days(3650), .max] { _ = schedule.count(by: time) }
      _ = schedule.peakWindow(endingAfter: .days(10_000))
    }
  }
}

/// Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014).
struct RandomNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
