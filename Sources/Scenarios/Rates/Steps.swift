/// One constant rate after another; the steps bring the stage's length.
///
///     rate
///       |       +----+
///       |       |    |
///       |  +----+    |
///       |  |         +--+
///       +--+------------+-- t
///          0            L
///
///     I(t) = the sum of rate_i * for_i of the steps before t, and rate * (t - start) of the step at t
///
/// The sum is exact, in parts of a message, so a step that ends with half a message hands it on to the next. Message n is
/// due where I passes n, which is never in a step of 0/s.
public struct Steps: Sendable, Hashable {
  /// A step with what was due before it.
  private struct Piece: Sendable, Hashable {
    var start: UInt64
    /// Parts a nanosecond.
    var rate: UInt64
    /// Parts that are due before the start.
    var before: UInt128
  }

  package let steps: [RateProfile.Step]
  let length: Nanoseconds
  let total: UInt64
  private let parts: MessageParts
  private let pieces: [Piece]
  private let end: UInt64

  /// Nil where the rates have no common denominator that fits.
  package init?(_ steps: [RateProfile.Step]) {
    guard let parts = MessageParts(steps.map(\.rate)) else { return nil }
    var (start, sum): (Nanoseconds, UInt128) = (.zero, 0)
    var pieces: [Piece] = []
    for step in steps {
      guard let rate = parts.perNanosecond(step.rate) else { return nil }
      pieces.append(Piece(start: start.wholeCount, rate: rate, before: sum))
      sum = sum.plus(UInt128(rate, times: step.length.wholeCount))
      start += step.length
    }
    self.steps = steps
    self.parts = parts
    self.pieces = pieces
    length = start
    end = start.wholeCount
    total = parts.messages(sum, roundedUp: false)
  }

  @usableFromInline func count(by elapsed: Nanoseconds) -> UInt64 {
    guard elapsed >= .zero, !pieces.isEmpty else { return 0 }
    let time = min(elapsed.wholeCount + 1, end)
    let piece = last { $0.start <= time }
    return parts.messages(piece.before.plus(UInt128(piece.rate, times: time - piece.start)), roundedUp: true)
  }

  @usableFromInline func due(_ n: UInt64) -> Nanoseconds {
    guard n < total else { return .max }
    let sought = parts.parts(of: n)
    // Of steps that begin with as much, the last is the one with a rate.
    let piece = last { $0.before <= sought }
    guard piece.rate > 0 else { return .max }
    return Nanoseconds(clamping: piece.start + UInt64(clamping: (sought - piece.before) / UInt128(piece.rate)))
  }

  /// The last piece for which a condition holds that holds for the first, and for none behind one for which it does not.
  private func last(where holds: (Piece) -> Bool) -> Piece {
    var (low, high) = (0, pieces.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if holds(pieces[middle]) { low = middle } else { high = middle - 1 }
    }
    return pieces[low]
  }

  /// When the steps at the greatest rate begin and end, in their order.
  var peaks: [Range<Nanoseconds>] {
    let greatest = pieces.map(\.rate).max()
    return zip(pieces, steps).filter { $0.0.rate == greatest && $0.1.length > .zero }.map { piece, step in
      Nanoseconds(clamping: piece.start)..<Nanoseconds(clamping: piece.start) + step.length
    }
  }
}
