import Testing

@testable import Scenarios

@Suite struct PeakWindowTests {
  struct Given: Sendable, CustomTestStringConvertible {
    var name: String
    var schedule: Schedule
    /// All windows, in milliseconds.
    var windows: [Range<Int64>]
    /// The messages that are due in the first.
    var due: UInt64
    var testDescription: String { name }

    init(
      _ name: String, _ profile: RateProfile?, count: UInt64? = nil, duration: Nanoseconds? = nil,
      _ windows: [Range<Int64>], due: UInt64
    ) {
      self.name = name
      schedule = Schedule(profile ?? .maximum, count: count, duration: duration)
      self.windows = windows
      self.due = due
    }
  }

  private static func rate(_ messages: UInt64) -> Rate { Rate(messages: messages, per: .seconds(1)) }

  private static func ramp(_ from: Rate?, _ to: Rate?) -> RateProfile? {
    Ramp(from: from, to: to).map(RateProfile.ramp)
  }

  private static func burst(_ base: UInt64, _ peak: UInt64, _ every: Nanoseconds, _ length: Nanoseconds) -> RateProfile?
  {
    Burst(base: rate(base), peak: rate(peak), every: every, length: length).map(RateProfile.burst)
  }

  private static func sine(_ mean: UInt64, _ amplitude: UInt64, _ period: Nanoseconds) -> RateProfile? {
    Sine(mean: rate(mean), amplitude: rate(amplitude), period: period).map(RateProfile.sine)
  }

  private static func steps(_ steps: (UInt64, Nanoseconds)...) -> RateProfile? {
    Steps(steps.map { .init(rate: rate($0), length: $1) }).map(RateProfile.steps)
  }

  @Test(arguments: [
    Given(
      "a constant rate: every full second", .constant(rate(10)), duration: .milliseconds(3500),
      [0..<1000, 1000..<2000, 2000..<3000], due: 10),
    Given("shorter than a second", .constant(rate(10)), duration: .milliseconds(700), [0..<700], due: 7),
    Given("a poisson, too", .poisson(Poisson(rate(10))), duration: .seconds(2), [0..<1000, 1000..<2000], due: 10),
    Given("a rising ramp: its last second", ramp(nil, rate(100)), duration: .seconds(10), [9000..<10_000], due: 95),
    Given("a falling ramp: its first", ramp(rate(100), nil), duration: .seconds(10), [0..<1000], due: 95),
    Given("a level ramp", ramp(rate(5), rate(5)), duration: .seconds(2), [0..<1000, 1000..<2000], due: 5),
    Given(
      "a burst: the full seconds of each peak", burst(1, 10, .seconds(5), .milliseconds(2500)), duration: .seconds(11),
      [0..<1000, 1000..<2000, 5000..<6000, 6000..<7000, 10_000..<11_000], due: 10),
    Given(
      "a burst shorter than a second, the last cut off", burst(1, 10, .seconds(2), .milliseconds(500)),
      duration: .milliseconds(4300), [0..<500, 2000..<2500], due: 5),
    Given(
      "a burst that is cut off at once", burst(1, 10, .seconds(2), .milliseconds(500)), duration: .milliseconds(300),
      [0..<300], due: 3),
    Given(
      "a peak below its base", burst(10, 1, .seconds(3), .seconds(2)), duration: .seconds(6),
      [2000..<3000, 5000..<6000],
      due: 10),
    Given(
      "a sine: around each crest", sine(100, 50, .seconds(8)), duration: .seconds(16), [1500..<2500, 9500..<10_500],
      due: 149),
    Given(
      "a short sine: a quarter of the period", sine(100, 50, .seconds(2)), duration: .seconds(4),
      [250..<750, 2250..<2750], due: 73),
    Given(
      "a sine that ends before its crest", sine(100, 50, .seconds(80)), duration: .seconds(10), [9000..<10_000],
      due: 133
    ),
    Given(
      "steps: the seconds of those at the greatest rate",
      steps((10, .seconds(1)), (20, .milliseconds(1500)), (10, .seconds(1)), (20, .milliseconds(300))),
      [1000..<2000, 3500..<3800], due: 20),
    Given("max has no peak", .maximum, duration: .seconds(10), [], due: 0),
  ]) func windows(_ given: Given) throws {
    var (found, time): ([Range<Int64>], Nanoseconds) = ([], .zero)
    while let window = given.schedule.peakWindow(endingAfter: time), found.count < 10 {
      found.append(window.start.count / 1_000_000..<window.end.count / 1_000_000)
      #expect(window.start.count % 1_000_000 == 0 && window.end.count % 1_000_000 == 0)
      #expect(given.schedule.peakWindow(endingAfter: window.end - 1) == window)
      time = window.end
    }
    #expect(found == given.windows)
    guard let first = given.schedule.peakWindow(endingAfter: .zero) else { return }
    #expect(given.schedule.count(in: first) == given.due)
    let shares = (0..<3).map { given.schedule.count(in: first, of: Share(index: $0, of: 3)) }
    #expect(shares.reduce(0, +) == given.due)
  }
}
