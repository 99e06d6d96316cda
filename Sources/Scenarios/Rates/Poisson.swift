internal import Templates

/// Independent arrivals with a mean rate: many gaps are short, some are long. The total N is exact: the mean times the
/// stage's length L, rounded down.
///
///     messages  |  || |    |  | ||    |    |  |||
///               +--------------------------------- t
///               0                                L
///
///     count in any time of length w: binomial(N, w / L), as of a Poisson process of which N arrivals in L are known
///     due(n) = the value number n, in order, of N independent even draws from L
///
/// No message needs the ones before it. L is halved again and again, and each time the number of messages in the first half
/// is drawn, binomial with one half, until one message is left, whose time is drawn evenly. Up to 1,024 messages it is the
/// number of ones among as many random bits; beyond that a normal distribution with the same mean and variance, rounded.
/// What is drawn depends on the seed, the stage's name and the half alone.
public struct Poisson: Sendable, Hashable {
  package let rate: Rate
  /// Made of the run's seed and the stage's name.
  private(set) var key: UInt64 = 0

  package init(_ rate: Rate) { self.rate = rate }

  func seeded(by seed: UInt64, stage name: String) -> Poisson {
    var seeded = self
    seeded.key = MessageRandom.placeholderState(
      MessageRandom.stageKey(seed: seed, stageName: name), TextPart.arrivals.rawValue)
    return seeded
  }

  @usableFromInline func due(_ n: UInt64, of total: UInt64, over length: Nanoseconds) -> Nanoseconds {
    guard n < total else { return .max }
    var span = ArrivalSpan(count: total)
    var rest = n
    while !span.isSingle {
      let first = span.firstHalf(key)
      if rest < first {
        span = span.half(isFirst: true, count: first)
      } else {
        rest -= first
        span = span.half(isFirst: false, count: span.count - first)
      }
    }
    return span.time(key, over: length)
  }

  @usableFromInline func count(by elapsed: Nanoseconds, of total: UInt64, over length: Nanoseconds) -> UInt64 {
    guard elapsed >= .zero else { return 0 }
    guard elapsed < length - 1 else { return total }
    // The least position that is due after that.
    let length = UInt128(length.wholeCount)
    let (quotient, rest) = (UInt128(elapsed.wholeCount + 1) << 64).quotientAndRemainder(dividingBy: length)
    let limit = UInt64(clamping: rest > 0 ? quotient + 1 : quotient)
    var span = ArrivalSpan(count: total)
    var before: UInt64 = 0
    while span.count > 0 {
      if span.isSingle { return before + (span.arrival(key) < limit ? span.count : 0) }
      let first = span.firstHalf(key)
      if limit <= span.middle {
        span = span.half(isFirst: true, count: first)
      } else {
        before += first
        span = span.half(isFirst: false, count: span.count - first)
      }
    }
    return before
  }
}

/// The due times of a `Poisson` one after the other: the halves on the way to the last message are kept, so that the way to
/// the next is short.
struct ArrivalPath: Sendable {
  private struct Entry: Sendable {
    var span: ArrivalSpan
    /// The number of its first message.
    var first: UInt64
    /// The messages in its first half.
    var inFirstHalf: UInt64
  }

  private let total: UInt64
  private let length: Nanoseconds
  private let key: UInt64
  private var entries: [Entry] = []

  init(_ poisson: Poisson, of total: UInt64, over length: Nanoseconds) {
    self.total = total
    self.length = length
    key = poisson.key
    entries.reserveCapacity(66)
  }

  mutating func due(_ n: UInt64) -> Nanoseconds {
    guard n < total else { return .max }
    while let last = entries.last, n < last.first || n - last.first >= last.span.count { entries.removeLast() }
    if entries.isEmpty { enter(ArrivalSpan(count: total), first: 0) }
    while let last = entries.last, !last.span.isSingle {
      let (half, first) = (last.inFirstHalf, last.first)
      if n - first < half {
        enter(last.span.half(isFirst: true, count: half), first: first)
      } else {
        enter(last.span.half(isFirst: false, count: last.span.count - half), first: first + half)
      }
    }
    return entries.last?.span.time(key, over: length) ?? .max
  }

  private mutating func enter(_ span: ArrivalSpan, first: UInt64) {
    entries.append(Entry(span: span, first: first, inFirstHalf: span.isSingle ? 0 : span.firstHalf(key)))
  }
}

/// A half of a half of … of a stage's length, with the number of messages in it. Positions are 2^64ths of the length.
private struct ArrivalSpan: Sendable {
  /// The most messages that are divided bit by bit.
  private static let mostExact: UInt64 = 1024
  /// 1 / (2 * sqrt(256 + 1 / 12)): 256 is the variance of the ones among 1,024 bits, a twelfth that of an even draw
  /// between them.
  private static let scale = 0.031_244_914_978_405_85

  let count: UInt64
  private let position: UInt64
  private let depth: UInt64

  init(count: UInt64) { self.init(count: count, position: 0, depth: 0) }

  private init(count: UInt64, position: UInt64, depth: UInt64) {
    self.count = count
    self.position = position
    self.depth = depth
  }

  /// True if there is no more to divide: one message, or all in one position.
  var isSingle: Bool { count == 1 || depth == 64 }

  var middle: UInt64 { position + 1 << (63 - depth) }

  func half(isFirst: Bool, count: UInt64) -> ArrivalSpan {
    ArrivalSpan(count: count, position: isFirst ? position : middle, depth: depth + 1)
  }

  /// Random numbers of this span alone; spans have numbers as the nodes of a heap.
  private func random(_ key: UInt64) -> MessageRandom {
    let node = depth == 0 ? 1 : 1 << depth | position >> (64 - depth)
    return MessageRandom(state: MessageRandom.messageKey(key, node))
  }

  /// The messages in the first half.
  func firstHalf(_ key: UInt64) -> UInt64 {
    var random = random(key)
    if count > Self.mostExact { return roughHalf(&random) }
    var (ones, rest) = (0, count)
    while rest >= 64 {
      ones += random.next().nonzeroBitCount
      rest -= 64
    }
    if rest > 0 { ones += (random.next() >> (64 - rest)).nonzeroBitCount }
    return UInt64(ones)
  }

  /// By multiplication and the square root, whose last bit IEEE 754 defines.
  private func roughHalf(_ random: inout MessageRandom) -> UInt64 {
    var ones = -512.5
    for _ in 0..<16 { ones += Double(random.next().nonzeroBitCount) }
    let deviation = Double(count).squareRoot() * (ones + random.unit()) * Self.scale
    // Truncated as a positive number, which is to round it down; the fraction of an odd count's half counts.
    let rounded = Int64(deviation + (count & 1 == 1 ? 1 : 0.5) + 0x1p37) - (1 << 37)
    let half = Int64(clamping: count / 2) + rounded
    return min(UInt64(clamping: half), count)
  }

  /// The position of the only message.
  func arrival(_ key: UInt64) -> UInt64 {
    guard depth < 64 else { return position }
    var random = random(key)
    return position | random.next() >> depth
  }

  func time(_ key: UInt64, over length: Nanoseconds) -> Nanoseconds {
    Nanoseconds(clamping: arrival(key).multipliedFullWidth(by: length.wholeCount).high)
  }
}
