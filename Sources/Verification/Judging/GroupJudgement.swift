package import Scenarios

/// Checks the expectations of a group against the samples of its lag. A sample that failed is a gap, and never breaks anything. Pure.
package struct GroupJudgement {
  private let group: GroupResult

  package init(_ group: GroupResult) { self.group = group }

  /// Fills in checks and verdict.
  package static func judge(_ group: inout GroupResult, _ expectations: [Expectation]) {
    let judgement = GroupJudgement(group)
    group.checks = expectations.map(judgement.check)
    group.verdict = ExitCode.ranked(group.checks.compactMap(\.exit))[0].verdict
  }

  /// Fills in the checks of a group that was not watched, for this reason: no stage ran.
  package static func skip(_ group: inout GroupResult, _ expectations: [Expectation], because reason: String) {
    group.checks = expectations.map { Check(expectation: $0, outcome: .skipped(because: reason)) }
    group.verdict = .skipped
  }

  package func check(_ expectation: Expectation) -> Check {
    guard case .place(let metric) = expectation.metric else {
      return Check(expectation: expectation, outcome: inconclusive("it is no metric of a group"))
    }
    guard group.lagMax != nil else {
      let reason = group.lastFailure.map { "its lag was never answered: \($0)" } ?? "its lag was never asked for"
      return Check(expectation: expectation, outcome: inconclusive(reason))
    }
    let actual = group.value(of: metric)
    if metric == .caughtUp, actual == nil { return Check(expectation: expectation, outcome: notCaughtUp(expectation)) }
    guard let actual, let holds = actual.holds(expectation.comparison, expectation.bound) else {
      return Check(expectation: expectation, outcome: inconclusive("it was not measured"), actual: actual)
    }
    let unknown: String? =
      switch metric {
      case .lagEnd: unanswered
      case .lagMax: holds ? seldomAnswered(expectation) : nil
      case .caughtUp: holds ? nil : gap(expectation)
      case .count, .latency: nil
      }
    let outcome: Check.Outcome = unknown.map(inconclusive) ?? (holds ? .held : .broken)
    return Check(expectation: expectation, outcome: outcome, actual: actual)
  }

  /// No sample since the last send showed a lag of 0: it took longer than up to the last sample that did not.
  private func notCaughtUp(_ expectation: Expectation) -> Check.Outcome {
    guard let behindAfter = group.behindAfter else {
      let reason = group.lastFailure.map { ": \($0)" } ?? ""
      return inconclusive("its lag was not answered after the last send\(reason)")
    }
    guard case .duration(let bound) = expectation.bound, behindAfter >= bound else {
      return inconclusive("it was still behind when it was last asked, \(behindAfter.inTenths) after the last send")
    }
    return expectation.comparison.limitsAbove ? .broken : .held
  }

  /// The reason why the lag at the end is not known; nil where it is.
  private var unanswered: String? {
    guard !group.isAnsweredAtEnd else { return nil }
    return "its lag was not answered at the end" + (group.lastFailure.map { ": \($0)" } ?? "")
  }

  /// The reason why a greatest lag may be greater than what was seen: most questions got no answer. Nil where that proves nothing
  /// against the expectation.
  private func seldomAnswered(_ expectation: Expectation) -> String? {
    guard expectation.comparison.limitsAbove, group.samplesFailed > group.samples else { return nil }
    return "its lag was answered \(group.samples) times, and \(group.samplesFailed) times it was not"
  }

  /// The reason why it may have caught up within the bound: samples failed between the last that had a lag and the first without.
  private func gap(_ expectation: Expectation) -> String? {
    guard expectation.comparison.limitsAbove, let since = group.behindAfter, let until = group.caughtUp,
      case .duration(let bound) = expectation.bound, since < bound
    else { return nil }
    return "its lag was not answered from \(since.inTenths) to \(until.inTenths) after the last send"
  }

  private func inconclusive(_ reason: String) -> Check.Outcome { .inconclusive(because: reason, exit: .inconclusive) }
}
