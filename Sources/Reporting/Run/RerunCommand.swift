internal import Diagnostics
internal import Verification

extension RunResult {
  /// The command that runs it again, for a shell: `rehearse run Scenarios/orders.yaml --stage steady --seed 42`. It holds no colon
  /// with a number: a reader of JUnit files would take that for the line in the scenario.
  func command(stage: StageResult? = nil) -> String {
    let chosen = stage.map { " --stage \(Self.quoted($0.name))" } ?? ""
    let others = (arguments ?? []).map { " \(Self.quoted($0))" }.joined()
    return "rehearse run \(Self.quoted(scenarioPath))\(chosen)\(others) --seed \(provenance.seed)"
  }

  private static func quoted(_ word: String) -> String {
    guard word.isEmpty || !word.unicodeScalars.allSatisfy(plain.contains) else { return word }
    return "'" + word.visible.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-".unicodeScalars)
}
