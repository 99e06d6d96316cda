internal import Diagnostics
internal import Rehearsal
internal import Reporting
internal import Scenarios
internal import Verification

/// The part of `rehearse check --connect` that asks the cluster. As text, what was found goes to standard output and errors to
/// standard error; every other format has the errors among the file's diagnostics.
enum ConnectedCheck {
  /// `brokers` are asked instead of the scenario's.
  static func run(_ file: ScenarioFile, _ overrides: Overrides, brokers: Brokers?, showing: Bool) -> CheckedFile {
    var checked = file.checked
    guard var scenario = file.scenario, let files = checked.reading?.files else { return checked }
    if let brokers { scenario.cluster.override(brokers) }
    let check = ClusterCheck(scenario, overrides)
    if showing { show(check, files) }
    let errors = check.diagnostics.filter { $0.severity == .error }
    let isInput = errors.allSatisfy { $0.code.area != .infrastructure }
    checked.add(ofCluster: check.diagnostics, exit: isInput ? .invalidInput : .infrastructure)
    return checked
  }

  private static func show(_ check: ClusterCheck, _ files: SourceFiles) {
    Terminal.output.write(check.findings.map { "  \($0.visible)\n" }.joined())
    guard !check.diagnostics.isEmpty else { return }
    let counts = [Diagnostic.Severity.error, .warning].compactMap { severity -> String? in
      let count = check.diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : Plural.count(count, severity.rawValue)
    }
    let blocks = check.diagnostics.map(files.describe) + ["\(counts.joined(separator: ", ")) at the cluster"]
    Terminal.errors.write(blocks.joined(separator: "\n\n") + "\n")
  }
}
