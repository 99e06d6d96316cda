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

  package var expectation: Expectation
  package var outcome: Outcome
  /// The measured value; nil where there is none.
  package var actual: Measurement?
  /// A few of the messages concerned, spread over them.
  package var witnesses: [Anomaly]

  package init(
    expectation: Expectation, outcome: Outcome, actual: Measurement? = nil, witnesses: [Anomaly] = []
  ) {
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
