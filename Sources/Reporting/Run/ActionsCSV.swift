internal import Scenarios
package import Verification

/// `actions.csv`: one row for each action of the time line, with what it cost. Times count from the run's start.
package enum ActionsCSV {
  package static func text(_ result: RunResult) -> String {
    let rows = (result.actions ?? []).map { ActionRow(result: result, action: $0) }
    return header + rows.map { row in CSVText.line(columns.map { $0.cell(row) }) }.joined()
  }

  /// With its line end.
  package static var header: String { CSVText.line(columns.map(\.name)) }

  /// The whole definition of the file. New columns come at the end.
  private static let columns: [ReportColumn<ActionRow>] =
    ReportColumn.origin + [
      .text("action") { $0.action.name },
      .text("outcome") { $0.action.outcome.word },
      .text("then_outcome") { $0.action.thenOutcome?.word },
      .seconds("begun_s") { $0.action.begun },
      .seconds("ended_s") { $0.action.ended },
      .seconds("then_begun_s") { $0.action.thenBegun },
      .seconds("then_ended_s") { $0.action.thenEnded },
      .milliseconds("ack_gap_max_ms") { $0.action.ackGapMax },
      .milliseconds("read_gap_max_ms") { $0.action.readGapMax },
      .seconds("recovery_s") { $0.action.recovery },
      .count("missing") { $0.action.missing },
      .count("lost") { $0.action.lost },
      .count("duplicated") { $0.action.duplicated },
      .text("error_message") { $0.action.failure },
    ]
}

/// One row of `actions.csv`.
struct ActionRow: RunRow {
  let result: RunResult
  let action: ActionResult
}

extension ActionResult.Outcome {
  /// As `actions.csv` has it.
  var word: String {
    switch self {
    case .succeeded: "succeeded"
    case .neverRan: "never_ran"
    case .failed: "failed"
    }
  }

  /// The reason of a failure.
  var reason: String? { if case .failed(let reason) = self { reason } else { nil } }
}

extension ActionResult {
  /// The failures in a sentence; nil where nothing did.
  var failure: String? {
    let failures = [("run", outcome.reason), ("then", thenOutcome?.reason)].compactMap { command, reason in
      reason.map { "\(command): \($0)" }
    }
    return failures.isEmpty ? nil : failures.joined(separator: "; ")
  }
}
