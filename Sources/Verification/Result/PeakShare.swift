internal import Scenarios

/// The best of the windows of a stage in which its rate is at its greatest mean: what was due in it, and how much of that was sent
/// in time.
package struct PeakShare: Sendable, Equatable, Codable, Comparable {
  /// At least 1.
  package var due: UInt64
  package var inTime: UInt64

  package init(due: UInt64, inTime: UInt64) {
    self.due = due
    self.inTime = inTime
  }

  package var isReached: Bool { Fraction(inTime, over: max(due, 1)) >= Threshold.peak }

  package static func < (left: Self, right: Self) -> Bool {
    Fraction(left.inTime, over: max(left.due, 1)) < Fraction(right.inTime, over: max(right.due, 1))
  }
}
