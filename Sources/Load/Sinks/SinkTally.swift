internal import Scenarios
internal import Verification

/// The times at which a sink's records were read.
struct SinkTally: Sendable {
  /// From due to read; of the first reading.
  var endToEnd = LatencyHistogram()
  var series = SinkSeries()
  /// Messages that were read so far, with their copies.
  private(set) var found: UInt64 = 0
  /// The most that any reading found.
  private(set) var most: UInt64 = 0
  /// The last time at which more was found than before, since the run's start; nil where nothing was.
  private(set) var progressAt: Nanoseconds?

  /// Everything that was found, in any order, as a number: other messages hardly ever have the same.
  private(set) var digest: UInt64 = 0

  mutating func noteProgress(rank: Int, n: UInt64, at now: Nanoseconds) {
    var hash = (n &+ UInt64(truncatingIfNeeded: rank) << 40 &+ 1) &* 0x9e37_79b9_7f4a_7c15
    hash ^= hash >> 31
    digest &+= hash &* 0xbf58_476d_1ce4_e5b9
    found += 1
    guard found > most else { return }
    most = found
    progressAt = now
  }

  /// Messages found in another reading are progress once they are more.
  mutating func beginAnew() { (found, digest) = (0, 0) }
}

extension SinkSeries {
  mutating func noteFound(at now: Nanoseconds) { Self.count(&found, at: now) }
  mutating func noteDuplicated(at now: Nanoseconds) { Self.count(&duplicated, at: now) }

  private static func count(_ seconds: inout [UInt64], at now: Nanoseconds) {
    let second = Int(clamping: max(now.count, 0) / 1_000_000_000)
    guard second < 1 << 24 else { return }
    while seconds.count <= second { seconds.append(0) }
    seconds[second] += 1
  }
}
