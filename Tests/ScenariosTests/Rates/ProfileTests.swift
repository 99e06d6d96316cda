import Diagnostics
import Testing

@testable import Scenarios

/// Numbers of messages and due times, compared with values that were computed apart from this code: with fractions of
/// Python's `fractions`, the sines with 400 binary digits of `mpmath`, each due time as the least t with I(t + 1) > n.
@Suite struct ProfileTests {
  @Test(arguments: KnownProfile.ramps) func ramps(_ given: KnownProfile) { given.hold() }

  @Test(arguments: KnownProfile.steps) func steps(_ given: KnownProfile) { given.hold() }

  @Test(arguments: KnownProfile.bursts) func bursts(_ given: KnownProfile) { given.hold() }

  @Test(arguments: KnownProfile.sines) func sines(_ given: KnownProfile) { given.hold() }
}

/// A profile with what is known of it.
struct KnownProfile: Sendable, CustomTestStringConvertible {
  var name: String
  var schedule: Schedule
  var total: UInt64
  var length: Nanoseconds
  /// Message numbers, and when they are due.
  var due: [(UInt64, Nanoseconds)]
  /// Times, and how many are due then.
  var count: [(Nanoseconds, UInt64)]
  var testDescription: String { name }

  init(
    _ name: String, _ profile: RateProfile?, duration: Nanoseconds? = nil, total: UInt64, length: Nanoseconds,
    due: [(UInt64, Nanoseconds)], count: [(Nanoseconds, UInt64)]
  ) {
    self.name = name
    schedule = Schedule(profile ?? .maximum, duration: duration)
    self.total = total
    self.length = length
    self.due = due
    self.count = count
  }
}

extension KnownProfile {
  static let ramps = [
    KnownProfile(
      "a rising ramp from nothing", ramp(nil, 20_000, 1), duration: .seconds(30), total: 300_000,
      length: 30_000_000_000,
      due: [(0, 0), (1, 54_772_255), (2, 77_459_666), (150_000, 21_213_203_435), (299_999, 29_999_949_999)],
      count: [
        (0, 1), (1_000_000_000, 334), (15_000_000_000, 75_001), (29_999_999_999, 300_000), (31_000_000_000, 300_000),
      ]),
    KnownProfile(
      "a falling ramp to nothing", ramp(1000, nil, 1), duration: .seconds(10), total: 5_000, length: 10_000_000_000,
      due: [(0, 0), (1, 1_000_050), (2_500, 2_928_932_188), (4_998, 9_800_000_000), (4_999, 9_858_578_643)],
      count: [(0, 1), (1_000_000_000, 951), (5_000_000_000, 3_751), (9_999_999_999, 5_000)]),
    KnownProfile(
      "a ramp between two rates", ramp(100, 300, 1), duration: .seconds(7), total: 1_400, length: 7_000_000_000,
      due: [(0, 0), (1, 9_985_754), (700, 4_326_237_921), (1_399, 6_996_666_137)],
      count: [(0, 1), (3_000_000_000, 429), (6_999_999_999, 1_400)]),
    KnownProfile(
      "a level ramp", ramp(3, 3, 1), duration: .seconds(10), total: 30, length: 10_000_000_000,
      due: [(0, 0), (1, 333_333_333), (3, 1_000_000_000), (29, 9_666_666_666)],
      count: [(333_333_332, 1), (333_333_333, 2), (9_999_999_999, 30)]),
    KnownProfile(
      "a ramp of fractions", ramp(1, 7, 60), duration: .minutes(10), total: 40, length: 600_000_000_000,
      due: [(0, 0), (1, 48_323_969_741), (20, 400_000_000_000), (39, 591_375_440_697)],
      count: [(0, 1), (60_000_000_000, 2), (599_000_000_000, 40)]),
    KnownProfile(
      "a ramp over a day", ramp(1, 100_000, 1), duration: .days(1), total: 4_320_043_200, length: 86_400_000_000_000,
      due: [
        (0, 0), (1, 709_054_680), (1_000_000, 1_313_676_986_035), (2_160_043_200, 61_094_078_304_666),
        (4_320_043_199, 86_399_999_989_999),
      ],
      count: [(0, 1), (1_000_000_000, 2), (43_200_000_000_000, 1_080_032_401), (86_399_999_999_999, 4_320_043_200)]),
    KnownProfile(
      "a ramp over ten years", ramp(nil, 1_000_000, 1), duration: .days(3650), total: 157_680_000_000_000,
      length: 315_360_000_000_000_000,
      due: [
        (0, 0), (1, 25_114_139_443), (1_000_000_000_000, 25_114_139_443_747_619),
        (157_679_999_999_999, 315_359_999_999_998_999),
      ],
      count: [
        (0, 1), (1_000_000_000, 1), (86_400_000_000_000, 11_835_617), (315_359_999_999_999_999, 157_680_000_000_000),
      ]),
  ]

