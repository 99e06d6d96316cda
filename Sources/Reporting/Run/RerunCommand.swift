internal import Diagnostics
package import Verification

extension RunResult {
  /// The command that runs it again, for a shell: `rehearse run --brokers kafka:9092 Scenarios/orders.yaml --stage steady --seed 42`,
  /// with one stage in place of those of the command line where `stage` is given. The path comes behind everything that can hold
  /// a colon with a number: readers of JUnit files would take that for the line in the scenario.
  func command(stage: StageResult? = nil) -> String {
    // A path that begins with a dash would be an option.
    let path = scenarioPath.hasPrefix("-") ? "./\(scenarioPath)" : scenarioPath
    if let posting {
      // A posting has one stage.
      let file = scenarioPath == Self.standardInput ? "-" : ShellText.word(path)
      let words =
        ["rehearse", "post"] + posting.arguments.map(ShellText.word) + [file, "--seed", String(provenance.seed)]
      return (words + (posting.number.map { ["# request \($0) of the file"] } ?? [])).joined(separator: " ")
    }
    let options = Self.options(arguments ?? [])
    let chosen = stage.map { [("--stage", $0.name)] } ?? options.filter { $0.name == "--stage" }
    let words =
      ["rehearse", "run"] + options.filter { $0.name != "--stage" }.map(Self.words) + [ShellText.word(path)]
      + chosen.map(Self.words)
      + (arguments ?? []).filter { $0 == Self.allowDelete } + ["--seed", String(provenance.seed)]
    return words.joined(separator: " ")
  }

  /// The path of what was read from standard input.
  package static let standardInput = "<stdin>"

  /// The reason why a stage did not run.
  func absence(of stage: StageResult) -> String {
    let chosen = Self.options(arguments ?? []).filter { $0.name == "--stage" }
    if !chosen.isEmpty, !chosen.contains(where: { $0.value == stage.name }) {
      return "the stage was left out by --stage"
    }
    return problems.first?.sentence ?? "the stage did not run"
  }

  /// Options and their values, one after the other.
  private static func options(_ arguments: [String]) -> [(name: String, value: String)] {
    // The last is one without a value.
    stride(from: 0, to: arguments.count - 1, by: 2).map { (arguments[$0], arguments[$0 + 1]) }
  }

  /// A value that begins like an option is only read behind a `=`.
  private static func words(_ option: (name: String, value: String)) -> String {
    option.value.hasPrefix("--")
      ? ShellText.word("\(option.name)=\(option.value)") : "\(option.name) \(ShellText.word(option.value))"
  }
}
