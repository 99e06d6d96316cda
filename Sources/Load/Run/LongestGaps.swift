internal import Scenarios

/// The longest times for which something that was awaited did not come, with their places: an action asks for those of its time.
/// Pure: times count from the run's start.
struct LongestGaps: Sendable, Equatable {
  struct Gap: Sendable, Equatable {
    var start: Nanoseconds
    var end: Nanoseconds

    var length: Nanoseconds { end - start }
  }

  /// No more are kept.
  static let most = 256
  /// Shorter ones are not kept.
  static let shortest = Nanoseconds.milliseconds(20)

  private(set) var all: [Gap] = []
  /// The least that is still taken in.
  private var least = shortest

  /// Costs a comparison where the gap is not among the longest.
  @inline(__always)
  mutating func note(from start: Nanoseconds, to end: Nanoseconds) {
    if end - start >= least { keep(Gap(start: start, end: end)) }
  }

  private mutating func keep(_ gap: Gap) {
    all.append(gap)
    guard all.count > Self.most, let shortest = all.indices.min(by: { all[$0].length < all[$1].length }) else { return }
    least = max(least, all[shortest].length)
    all.swapAt(shortest, all.count - 1)
    all.removeLast()
  }

  mutating func add(_ other: LongestGaps) { for gap in other.all { note(from: gap.start, to: gap.end) } }

  /// The longest that lies in this time, wholly or in part; nil where none of those kept does.
  func longest(from start: Nanoseconds, to end: Nanoseconds) -> Nanoseconds? {
    all.lazy.filter { $0.start < end && $0.end > start }.map(\.length).max()
  }
}
