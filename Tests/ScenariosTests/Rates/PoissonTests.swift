import Testing

@testable import Scenarios

@Suite struct PoissonTests {
  private static func schedule(_ messages: UInt64, over length: Nanoseconds, seed: UInt64 = 42, stage: String = "a")
    -> Schedule
  {
    let rate = Rate(messages: messages, per: length)
    return Schedule(.poisson(Poisson(rate)), duration: length).seeded(by: seed, stage: stage)
  }

  /// The count of a Poisson process is chance; here it is the mean, rounded down, whatever the seed.
  @Test(
    arguments: [
      (500, .seconds(30), nil, 15_000, .seconds(30)), (500, nil, 1001, 1001, 2_002_000_000),
      (3, .milliseconds(500), nil, 1, .milliseconds(500)),
    ] as [(UInt64, Nanoseconds?, UInt64?, UInt64, Nanoseconds)])
  func theTotalIsExact(
    _ perSecond: UInt64, _ duration: Nanoseconds?, _ count: UInt64?, _ total: UInt64, _ length: Nanoseconds
  ) {
    let profile = RateProfile.poisson(Poisson(Rate(messages: perSecond, per: .seconds(1))))
    let schedule = Schedule(profile, count: count, duration: duration)
    #expect(schedule.total == total)
    #expect(schedule.length == length)
    for seed: UInt64 in [0, 1, 42] {
      let seeded = schedule.seeded(by: seed, stage: "a")
      #expect(seeded.total == total)
      #expect(seeded.count(by: length) == total)
    }
  }

  /// The same on every machine and in every run: these are part of what a seed means.
  @Test func dueTimesAreThoseOfTheSeed() {
    let schedule = Self.schedule(1_000_000, over: .seconds(10))
    #expect(
      [0, 1, 2, 500_000, 999_999].map { schedule.due($0) } == [6472, 9044, 12_526, 4_999_380_393, 9_999_981_141])
    #expect(Self.schedule(5, over: .seconds(1)) == Self.schedule(5, over: .seconds(1)))
    #expect(Self.schedule(5, over: .seconds(1), seed: 43) != Self.schedule(5, over: .seconds(1)))
    #expect(Self.schedule(5, over: .seconds(1), stage: "b") != Self.schedule(5, over: .seconds(1)))
  }

  /// Counts in windows of any length are binomial: mean and variance are held to five standard errors, for short windows
  /// and for long ones, whose halves are drawn from the rounded normal distribution.
  @Test(arguments: [(1_000_000, 10), (1_000_000, 1000), (1_000_000, 100_000), (200, 8)] as [(UInt64, Int)])
  func countsInWindowsAreBinomial(_ messages: UInt64, _ windows: Int) {
    let length = Nanoseconds.seconds(100)
    let share = 1 / Double(windows)
    let mean = Double(messages) * share
    let variance = mean * (1 - share)
    var (sum, samples) = (0.0, 0.0)
    let rounds = max(2000 / windows, 1)
    for seed in 0..<UInt64(rounds) {
      let schedule = Self.schedule(messages, over: length, seed: seed)
      var before: UInt64 = 0
      for window in 1...windows {
        let count = schedule.count(by: Nanoseconds(length.count / Int64(windows) * Int64(window)) - 1)
        let deviation = Double(count - before) - mean
        sum += deviation * deviation
        samples += 1
        before = count
      }
      #expect(before == messages)
    }
    let measured = sum / samples
    // The variance of a squared normal deviation is twice the square of its variance.
    let error = variance * (2 / samples + 1 / (samples * variance)).squareRoot()
    #expect(abs(measured - variance) < 5 * error, "\(measured) for \(variance) by \(error)")
  }

  /// Gaps are exponential: a share of exp(-x) of them is longer than x times the mean.
  @Test func gapsAreExponential() {
    let (messages, mean) = (100_000, Nanoseconds.microseconds(100))
    let schedule = Self.schedule(UInt64(messages), over: mean * Int64(messages))
    var longer = [0, 0, 0]
    var last = Nanoseconds.zero
    for n in 0..<UInt64(messages) {
      let due = schedule.due(n)
      for (index, limit) in [mean, mean * 2, mean * 4].enumerated() where due - last > limit { longer[index] += 1 }
      last = due
    }
    for (count, share) in zip(longer, [0.367_879, 0.135_335, 0.018_316]) {
      let error = (Double(messages) * share * (1 - share)).squareRoot()
      #expect(abs(Double(count) - Double(messages) * share) < 5 * error, "\(count) for \(share)")
    }
  }

  @Test func manyInNoTimeAreAllDueAtOnce() {
    let schedule = Schedule(.poisson(Poisson(Rate(messages: 1_000_000, per: 1))), count: 500)
    #expect(schedule.length == .zero)
    #expect(schedule.due(499) == .zero)
    #expect(schedule.count(by: .zero) == 500)
    #expect(schedule.count(by: -1) == 0)
  }
}
