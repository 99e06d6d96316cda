internal import Scenarios

/// The time for which nothing was read although something was to be read. Pure: times count from the run's start.
struct ReadGap: Sendable, Equatable {
  /// The last record, or the time since which one is awaited; nil while none is.
  private var awaitingSince: Nanoseconds?

  /// Takes in that `records` came at `now` and leave `lag` messages to be read; returns how long none came, nil where none was
  /// awaited.
  mutating func note(records: UInt64, lag: UInt64, at now: Nanoseconds) -> Nanoseconds? {
    let gap = awaitingSince.map { now - $0 }
    awaitingSince = lag == 0 ? nil : records > 0 || awaitingSince == nil ? now : awaitingSince
    return gap
  }
}
