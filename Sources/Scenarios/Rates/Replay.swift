/// Messages in the rhythm of a recording: a file has the gap before each message, and brings the stage's length.
///
///     messages  |   ||      |  |     ||| |
///               +------------------------+-- t
///               0                        L
///
///     due(n) = (gap_0 + gap_1 + … + gap_n) / speed
///
/// The sum is exact, and divided once for each message, so nothing drifts.
public struct Replay: Sendable, Equatable {
  /// The most gaps of a file; the due times are kept in memory.
  package static let mostGaps = 10_000_000

  package let file: String
  /// The SHA-256 of the file, in hexadecimal.
  package let sha256: String
  package let speed: UInt64
  private let times: [Nanoseconds]
  /// The full second with most messages, or all of it where it is shorter.
  let busiest: Range<Nanoseconds>

  package init(file: String, sha256: String, speed: UInt64, gaps: [Nanoseconds]) {
    self.file = file
    self.sha256 = sha256
    self.speed = max(speed, 1)
    var sum = Nanoseconds.zero
    var times: [Nanoseconds] = []
    times.reserveCapacity(gaps.count)
    for gap in gaps {
      sum += gap
      times.append(Nanoseconds(clamping: sum.wholeCount / self.speed))
    }
    self.times = times
    busiest = Self.busiest(times)
  }

  var total: UInt64 { UInt64(times.count) }

  /// The last message is due at the end.
  package var length: Nanoseconds { times.last ?? .zero }

  @usableFromInline func due(_ n: UInt64) -> Nanoseconds { n < times.count ? times[Int(n)] : .max }

  @usableFromInline func count(by elapsed: Nanoseconds) -> UInt64 {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = low + (high - low) / 2
      if times[middle] <= elapsed { low = middle + 1 } else { high = middle }
    }
    return UInt64(low)
  }

  /// Messages a second in the busiest second.
  var peak: Double {
    let messages = count(by: busiest.upperBound - 1) - count(by: busiest.lowerBound - 1)
    return Double(messages) / max(busiest.upperBound - busiest.lowerBound, 1).seconds
  }

  private static func busiest(_ times: [Nanoseconds]) -> Range<Nanoseconds> {
    guard let last = times.last else { return .zero..<(.zero) }
    let second = min(Nanoseconds.seconds(1), last + 1)
    var (first, most, start) = (0, 0, Nanoseconds.zero)
    for (index, time) in times.enumerated() {
      while time - times[first] >= second { first += 1 }
      if index - first + 1 > most, times[first] + second <= last + 1 {
        most = index - first + 1
        start = times[first]
      }
    }
    return start..<start + second
  }
}