  static let steps = [
    KnownProfile(
      "two steps", steps((10, 1, .seconds(2)), (20, 1, .seconds(3))), total: 80, length: 5_000_000_000,
      due: [(0, 0), (19, 1_900_000_000), (20, 2_000_000_000), (21, 2_050_000_000), (79, 4_950_000_000)],
      count: [(0, 1), (1_999_999_999, 20), (2_000_000_000, 21), (4_999_999_999, 80), (6_000_000_000, 80)]),
    KnownProfile(
      "a step of nothing", steps((10, 1, .seconds(1)), (0, 1, .seconds(10)), (10, 1, .seconds(1))), total: 20,
      length: 12_000_000_000,
      due: [(0, 0), (9, 900_000_000), (10, 11_000_000_000), (19, 11_900_000_000)],
      count: [
        (0, 1), (999_999_999, 10), (1_000_000_000, 10), (10_999_999_999, 10), (11_000_000_000, 11),
        (11_999_999_999, 20),
      ]),
    KnownProfile(
      "nothing first", steps((0, 1, .seconds(10)), (10, 1, .seconds(1))), total: 10, length: 11_000_000_000,
      due: [(0, 10_000_000_000), (1, 10_100_000_000), (9, 10_900_000_000)],
      count: [(0, 0), (9_999_999_999, 0), (10_000_000_000, 1), (11_000_000_000, 10)]),
    KnownProfile(
      "half a message handed on", steps((3, 1, .milliseconds(500)), (0, 1, .seconds(1)), (1, 1, .seconds(3))), total: 4,
      length: 4_500_000_000,
      due: [(0, 0), (1, 333_333_333), (2, 2_000_000_000), (3, 3_000_000_000)],
      count: [(0, 1), (333_333_333, 2), (499_999_999, 2), (1_999_999_999, 2), (2_000_000_000, 3), (4_000_000_000, 4)]),
    KnownProfile(
      "steps that end with nothing", steps((5, 3600, .hours(1)), (0, 1, .hours(1))), total: 5,
      length: 7_200_000_000_000,
      due: [(0, 0), (1, 720_000_000_000), (4, 2_880_000_000_000)],
      count: [(0, 1), (3_600_000_000_000, 5), (7_200_000_000_000, 5)]),
  ]

  static let bursts = [
    KnownProfile(
      "a burst", burst(5000, 60_000, .seconds(10), .seconds(1)), duration: .seconds(60), total: 630_000,
      length: 60_000_000_000,
      due: [
        (0, 0), (59_999, 999_983_333), (60_000, 1_000_000_000), (60_001, 1_000_200_000), (105_000, 10_000_000_000),
        (629_999, 59_999_800_000),
      ],
      count: [
        (0, 1), (999_999_999, 60_000), (1_000_000_000, 60_001), (9_999_999_999, 105_000), (10_000_000_000, 105_001),
        (59_999_999_999, 630_000),
      ]),
    KnownProfile(
      "a burst of nothing between", burst(0, 7, .seconds(2), .milliseconds(500)), duration: .seconds(9), total: 17,
      length: 9_000_000_000,
      due: [(0, 0), (1, 142_857_142), (3, 428_571_428), (4, 2_071_428_571), (7, 4_000_000_000), (16, 8_285_714_285)],
      count: [(0, 1), (499_999_999, 4), (500_000_000, 4), (1_999_999_999, 4), (2_000_000_000, 4), (8_999_999_999, 17)]),
    KnownProfile(
      "a peak that the end cuts off", burst(1, 10, .seconds(4), .seconds(2)), duration: .seconds(5), total: 32,
      length: 5_000_000_000,
      due: [(0, 0), (20, 2_000_000_000), (22, 4_000_000_000), (31, 4_900_000_000)],
      count: [(1_999_999_999, 20), (3_999_999_999, 22), (4_999_999_999, 32)]),
    KnownProfile(
      "a period longer than the stage", burst(2, 9, .hours(1), .seconds(1)), duration: .seconds(5), total: 17,
      length: 5_000_000_000,
      due: [(0, 0), (8, 888_888_888), (9, 1_000_000_000), (16, 4_500_000_000)],
      count: [(999_999_999, 9), (4_999_999_999, 17)]),
    KnownProfile(
      "a burst over a day", burst(100, 100_000, .seconds(7), .milliseconds(300)), duration: .days(1),
      total: 378_559_710, length: 86_400_000_000_000,
      due: [
        (0, 0), (1_000_000, 224_185_600_000), (100_000_000, 22_820_158_000_000), (378_559_709, 86_399_990_000_000),
      ],
      count: [(1_000_000_000, 30_071), (43_200_000_000_000, 189_294_841), (86_399_999_999_999, 378_559_710)]),
  ]

