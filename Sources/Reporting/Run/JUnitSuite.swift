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

    init() {}

    init(_ cases: [JUnitCase]) {
      tests = cases.count
      for testcase in cases {
        switch testcase.outcome {
        case .passed, .noted: break
        case .skipped: skipped += 1
        case .failure: failures += 1
        case .error: errors += 1
        }
      }
    }

    static func + (left: Self, right: Self) -> Self {
      var sum = left
      sum.tests += right.tests
      sum.failures += right.failures
      sum.errors += right.errors
      sum.skipped += right.skipped
      return sum
    }
  }

  /// Dotted: Jenkins takes what precedes the last dot for a package.
  let name: String
  let startedAt: Int64
  let time: Nanoseconds
  let cases: [JUnitCase]

  var counts: Counts { Counts(cases) }

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
      ("label", provenance.label), ("git.sha", provenance.gitSHA), ("scenario.sha256", provenance.scenarioSHA256),
      ("seed", String(provenance.seed)), ("broker", provenance.broker.rawValue),
      ("notes", result.notes.isEmpty ? nil : result.notes.joined(separator: "; ")),
    ]
    return properties.compactMap { name, value in value.map { (name, $0) } }
  }

  /// Scenario and stage are what the dots of a name part.
  static func part(_ name: String) -> String {
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
      + Self.cases(of: result.stages.count, beside: "run", in: result)
  }

  /// The stage at `row` of `judged`.
  init(_ stage: StageResult, at row: Int, of result: RunResult) {
    name = Self.name(of: .stage(stage), in: result)
    startedAt = stage.startedAt ?? result.startedAt
    time = max(stage.duration ?? .zero, .zero)
    cases =
      [JUnitCase(name: "stage", time: time, outcome: Self.outcome(of: stage, in: result))]
      + Self.cases(of: row, beside: "stage", in: result)
  }

  /// One for each check of a row of `judged`. Of cases with one name GitLab shows the first only, so no two have one.
  static func cases(of row: Int, beside first: String, in result: RunResult) -> [JUnitCase] {
    let part = result.judged[row]
    let causes = result.causes
    var seen = [first: 1]
    return part.checks.enumerated().map { index, check in
      let text = check.title
      seen[text, default: 0] += 1
      let name = seen[text].map { $0 > 1 ? "\(text) (\($0))" : text } ?? text
      let cause = causes.first { $0.members.contains { $0.row == row && $0.index == index } }
      return JUnitCase(
        check, name: name, in: part, of: result,
        cause: cause.map { place(of: $0, for: (row, index), in: result) } ?? .here([]))
    }
  }

  /// The reason of a check is in the case of the problem that it comes from, or in that of one of the checks that have it.
  private static func place(
    of cause: InconclusiveCause, for member: (row: Int, index: Int), in result: RunResult
  ) -> CausePlace {
    let part = result.judged[member.row]
    if part.problem?.gives(cause.reason) ?? false {
      return .elsewhere("\"\(part.mainCase)\" of \(name(of: part, in: result))")
    }
    if result.problems.contains(where: { $0.gives(cause.reason) }) {
      return .elsewhere("\"run\" of \(self.part(result.scenario))")
    }
    guard let main = cause.main, cause.members.count > 1 else { return .here([]) }
    if (main.row, main.index) == member { return .here(cause.names(of: result)) }
    return .elsewhere("\"\(main.check.title)\" of \(name(of: result.judged[main.row], in: result))")
  }

  /// The suite of a part. Jenkins takes what precedes the last dot for a package: that of all sinks is `orders.sinks`.
  static func name(of judged: JudgedPart, in result: RunResult) -> String {
    let scenario = part(result.scenario)
    return switch judged {
    case .stage(let stage): stage.index == nil ? scenario : "\(scenario).\(part(stage.name))"
    case .sink(let sink): "\(scenario).sinks.\(part(sink.name))"
    case .group(let group): "\(scenario).groups.\(part(group.name))"
    case .action: "\(scenario).actions"
    }
  }

  private static func outcome(of stage: StageResult, in result: RunResult) -> JUnitCase.Outcome {
    let unjudged = result.unjudged(in: stage).flatMap { anomaly in
      ["note: \(anomaly.sentence)"] + anomaly.witnesses.prefix(10).map { "  \(result.sentence(of: $0))" }
    }
    guard let problem = stage.problem else {
      guard stage.ran else { return .skipped(result.absence(of: stage)) }
      return unjudged.isEmpty ? .passed : .noted(unjudged)
    }
    let finding = JUnitCase.Finding(
      type: problem.code.visible, message: problem.sentence,
      lines: concerned(problem, at: .stage(stage), in: result) + places(of: problem, in: result)
        + ["  again: \(result.command(stage: stage))"] + unjudged.map { "  \($0)" })
    return problem.exit.verdict == .failed ? .failure(finding) : .error(finding)
  }

  /// An error, too, where the run ends with an exit code that nothing else in the file accounts for: a file without a
  /// red case must mean exit 0.
  private static func outcome(ofRun result: RunResult) -> JUnitCase.Outcome {
    let again = "  again: \(result.command())"
    if let first = result.problems.first {
      let more = result.problems.dropFirst().flatMap {
        ["  \($0.sentence.visible)"] + concerned($0, at: nil, in: result) + places(of: $0, in: result)
      }
      return .error(
        JUnitCase.Finding(
          type: first.code.visible, message: first.sentence,
          lines: concerned(first, at: nil, in: result) + places(of: first, in: result) + more + [again]))
    }
    let reported = Set(result.checks.compactMap(\.exit) + result.judged.compactMap { $0.problem?.exit })
    guard let exit = ExitCode.ranked(result.exits).first(where: { $0 != .passed && !reported.contains($0) }) else {
      return .passed
    }
    let message = exit == .nothingRan ? "nothing ran" : "the run ended with exit code \(exit.rawValue)"
    return .error(JUnitCase.Finding(type: "run.exit-\(exit.rawValue)", message: message, lines: [again]))
  }

  /// The checks that a problem makes inconclusive: those of a part that has it are in the case of that part, and all others in
  /// the case of the run.
  static func concerned(_ problem: Problem, at part: JudgedPart?, in result: RunResult) -> [String] {
    guard let cause = result.cause(problem) else { return [] }
    let rows = cause.rows.filter { row in
      let other = result.judged[row]
      return part.map { $0.title == other.title } ?? (other.problem?.sentence != problem.sentence)
    }
    return rows.map { "  inconclusive because of it: \(result.judged[$0].title): \(cause.names(in: $0))" }
  }

  static func places(of problem: Problem, in result: RunResult) -> [String] {
    problem.position.map { [JUnitCase.place($0, in: result)] } ?? []
  }
}
