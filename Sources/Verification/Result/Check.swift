package import Scenarios

/// An expectation with its outcome.
package struct Check: Sendable, Equatable, Codable {
  package enum Outcome: Sendable, Equatable, Codable {
    case held
    case broken
    /// Nothing is proven either way; why, and how that counts.
    case inconclusive(because: String, exit: ExitCode)
    /// Not evaluated, such as those of a stage that did not run.
    case skipped(because: String)
  }

  /// The question that it answers.
  package enum Subject: Sendable, Equatable, Codable {
    /// A condition of `abort_when`: the check is broken if it became true.
    case abortCondition
    /// A part of the scenario that must have been exercised, or nothing is shown of it.
    case exercise(Exercise)
  }

  /// Nil for an expectation, as most are.
  package var subject: Subject?
  /// For a subject of another kind, the condition that comes nearest: it has the metric and the position.
  package var expectation: Expectation
  package var outcome: Outcome
  /// The measured value; nil where there is none.
  package var actual: Measurement?
  /// A few of the messages concerned, spread over them.
  package var witnesses: [Anomaly]

  package init(
    _ subject: Subject? = nil, expectation: Expectation, outcome: Outcome, actual: Measurement? = nil,
    witnesses: [Anomaly] = []
  ) {
    self.subject = subject
    self.expectation = expectation
    self.outcome = outcome
    self.actual = actual
    self.witnesses = witnesses
  }

  /// The exit code that this check alone would bring about; nil for one that held, was skipped, or only warns.
  package var exit: ExitCode? {
    guard expectation.level == .fail else { return nil }
    return switch outcome {
    case .held, .skipped: nil
    case .inconclusive(_, let exit): exit
    case .broken: expectation.metric.breach.exit
    }
  }
}

extension Check {
  /// Its name in reports: `lost == 0`, `abort_when: rejected > 100`, `partition 3 is used`.
  package var title: String {
    switch subject {
    case nil: expectation.condition
    case .abortCondition: "abort_when: \(expectation.condition)"
    case .exercise(let exercise): exercise.title
    }
  }
}

extension MetricFacts.Breach {
  /// The exit code of a run with such a breach and nothing worse.
  package var exit: ExitCode {
    switch self {
    case .verification: .verificationFailed
    case .expectation: .expectationFailed
    case .inconclusive: .inconclusive
    }
  }
}
