/// A rate that swings around a mean; it begins at the mean and rises.
///
///     rate
///     mean + amplitude |  .-.
///                 mean |-/---\-----/-
///     mean - amplitude |      '-'
///                      +------------- t
///                      0        period
///
///     rate(t) = mean + amplitude * sin(2 * pi * t / period)
///     I(t)    = mean * t + amplitude * period * f(t / period), f(y) = (1 - cos(2 * pi * y)) / (2 * pi)
///
/// f is computed in fixed point with 128 binary places, by its series and without the system's library, so it is the same
/// on every machine, and I is right to 2^-110 of the messages of a period; over whole periods it is exact. Message n is due
/// in the nanosecond in which I passes n, which a search finds from a guess.
public struct Sine: Sendable, Hashable {
  package let mean: Rate
  package let amplitude: Rate
  package let period: Nanoseconds
  private let parts: MessageParts
  /// Parts a nanosecond.
  private let level: UInt64
  private let swing: UInt64
  private let cycle: UInt64
  /// level * cycle: parts of a whole period.
  private let ofPeriod: UInt128
  /// swing * cycle
  private let reach: UInt128

  /// Nil where the rates have no common denominator that fits. The amplitude is at most the mean, and the period more than
  /// none.
  package init?(mean: Rate, amplitude: Rate, period: Nanoseconds) {
    guard period > .zero, let parts = MessageParts([mean, amplitude]), let level = parts.perNanosecond(mean),
      let swing = parts.perNanosecond(amplitude), swing <= level
    else { return nil }
    self.mean = mean
    self.amplitude = amplitude
    self.period = period
    self.parts = parts
    self.level = level
    self.swing = swing
    cycle = period.wholeCount
    ofPeriod = UInt128(level, times: cycle)
    reach = UInt128(swing, times: cycle)
  }

  /// The parts that are due in the first `time` of a period: whole ones, and a fraction with 128 places.
  private func sum(by time: UInt64) -> (whole: UInt128, fraction: UInt128) {
    let swung = reach.multipliedFullWidth(by: Self.swung(time, of: cycle))
    return (UInt128(level, times: time).plus(swung.high), swung.low)
  }

  /// I at a time, in whole messages.
  private func messages(by time: UInt64, roundedUp: Bool) -> UInt64 {
    let (periods, rest) = time.quotientAndRemainder(dividingBy: cycle)
    let (before, overflow) = ofPeriod.multipliedReportingOverflow(by: UInt128(periods))
    let (whole, fraction) = sum(by: rest)
    let sum = (overflow ? .max : before).plus(whole)
    return parts.messages(roundedUp && fraction > 0 ? sum.plus(1) : sum, roundedUp: roundedUp)
  }

  func total(over length: Nanoseconds) -> UInt64 { messages(by: length.wholeCount, roundedUp: false) }

  @usableFromInline func count(by elapsed: Nanoseconds, over length: Nanoseconds) -> UInt64 {
    guard elapsed >= .zero else { return 0 }
    return messages(by: min(elapsed.wholeCount + 1, length.wholeCount), roundedUp: true)
  }

  /// - Parameter near: a time that is probably near it, which saves steps.
  @usableFromInline func due(_ n: UInt64, over length: Nanoseconds, near: Nanoseconds? = nil) -> Nanoseconds {
    let (periods, sought) = parts.parts(of: n).quotientAndRemainder(dividingBy: ofPeriod)
    let (start, overflow) = UInt64(clamping: periods).multipliedReportingOverflow(by: cycle)
    guard !overflow, start < length.wholeCount else { return .max }
    let guess = guess(sought, from: near.map { Double(($0 - Nanoseconds(clamping: start)).count) })
    let time = leastTime(near: guess, below: cycle) { time in
      // All of a period is reached with its last nanosecond.
      guard time + 1 < cycle else { return true }
      let (whole, fraction) = sum(by: time + 1)
      return whole > sought || whole == sought && fraction > 0
    }
    let due = Nanoseconds(clamping: start) + Nanoseconds(clamping: time)
    return due < length ? due : .max
  }

  /// By Newton's method in binary fractions, from a time that is near it, or from the one at which the mean alone would
  /// reach it.
  private func guess(_ sought: UInt128, from near: Double?) -> UInt64 {
    let (sought, level, reach) = (sought.approximate, Double(level), reach.approximate)
    let period = Double(cycle)
    var time = min(max(near ?? sought / level, 0), period)
    for _ in 0..<12 {
      let (value, sine) = Self.approximate(time / period)
      let slope = max(level + Double(swing) * sine, level * 0x1p-20)
      let step = (sought - level * time - reach * value) / slope
      time = min(max(time + step, 0), period)
      if abs(step) < 0.5 { break }
    }
    return UInt64(clampingTime: time)
  }

