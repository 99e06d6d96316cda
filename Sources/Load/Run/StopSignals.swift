package import Scenarios

/// The signals that a run was sent, and what they ask for: a signal counts when it comes 1 s or more after the last that counted,
/// since terminals, wrappers and build servers send the same wish twice. Pure: times count from any one moment.
package struct StopSignals: Sendable, Equatable {
  /// The wish of the signals so far; each level includes those before it.
  package enum Level: Int, Sendable, Comparable, CaseIterable {
    case none
    /// Nothing more is sent; what was sent is read back.
    case stop
    /// No more waiting: reports are written with what there is.
    case finishNow
    /// The process ends at once.
    case end

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  package static let apart = Nanoseconds.seconds(1)

  package private(set) var level = Level.none
  private var countedAt: Nanoseconds?

  package init() {}

  /// Takes in a signal; returns the level that it asks for, nil if it does not count.
  package mutating func note(at now: Nanoseconds) -> Level? {
    if let countedAt, now - countedAt < Self.apart { return nil }
    countedAt = now
    level = Level(rawValue: level.rawValue + 1) ?? .end
    return level
  }
}
