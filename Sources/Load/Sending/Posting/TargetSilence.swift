internal import Scenarios

/// The time for which a target has answered nothing that was posted to it. Pure: times count from the run's start.
struct TargetSilence: Equatable {
  /// The last answer, or the send of the first message without one since then, whichever is later; nil where nothing went without.
  private(set) var since: Nanoseconds?
  private var lastAnswer = Nanoseconds.min
  /// The time at which the last request ended without an answer.
  private var lastFailure = Nanoseconds.min

  /// A request was answered at `moment`, whatever the status.
  mutating func answered(at moment: Nanoseconds) {
    since = nil
    lastAnswer = max(lastAnswer, moment)
  }

  /// A request that was sent at `sent` ended at `moment` without an answer. One that others overtook is no silence before their answers.
  mutating func unanswered(sentAt sent: Nanoseconds, endedAt moment: Nanoseconds) {
    let begun = max(sent, lastAnswer)
    since = min(since ?? begun, begun)
    lastFailure = max(lastFailure, moment)
  }

  /// True where nothing was answered for `patience`, apart from the time for which this process was stopped. A target that is asked
  /// seldom is not silent between two requests: one must be on its way still, or have ended so late.
  func isLost(
    at now: Nanoseconds, patience: Nanoseconds, isAwaiting: Bool, stopped: (Nanoseconds, Nanoseconds) -> Nanoseconds
  ) -> Bool {
    guard let since else { return false }
    let until = isAwaiting ? now : lastFailure
    guard until - since >= patience else { return false }
    return until - since - stopped(since, until) >= patience
  }
}
