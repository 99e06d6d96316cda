internal import Diagnostics
internal import Scenarios
internal import Verification

/// One `testsuite` with its cases; never without one, because Jenkins does not record an empty suite.
struct JUnitSuite {
  struct Counts {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    static func + (left: Self, right: Self) -> Self {
      Self(
        tests: left.tests + right.tests, failures: left.failures + right.failures, errors: left.errors + right.errors,
        skipped: left.skipped + right.skipped)
    }
  }

  /// Dotted: Jenkins takes what precedes the last dot for a package.
  let name: String
  let startedAt: Int64
  let time: Nanoseconds
  let cases: [JUnitCase]

  var counts: Counts {
    cases.reduce(into: Counts(tests: cases.count)) { counts, testcase in
      switch testcase.outcome {
      case .passed, .noted: break
      case .skipped: counts.skipped += 1
      case .failure: counts.failures += 1
      case .error: counts.errors += 1
      }
    }
  }

  func text(id: Int, of result: RunResult) -> String {
    let counts = counts
    let embedded = result.provenance.broker == .embedded ? " (embedded)" : ""
    return "  <testsuite"
      + XMLText.attributes([
        "name": name + embedded, "tests": String(counts.tests), "failures": String(counts.failures),
        "errors": String(counts.errors), "skipped": String(counts.skipped),
        "time": FixedPoint.seconds(nanoseconds: time), "timestamp": Timestamp(milliseconds: startedAt).withoutZone,
        "hostname": result.provenance.host.isEmpty ? "localhost" : result.provenance.host, "id": String(id),
        "file": result.scenarioPath,
      ]) + ">\n    <properties>\n"
      + Self.properties(of: result).map { name, value in
        "      <property" + XMLText.attributes(["name": name, "value": value.visible]) + "/>\n"
      }.joined()
      + "    </properties>\n" + cases.map { $0.text(classname: name) }.joined() + "  </testsuite>\n"
  }

  private static func properties(of result: RunResult) -> [(String, String)] {
    let provenance = result.provenance
    let properties: [(String, String?)] = [
      ("tool.version", provenance.toolVersion), ("client.version", provenance.clientVersion),
      ("report.schema_version", String(result.schemaVersion)), ("run.id", result.runID),
      ("git.sha", provenance.gitSHA), ("scenario.sha256", provenance.scenarioSHA256),
      ("seed", String(provenance.seed)), ("broker", provenance.broker.rawValue),
      ("notes", result.notes.isEmpty ? nil : result.notes.joined(separator: "; ")),
    ]
    return properties.compactMap { name, value in value.map { (name, $0) } }
  }

  /// Scenario and stage are what the dots of a name part.
  private static func part(_ name: String) -> String {
    name.visible.split(separator: ".", omittingEmptySubsequences: false).joined(separator: "_")
  }
}

extension JUnitSuite {
  /// The run itself, with what kept it from going on.
  init(runOf result: RunResult) {
    name = Self.part(result.scenario)
    startedAt = result.startedAt
    // The time outside the stages, so that the suites add up to the run.
    time = max(result.duration - result.stages.reduce(.zero) { $0 + ($1.duration ?? .zero) }, .zero)
    cases =
      [JUnitCase(name: "run", time: time, outcome: Self.outcome(ofRun: result))]
      + Self.cases(of: result.whole, beside: "run", in: result)
  }

  init(_ stage: StageResult, of result: RunResult) {
    name = "\(Self.part(result.scenario)).\(Self.part(stage.name))"
    startedAt = stage.startedAt ?? result.startedAt
    time = max(stage.duration ?? .zero, .zero)
    cases =
      [JUnitCase(name: "stage", time: time, outcome: Self.outcome(of: stage, in: result))]
      + Self.cases(of: stage, beside: "stage", in: result)
  }

  /// One for each check. Of cases with one name GitLab shows the first only, so no two have one.
  private static func cases(of stage: StageResult, beside first: String, in result: RunResult) -> [JUnitCase] {
    var seen = [first: 1]
    return stage.checks.map { check in
      let text = check.expectation.condition
      seen[text, default: 0] += 1
      let name = seen[text].map { $0 > 1 ? "\(text) (\($0))" : text } ?? text
      return JUnitCase(check, name: name, in: stage, of: result)
    }
  }

  private static func outcome(of stage: StageResult, in result: RunResult) -> JUnitCase.Outcome {
    guard let problem = stage.problem else {
      return stage.ran ? .passed : .skipped(result.problems.first?.sentence ?? "the stage did not run")
    }
    let finding = JUnitCase.Finding(
      type: problem.code.visible, message: problem.sentence,
      lines: places(of: problem, in: result) + ["  again: \(result.command(stage: stage))"])
    return problem.exit.verdict == .failed ? .failure(finding) : .error(finding)
  }

  /// An error, too, where the run ends with an exit code that nothing else in the file accounts for: a file without a
  /// red case must mean exit 0.
  private static func outcome(ofRun result: RunResult) -> JUnitCase.Outcome {
    let again = "  again: \(result.command())"
    if let first = result.problems.first {
      let more = result.problems.dropFirst().flatMap { ["  \($0.sentence.visible)"] + places(of: $0, in: result) }
      return .error(
        JUnitCase.Finding(
          type: first.code.visible, message: first.sentence, lines: places(of: first, in: result) + more + [again]))
    }
    let reported = Set(result.checks.compactMap(\.exit) + result.stages.compactMap { $0.problem?.exit })
    guard let exit = ExitCode.ranked(result.exits).first(where: { $0 != .passed && !reported.contains($0) }) else {
      return .passed
    }
    let message = exit == .nothingRan ? "nothing ran" : "the run ended with exit code \(exit.rawValue)"
    return .error(JUnitCase.Finding(type: "run.exit-\(exit.rawValue)", message: message, lines: [again]))
  }

  private static func places(of problem: Problem, in result: RunResult) -> [String] {
    problem.position.map { [JUnitCase.place($0, in: result)] } ?? []
  }
}
