internal import Diagnostics
internal import Rehearsal
internal import Reporting
internal import Verification

/// The part of `rehearse check --connect` that asks the cluster. As text, what was found goes to standard output and errors to
/// standard error; every other format has the errors among the file's diagnostics.
enum ConnectedCheck {
  static func run(_ file: ScenarioFile, showing: Bool) -> CheckedFile {
    var checked = file.checked
    guard let scenario = file.scenario, let files = checked.reading?.files else { return checked }
    let check = ClusterCheck(scenario)
    if showing { show(check, files) }
    let isInput = check.diagnostics.allSatisfy { $0.code == .clientSettings }
    checked.add(ofCluster: check.diagnostics, exit: isInput ? .invalidInput : .infrastructure)
    return checked
  }

  private static func show(_ check: ClusterCheck, _ files: SourceFiles) {
    Terminal.output.write(check.findings.map { "  \($0)\n" }.joined())
    guard !check.diagnostics.isEmpty else { return }
    let count = check.diagnostics.count
    let blocks = check.diagnostics.map(files.describe) + ["\(count) error\(count == 1 ? "" : "s") at the cluster"]
    Terminal.errors.write(blocks.joined(separator: "\n\n") + "\n")
  }
}
