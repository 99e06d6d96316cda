package import Diagnostics
internal import Scenarios

/// Judges an action of the time line: what it claims that the system survives must have happened. Pure.
package enum ActionJudgement {
  /// Fills in its checks: one for each of its commands. `range` is its name's.
  package static func judge(_ action: inout ActionResult, range: SourceRange) {
    action.checks = [check(.run, action.outcome, range)]
    guard action.then != nil else { return }
    // Without its first command there is nothing that the second one has to put right.
    let outcome = action.outcome == .neverRan ? .neverRan : action.thenOutcome ?? .neverRan
    action.checks.append(check(.then, outcome, range))
  }

  private static func check(_ command: ActionCommand, _ outcome: ActionResult.Outcome, _ range: SourceRange) -> Check {
    Check(
      .exercise(.action(command)),
      expectation: Expectation(metric: .sent, comparison: .greater, bound: .count(0), range: range),
      outcome: outcome.judged)
  }
}

extension ActionResult.Outcome {
  fileprivate var judged: Check.Outcome {
    switch self {
    case .succeeded: .held
    case .neverRan: .inconclusive(because: "it never ran: the sending ended before", exit: .infrastructure)
    case .failed(let reason): .inconclusive(because: reason, exit: .infrastructure)
    }
  }
}

extension ActionResult {
  /// True where it did what it was to do.
  package var hasHappened: Bool { outcome == .succeeded && (then == nil || thenOutcome == .succeeded) }
}
