package import Scenarios

/// Stretches of time since a run's start, which do not touch, in their order; what is put in is joined with what it touches. Pure.
package struct Intervals: Sendable, Equatable {
  package struct Interval: Sendable, Equatable {
    package var start: Nanoseconds
    package var end: Nanoseconds

    package var length: Nanoseconds { end - start }
  }

  /// No more are kept: beyond it the shortest is left out.
  static let most = 1000

  package private(set) var all: [Interval] = []

  package init() {}

  package var isEmpty: Bool { all.isEmpty }

  /// Puts in the time from `start` to `end`; nothing where it is not after it.
  package mutating func insert(from start: Nanoseconds, to end: Nanoseconds) {
    guard end > start else { return }
    var joined = Interval(start: start, end: end)
    let first = all.firstIndex { $0.end >= start } ?? all.count
    var last = first
    while last < all.count, all[last].start <= end {
      joined.start = min(joined.start, all[last].start)
      joined.end = max(joined.end, all[last].end)
      last += 1
    }
    all.replaceSubrange(first..<last, with: [joined])
    if all.count > Self.most, let shortest = all.indices.min(by: { all[$0].length < all[$1].length }) {
      all.remove(at: shortest)
    }
  }

  package mutating func formUnion(_ other: Intervals) {
    for interval in other.all { insert(from: interval.start, to: interval.end) }
  }

  package var total: Nanoseconds { all.reduce(.zero) { $0 + $1.length } }

  /// The part of them from `start` to `end`.
  package func clipped(from start: Nanoseconds, to end: Nanoseconds) -> Intervals {
    var part = Intervals()
    part.all = all.compactMap { interval in
      let within = Interval(start: max(interval.start, start), end: min(interval.end, end))
      return within.end > within.start ? within : nil
    }
    return part
  }

  /// The most of them that any time of this length has in it.
  package func most(within length: Nanoseconds) -> Nanoseconds {
    // The time with the most in it begins where an interval begins, or ends where one ends.
    let beginnings = all.map { clipped(from: $0.start, to: $0.start + length).total }
    let endings = all.map { clipped(from: $0.end - length, to: $0.end).total }
    return max(beginnings.max() ?? .zero, endings.max() ?? .zero)
  }
}

/// Saved as pairs of nanoseconds, start and end.
extension Intervals: Codable {
  package init(from decoder: any Decoder) throws {
    for pair in try decoder.singleValueContainer().decode([[Nanoseconds]].self) where pair.count == 2 {
      insert(from: pair[0], to: pair[1])
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(all.map { [$0.start, $0.end] })
  }
}

extension Nanoseconds {
  /// In tenths of a second: `3.0 s`.
  package var inTenths: String {
    let tenths = (Swift.max(self, .zero) + .milliseconds(50)).count / Nanoseconds.milliseconds(100).count
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
