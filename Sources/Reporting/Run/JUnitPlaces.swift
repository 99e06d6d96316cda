internal import Diagnostics
internal import Scenarios
internal import Verification

extension JudgedPart {
  /// The name of the case that stands for the part itself.
  var mainCase: String {
    switch self {
    case .stage(let stage): stage.index == nil ? "run" : "stage"
    case .sink: "sink"
    case .group: "group"
    case .action(let action): action.name.visible
    }
  }
}

extension JUnitSuite {
  /// A sink or a group, at `row` of `judged`.
  init(place part: JudgedPart, at row: Int, of result: RunResult) {
    name = Self.name(of: part, in: result)
    startedAt = result.startedAt
    time = .zero
    cases =
      [JUnitCase(name: part.mainCase, outcome: Self.outcome(ofPlace: part, in: result))]
      + Self.cases(of: row, beside: part.mainCase, in: result)
  }

  private static func outcome(ofPlace part: JudgedPart, in result: RunResult) -> JUnitCase.Outcome {
    guard let problem = part.problem else {
      return part.ran ? .passed : .skipped(result.problems.first?.sentence ?? "nothing was looked for")
    }
    let finding = JUnitCase.Finding(
      type: problem.code.visible, message: problem.sentence,
      lines: concerned(problem, at: part, in: result) + places(of: problem, in: result)
        + ["  again: \(result.command())"])
    return problem.exit.verdict == .failed ? .failure(finding) : .error(finding)
  }

  /// One for all actions, with a case for each; nil where there are none.
  init?(actionsOf result: RunResult) {
    guard let actions = result.actions, let first = actions.first else { return nil }
    name = Self.name(of: .action(first), in: result)
    startedAt = result.startedAt
    time = .zero
    var seen: [String: Int] = [:]
    cases = actions.map { action in
      let title = JudgedPart.action(action).mainCase
      seen[title, default: 0] += 1
      let name = seen[title].map { $0 > 1 ? "\(title) (\($0))" : title } ?? title
      return JUnitCase(name: name, time: action.length, outcome: Self.outcome(of: action, in: result))
    }
  }

  private static func outcome(of action: ActionResult, in result: RunResult) -> JUnitCase.Outcome {
    let part = JudgedPart.action(action)
    let findings = action.checks.filter { $0.exit != nil }
    let cost = ActionSentences(action).cost
    guard let first = findings.first else {
      let output = action.output?.isEmpty == false ? ["it printed:"] + action.printed(atMost: 20) : []
      guard action.outcome != .neverRan else { return .skipped("it never ran") }
      return .noted([ActionSentences(action).course] + cost + output)
    }
    let more = findings.dropFirst().map { "  \($0.title): \($0.sentence(in: part, of: result))" }
    let printed = action.printed(atMost: 20)
    let finding = JUnitCase.Finding(
      type: first.code, message: "\(first.title): \(first.sentence(in: part, of: result))",
      lines: more + cost.map { "  \($0)" } + (printed.isEmpty ? [] : ["  it printed:"] + printed.map { "    \($0)" })
        + [JUnitCase.place(action.position, in: result), "  again: \(result.command())"])
    return findings.contains(where: \.isBroken) ? .failure(finding) : .error(finding)
  }
}