  static let sines = [
    KnownProfile(
      "one swing", sine(10_000, 5_000, .minutes(1)), duration: .minutes(1), total: 600_000, length: 60_000_000_000,
      due: [(0, 0), (1, 99_999), (1_000, 99_739_564), (300_000, 22_022_235_113), (599_999, 59_999_899_999)],
      count: [
        (0, 1), (1_000_000_000, 10_262), (15_000_000_000, 197_747), (29_999_999_999, 395_493),
        (45_000_000_000, 497_747), (59_999_999_999, 600_000),
      ]),
    KnownProfile(
      "a swing to nothing", sine(1000, 1000, .seconds(10)), duration: .seconds(10), total: 10_000,
      length: 10_000_000_000,
      due: [
        (0, 0), (1, 999_686), (5_000, 2_957_359_716), (9_091, 7_297_067_058), (9_092, 7_689_941_878),
        (9_999, 9_998_999_685),
      ],
      count: [(0, 1), (2_000_000_000, 3_100), (7_499_999_999, 9_092), (7_500_000_000, 9_092), (9_999_999_999, 10_000)]),
    KnownProfile(
      "half a swing", sine(100, 50, .seconds(20)), duration: .seconds(10), total: 1_318, length: 10_000_000_000,
      due: [(0, 0), (659, 4_998_967_046), (1_000, 7_340_745_037), (1_317, 9_986_914_586)],
      count: [(5_000_000_000, 660), (9_999_999_999, 1_318)]),
    KnownProfile(
      "a period longer than the stage", sine(3, 2, .hours(1)), duration: .seconds(10), total: 30,
      length: 10_000_000_000,
      due: [(0, 0), (1, 333_268_716), (29, 9_612_907_142)],
      count: [(0, 1), (9_000_000_000, 28)]),
    KnownProfile(
      "no swing to speak of", sine(7, 1, .milliseconds(1)), duration: .seconds(2), total: 14, length: 2_000_000_000,
      due: [(0, 0), (1, 142_847_477), (7, 1_000_000_000), (13, 1_857_135_141)],
      count: [(0, 1), (1_000_000_000, 8), (1_999_999_999, 14)]),
    KnownProfile(
      "a sine over a day", sine(50_000, 49_999, .minutes(7)), duration: .days(1), total: 4_324_085_893,
      length: 86_400_000_000_000,
      due: [(0, 0), (1, 19_999), (1_000_000_000, 19_890_832_363_767), (4_324_085_892, 86_399_998_785_653)],
      count: [(1_000_000_000, 50_374), (28_800_000_000_000, 1_446_353_394), (86_399_999_999_999, 4_324_085_893)]),
    KnownProfile(
      "a sine of a day", sine(20_000, 20_000, .days(1)), duration: .hours(18), total: 1_571_019_741,
      length: 64_800_000_000_000,
      due: [
        (0, 0), (100_000_000, 4_325_330_568_826), (1_000_000_000, 29_108_286_021_883),
        (1_571_019_740, 64_754_479_258_356),
      ],
      count: [
        (3_600_000_000_000, 81_371_071), (43_200_000_000_000, 1_414_039_484), (64_799_999_999_999, 1_571_019_741),
      ]),
  ]

  /// Messages a period; nil messages are 0/s.
  private static func ramp(_ from: UInt64?, _ to: UInt64?, _ seconds: Int64) -> RateProfile? {
    Ramp(
      from: from.map { Rate(messages: $0, per: .seconds(seconds)) },
      to: to.map { Rate(messages: $0, per: .seconds(seconds)) }
    ).map(RateProfile.ramp)
  }

  private static func steps(_ steps: (UInt64, Int64, Nanoseconds)...) -> RateProfile? {
    Steps(
      steps.map { messages, seconds, length in
        .init(rate: messages == 0 ? nil : Rate(messages: messages, per: .seconds(seconds)), length: length)
      }
    ).map(RateProfile.steps)
  }

  private static func burst(_ base: UInt64, _ peak: UInt64, _ every: Nanoseconds, _ length: Nanoseconds) -> RateProfile?
  {
    Burst(
      base: base == 0 ? nil : Rate(messages: base, per: .seconds(1)), peak: Rate(messages: peak, per: .seconds(1)),
      every: every, length: length
    ).map(RateProfile.burst)
  }

  private static func sine(_ mean: UInt64, _ amplitude: UInt64, _ period: Nanoseconds) -> RateProfile? {
    Sine(
      mean: Rate(messages: mean, per: .seconds(1)), amplitude: Rate(messages: amplitude, per: .seconds(1)),
      period: period
    ).map(RateProfile.sine)
  }
}

extension KnownProfile {
  func hold() {
    #expect(schedule.isPaced)
    #expect(schedule.total == total)
    #expect(schedule.length == length)
    #expect(schedule.count(by: -1) == 0)
    #expect(schedule.due(total) == .max)
    for (number, time) in due {
      #expect(schedule.due(number) == time, "message \(number)")
      #expect(schedule.count(by: time) > number, "at \(time)")
      #expect(schedule.count(by: time - 1) <= number, "before \(time)")
    }
    for (time, number) in count { #expect(schedule.count(by: time) == number, "at \(time)") }
  }
}