  /// f(y), and the sine of 2 * pi * y; y is from 0 to 1.
  private static func approximate(_ y: Double) -> (value: Double, sine: Double) {
    let half = min(y, 1 - y)
    let angle = 2 * Double.pi * min(half, 0.5 - half)
    let square = angle * angle
    var versine = 0.0
    for k in stride(from: 8.0, to: 0, by: -1) { versine = square / ((2 * k - 1) * 2 * k) * (1 - versine) }
    let sine = max(versine * (2 - versine), 0).squareRoot()
    return ((half <= 0.25 ? versine : 2 - versine) / (2 * Double.pi), y <= 0.5 ? sine : -sine)
  }
}

// MARK: The function

extension Sine {
  /// 1 / pi with 128 binary places: f of half a period.
  private static let half: UInt128 = 0x517c_c1b7_2722_0a94_fe13_abe8_fa9a_6ee0

  /// f(time / cycle) with 128 binary places. The period is folded into its first quarter, where the series is short: f is
  /// the same backwards from the end, and turned around beyond a quarter.
  static func swung(_ time: UInt64, of cycle: UInt64) -> UInt128 {
    let folded = min(time, cycle - time)
    if folded == 0 { return 0 }
    let isBeyond = UInt128(folded) * 4 > UInt128(cycle)
    let quarter = isBeyond ? UInt128(cycle) * 2 - UInt128(folded) * 4 : UInt128(folded) * 4
    let value = rising(quarter, of: UInt128(cycle))
    return isBeyond ? half - value : value
  }

  /// f(part / whole / 4), by its series in the square of the angle: the coefficients are (2 * pi)^(2k - 1) / (2k)! / 16^k
  /// with 128 binary places, for k from 18 to 1. They are no list, which would be read from memory each time.
  private static func rising(_ part: UInt128, of whole: UInt128) -> UInt128 {
    if part == 0 { return 0 }
    let angle = part < whole ? whole.dividingFullWidth((high: part, low: 0)).quotient : .max
    let square = angle.multipliedFullWidth(by: angle).high
    var sum: UInt128 = 0x0000_0000_0000_0000_0000_0000_0000_0689
    sum = 0x0000_0000_0000_0000_0000_0000_000d_08ce - square.multipliedFullWidth(by: sum).high
    sum = 0x0000_0000_0000_0000_0000_0000_1727_1f92 - square.multipliedFullWidth(by: sum).high
    sum = 0x0000_0000_0000_0000_0000_0024_5c6b_395a - square.multipliedFullWidth(by: sum).high
    sum = 0x0000_0000_0000_0000_0000_3214_cf40_a739 - square.multipliedFullWidth(by: sum).high
    sum = 0x0000_0000_0000_0000_003b_f0ab_46b6_d257 - square.multipliedFullWidth(by: sum).high
    sum = 0x0000_0000_0000_0000_3dae_5414_5047_6c3e - square.multipliedFullWidth(by: sum).high
    sum = 0x0000_0000_0000_0035_e717_a554_dfd0_2761 - square.multipliedFullWidth(by: sum).high
    sum = 0x0000_0000_0000_276c_d368_3288_71a2_bb42 - square.multipliedFullWidth(by: sum).high
    sum = 0x0000_0000_0017_b7c9_ed4f_4a16_5e35_ec7b - square.multipliedFullWidth(by: sum).high
    sum = 0x0000_0000_0b7d_6dcf_8aab_a1c8_a8d0_75e9 - square.multipliedFullWidth(by: sum).high
    sum = 0x0000_0004_5d9b_e66d_efa0_74ef_930e_6205 - square.multipliedFullWidth(by: sum).high
    sum = 0x0000_0142_04df_e9b0_4bf9_6d28_55f2_c5de - square.multipliedFullWidth(by: sum).high
    sum = 0x0000_434b_3db4_c94b_38b6_7ef4_745f_bc50 - square.multipliedFullWidth(by: sum).high
    sum = 0x0009_9696_6731_5ec2_df32_f70b_fb23_2e0b - square.multipliedFullWidth(by: sum).high
    sum = 0x00d9_9d2e_fa3c_7413_6da9_9ad8_695a_6cb3 - square.multipliedFullWidth(by: sum).high
    sum = 0x0a55_de73_12df_295f_55dc_72f7_12af_2482 - square.multipliedFullWidth(by: sum).high
    sum = 0x3243_f6a8_885a_308d_3131_98a2_e037_0734 - square.multipliedFullWidth(by: sum).high
    return square.multipliedFullWidth(by: sum).high
  }
}

extension UInt128 {
  /// To the nearest binary fraction, or its neighbour.
  fileprivate var approximate: Double {
    Double(UInt64(truncatingIfNeeded: self >> 64)) * 0x1p64 + Double(UInt64(truncatingIfNeeded: self))
  }
}
