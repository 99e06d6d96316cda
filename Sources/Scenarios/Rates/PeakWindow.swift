/// A time of a stage in which its rate is at its greatest mean: a full second, or less where the greatest mean lasts less.
/// A stage reached its peak if, in one of these, nearly all that was due was sent in time.
package struct PeakWindow: Sendable, Hashable {
  /// After the start of the stage.
  package let start: Nanoseconds
  /// The first moment after it.
  package let end: Nanoseconds
}

extension Schedule {
  /// The first window that ends after a time; nil if no other follows, and at `max`, which has no peak.
  package func peakWindow(endingAfter time: Nanoseconds) -> PeakWindow? {
    guard let length, length > .zero || total ?? 0 > 0 else { return nil }
    let all = Nanoseconds.zero..<max(length, 1)
    switch profile {
    case .maximum: return nil
    case .constant, .poisson: return Self.second(of: all, endingAfter: time)
    case .ramp(let ramp):
      let (from, to) = (ramp.from?.perSecond ?? 0, ramp.to?.perSecond ?? 0)
      if from == to { return Self.second(of: all, endingAfter: time) }
      let second = min(.seconds(1), all.upperBound)
      let start = from < to ? all.upperBound - second : .zero
      return Self.second(of: start..<start + second, endingAfter: time)
    case .steps(let steps):
      return steps.peaks.lazy.compactMap { Self.second(of: $0, endingAfter: time) }.first
    case .sine(let sine): return crest(of: sine, endingAfter: time)
    case .burst(let burst):
      let period = max(time, .zero).count / burst.every.count
      let whole = burst.greatest(of: 0, over: .max)
      let needed = min(.seconds(1), whole.upperBound - whole.lowerBound)
      for number in period...period + 1 {
        let span = burst.greatest(of: number, over: length)
        // A peak that the stage's end cuts off counts only where there is no other.
        guard number == 0 || span.upperBound - span.lowerBound >= needed else { continue }
        if let window = Self.second(of: span, endingAfter: time) { return window }
      }
      return nil
    case .replay(let replay): return Self.second(of: replay.busiest, endingAfter: time)
    }
  }

  /// The first of a span's full seconds that ends after a time; a shorter span is one window.
  private static func second(of span: Range<Nanoseconds>, endingAfter time: Nanoseconds) -> PeakWindow? {
    let length = span.upperBound - span.lowerBound
    guard length > .zero else { return nil }
    let second = min(.seconds(1), length)
    let number = time < span.lowerBound ? 0 : (time - span.lowerBound).count / second.count
    guard number < length.count / second.count else { return nil }
    let start = span.lowerBound + second * number
    return PeakWindow(start: start, end: start + second)
  }

  /// A second around the crest, at most a quarter of the period; at the stage's end where that comes before the first crest.
  private func crest(of sine: Sine, endingAfter time: Nanoseconds) -> PeakWindow? {
    guard let length, length > .zero else { return nil }
    let quarter = Nanoseconds(sine.period.count / 4)
    let width = min(.seconds(1), max(quarter, 1), length)
    let first = max(min(quarter - Nanoseconds(width.count / 2), length - width), .zero)
    let number = time < first + width ? 0 : (time - first - width).count / sine.period.count + 1
    let start = first + sine.period * number
    return start + width <= length ? PeakWindow(start: start, end: start + width) : nil
  }

  /// The messages that are due in a window.
  package func count(in window: PeakWindow) -> UInt64 { count(in: window, of: .whole) }

  /// The messages of a share that are due in a window.
  package func count(in window: PeakWindow, of share: Share) -> UInt64 {
    count(by: window.end - 1, of: share) - count(by: window.start - 1, of: share)
  }
}
