internal import Diagnostics
package import Verification

/// The end of a run on standard output: for a person, and its last line for grep.
package enum ConsoleSummary {
  static let width = 120

  /// `files` are the paths that were written, and `appended` is that of the history that has the run's rows now.
  package static func text(_ result: RunResult, files: [String], appended: String? = nil) -> String {
    let findings = ConsoleFindings(result: result)
    let notes = findings.notes.flatMap { $0.wrapped(at: width - 6) }.map { $0.hasPrefix("note: ") ? $0 : "      \($0)" }
    let written = files.map { "wrote \($0.visible)" } + [appended].compactMap { $0.map { "appended to \($0.visible)" } }
    let sections =
      [headline(result), ConsoleTable(result).text(width: width), PathTable(result).text(width: width)]
      + [expectations(result), notes.joined(separator: "\n")]
      + findings.problems + findings.broken + findings.inconclusive + findings.warned
      + [written.joined(separator: "\n"), resultLine([result])]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func headline(_ result: RunResult) -> String {
    let repetition = result.repetition > 1 ? ", repetition \(result.repetition)" : ""
    let label = result.provenance.label.map { ", label \($0.visible.cut(to: 40))" } ?? ""
    let run =
      "\(result.scenario.visible.cut(to: label.isEmpty ? 60 : 40)), run \(result.runID.visible)\(repetition)\(label)"
    switch result.provenance.broker {
    case .kafka:
      let brokers = result.provenance.brokerCount.map { ", " + Plural.count($0, "broker") } ?? ""
      return run + brokers
    case .embedded:
      return run
        + ", on the embedded broker\nIt is part of this process and not a real Kafka: no disk, no replication, "
        + "no network.\nThese numbers do not predict the performance of a real cluster."
    }
  }

  /// `34 expectations: 32 held, 1 broken, 1 inconclusive`
  private static func expectations(_ result: RunResult) -> String {
    let checks = result.checks
    guard !checks.isEmpty else { return "" }
    let skipped = checks.count { if case .skipped = $0.outcome { true } else { false } }
    let counts: [(Int, String)] = [
      (checks.count { $0.outcome == .held }, "held"), (checks.count { $0.isBroken }, "broken"),
      (checks.count { $0.isInconclusive }, "inconclusive"), (checks.count { $0.isWarned }, "with a warning"),
      (skipped, "not evaluated"),
    ]
    let shown = counts.filter { $0.0 > 0 }.map { "\(HumanNumber.grouped(UInt64($0.0))) \($0.1)" }
    return HumanNumber.count(UInt64(checks.count), "expectation") + ": " + shown.joined(separator: ", ")
  }
}
