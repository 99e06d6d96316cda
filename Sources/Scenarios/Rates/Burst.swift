/// A rate with regular peaks; every period begins with its peak.
///
///     rate
///     peak |+--+      +--+
///          ||  |      |  |
///     base ||  +------+  +------
///          ++---------+--------- t
///           |for|
///           | every  |
///
///     I(t) = q * (peak * for + base * (every - for)) + peak * min(r, for) + base * max(r - for, 0)
///            with t = q * every + r
///
/// Exact in parts of a message. Message n is due where I passes n: by one division its period, by another its time there.
public struct Burst: Sendable, Hashable {
  /// Nil is 0/s.
  package let base: Rate?
  package let peak: Rate
  package let every: Nanoseconds
  package let length: Nanoseconds
  private let parts: MessageParts
  /// Parts a nanosecond.
  private let low: UInt64
  private let high: UInt64
  /// Parts of a peak, and of a whole period.
  private let ofPeak: UInt128
  private let ofPeriod: UInt128

  /// Nil where the rates have no common denominator that fits. `length` is more than none and less than `every`.
  package init?(base: Rate?, peak: Rate, every: Nanoseconds, length: Nanoseconds) {
    guard length > .zero, length < every, let parts = MessageParts([base, peak]), let low = parts.perNanosecond(base),
      let high = parts.perNanosecond(peak)
    else { return nil }
    self.base = base
    self.peak = peak
    self.every = every
    self.length = length
    self.parts = parts
    self.low = low
    self.high = high
    ofPeak = UInt128(high, times: length.wholeCount)
    ofPeriod = ofPeak.plus(UInt128(low, times: (every - length).wholeCount))
  }

  private func sum(by time: UInt64) -> UInt128 {
    let (periods, rest) = time.quotientAndRemainder(dividingBy: every.wholeCount)
    let (before, overflow) = ofPeriod.multipliedReportingOverflow(by: UInt128(periods))
    let peakTime = min(rest, length.wholeCount)
    return (overflow ? .max : before).plus(UInt128(high, times: peakTime)).plus(UInt128(low, times: rest - peakTime))
  }

  func total(over length: Nanoseconds) -> UInt64 { parts.messages(sum(by: length.wholeCount), roundedUp: false) }

  @usableFromInline func count(by elapsed: Nanoseconds, over length: Nanoseconds) -> UInt64 {
    guard elapsed >= .zero else { return 0 }
    return parts.messages(sum(by: min(elapsed.wholeCount + 1, length.wholeCount)), roundedUp: true)
  }

  @usableFromInline func due(_ n: UInt64, over length: Nanoseconds) -> Nanoseconds {
    let (periods, rest) = parts.parts(of: n).quotientAndRemainder(dividingBy: ofPeriod)
    let time =
      if rest < ofPeak { rest / UInt128(high) } else {
        UInt128(self.length.wholeCount) + (rest - ofPeak) / UInt128(low)
      }
    let (start, overflow) = periods.multipliedReportingOverflow(by: UInt128(every.wholeCount))
    let due = overflow ? Nanoseconds.max : Nanoseconds(clamping: start.plus(time))
    return due < length ? due : .max
  }

  /// The stretch of period number `period` at the greater of the two rates, within `length`.
  func greatest(of period: Int64, over length: Nanoseconds) -> Range<Nanoseconds> {
    let start = min(every * period, length)
    let (turn, end) = (min(start + self.length, length), min(start + every, length))
    return high > low ? start..<turn : high == low ? start..<end : turn..<end
  }
}
