import Rehearsal
import Scenarios
import Verification

/// The part of `rehearse check --connect` that asks: what was found on standard output, what is wrong on standard error.
enum ConnectedCheck {
  static func run(_ file: ScenarioFile) -> ExitCode {
    guard let scenario = file.scenario, let files = file.files else { return file.exit }
    let check = ClusterCheck(scenario)
    Terminal.output.write(check.findings.map { "  \($0)\n" }.joined())
    guard !check.diagnostics.isEmpty else { return .passed }
    let count = check.diagnostics.count
    let blocks = check.diagnostics.map(files.describe) + ["\(count) error\(count == 1 ? "" : "s") at the cluster"]
    Terminal.errors.write(blocks.joined(separator: "\n\n") + "\n")
    return check.diagnostics.allSatisfy { $0.code == .clientSettings } ? .invalidInput : .infrastructure
  }
}
