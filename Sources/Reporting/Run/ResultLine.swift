internal import Scenarios
package import Verification

extension ConsoleSummary {
  /// The codes that a command ends with, the one to exit with first; `refusals` are of files that were not run.
  /// `comparison` are those of a comparison of the runs, which come behind what the runs themselves show.
  package static func exits(
    _ results: [RunResult], refusals: [ExitCode] = [], comparison: [ExitCode] = []
  ) -> [ExitCode] {
    let none: [ExitCode] = results.isEmpty && refusals.isEmpty && comparison.isEmpty ? [.nothingRan] : []
    let codes = ExitCode.ranked(results.flatMap(\.exits) + refusals + none) + ExitCode.ranked(comparison)
    let failures = codes.filter { $0 != .passed }
    return failures.isEmpty ? [.passed] : failures
  }

  /// The last line of a command, for grep: sums over the runs of all its files and repetitions, and what it exits with.
  ///
  ///     result: FAILED verification=1 expectations=0 stages=3 messages=120000 duration=75.4s exit=10 also=20,22
  ///
  /// `stages` are those that ran, `messages` what was sent, `inconclusive` (left out at 0) the checks that prove
  /// nothing either way, `refused` (left out at 0) the files that were not run.
  package static func resultLine(
    _ results: [RunResult], refusals: [ExitCode] = [], comparison: [ExitCode] = []
  ) -> String {
    let stages = results.flatMap(\.stages)
    let checks = results.flatMap(\.checks)
    let exits = exits(results, refusals: refusals, comparison: comparison)
    let exit = exits[0]
    let inconclusive = checks.count { $0.isInconclusive }
    let fields: [String?] = [
      "result: \(exit.verdict.rawValue.uppercased())",
      "verification=\(results.reduce(0) { $0 + $1.brokenChecks(.verificationFailed) })",
      "expectations=\(results.reduce(0) { $0 + $1.brokenChecks(.expectationFailed) })",
      inconclusive > 0 ? "inconclusive=\(inconclusive)" : nil,
      refusals.isEmpty ? nil : "refused=\(refusals.count)",
      "stages=\(stages.count { $0.ran })",
      "messages=\(stages.reduce(0) { $0 + $1.send[.sent] })",
      "duration=\(FixedPoint.seconds(nanoseconds: results.reduce(.zero) { $0 + $1.duration }, places: 1))s",
      "exit=\(exit.rawValue)",
      exits.count > 1 ? "also=\(exits.dropFirst().map { String($0.rawValue) }.joined(separator: ","))" : nil,
    ]
    return fields.compactMap { $0 }.joined(separator: " ")
  }
}
