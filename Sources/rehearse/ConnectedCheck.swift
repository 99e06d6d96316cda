internal import Diagnostics
internal import Rehearsal
internal import Reporting
internal import Verification

/// The part of `rehearse check --connect` that asks. For people, what was found stands on standard output and what is wrong
/// on standard error; every other format has what is wrong among the file's diagnostics.
enum ConnectedCheck {
  static func run(_ file: ScenarioFile, telling: Bool) -> CheckedFile {
    var checked = file.checked
    guard let scenario = file.scenario, let files = checked.reading?.files else { return checked }
    let check = ClusterCheck(scenario)
    if telling { tell(check, files) }
    let isInput = check.diagnostics.allSatisfy { $0.code == .clientSettings }
    checked.add(ofCluster: check.diagnostics, exit: isInput ? .invalidInput : .infrastructure)
    return checked
  }

  private static func tell(_ check: ClusterCheck, _ files: SourceFiles) {
    Terminal.output.write(check.findings.map { "  \($0)\n" }.joined())
    guard !check.diagnostics.isEmpty else { return }
    let count = check.diagnostics.count
    let blocks = check.diagnostics.map(files.describe) + ["\(count) error\(count == 1 ? "" : "s") at the cluster"]
    Terminal.errors.write(blocks.joined(separator: "\n\n") + "\n")
  }
}
