internal import Scenarios

/// The times of all sending of a run, since its start. Pure.
struct SentTimes: Sendable, Equatable {
  /// The last send; the present where nothing was sent.
  let last: Nanoseconds
  /// From the first stage's start to the last send.
  let duration: Nanoseconds

  /// `stages` are the starts of the stages that ran, and their last sends.
  init(_ stages: [(start: Nanoseconds, lastSend: Nanoseconds?)], now: Nanoseconds) {
    last = stages.compactMap(\.lastSend).max() ?? now
    duration = last - (stages.map(\.start).min() ?? last)
  }
}
