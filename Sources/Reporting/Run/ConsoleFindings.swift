internal import Diagnostics
internal import Scenarios
internal import Verification

/// The text below the table: notes, what is broken, what is inconclusive, problems. Each begins with the word
/// that says which it is; everything else is indented, so that no text from outside begins a line.
struct ConsoleFindings {
  let result: RunResult

  var notes: [String] {
    result.notes.map { "note: \($0.visible)" }
      + result.stages.compactMap(limit)
      + unjudged + unevaluated
  }

  private func limit(of stage: StageResult) -> String? {
    switch stage.limitedBy {
    // At `max` on the embedded broker nothing else could: the broker is this process as well.
    case .generator where stage.targetRate == nil && result.provenance.broker == .embedded: nil
    case .generator: "note: \(stage.name.visible) was limited by this machine, not by the cluster"
    case .cluster: "note: \(stage.name.visible) was limited by the cluster"
    case .target: "note: \(stage.name.visible) was limited by its target"
    case nil: nil
    }
  }

  /// Each with a few of the messages concerned, on lines of their own.
  private var unjudged: [String] {
    result.stages.flatMap { stage in
      result.unjudged(in: stage).flatMap { anomaly in
        ["note: \(stage.name.visible.cut(to: 60)): \(anomaly.sentence)"]
          + anomaly.witnesses.prefix(3).map { result.sentence(of: $0).cut(to: ConsoleSummary.width - 6) }
      }
    }
  }

  /// One block for each check that is broken.
  var broken: [String] {
    judged.flatMap { part in part.checks.filter(\.isBroken).map { block("broken", $0, in: part) } }
  }

  /// One block for each check of level `warn` that is not as expected.
  var warned: [String] {
    judged.flatMap { part in part.checks.filter(\.isWarned).map { block("warning", $0, in: part) } }
  }

  private var judged: [JudgedPart] { result.judged }

  /// One block for each reason for which checks are inconclusive; a problem that is shown has its checks itself.
  var inconclusive: [String] {
    let shown = shownProblems.map(\.problem)
    let others = judged.flatMap { part in
      part.checks.filter { $0.isInconclusive && $0.outcome == .broken }.map { block("inconclusive", $0, in: part) }
    }
    return others
      + result.causes.filter { cause in !shown.contains { $0.gives(cause.reason) } }.map { cause in
        cause.members.count == 1
          ? block("inconclusive", cause.members[0].check, in: judged[cause.members[0].row]) : block(cause)
      }
  }

  private func block(_ cause: InconclusiveCause) -> String {
    let names = cause.rows.count == 1 ? [cause.names(in: cause.rows[0])] : cause.names(of: result)
    return Self.lines(
      "inconclusive: \(NameList.text(cause.rows.map { judged[$0].title.cut(to: 40) })), "
        + Plural.count(cause.members.count, "expectation"),
      Self.wrapped(cause.reason.visible) + names.flatMap(Self.wrapped) + evidence(cause))
  }

  /// A few of the messages concerned, whichever check has them.
  private func evidence(_ cause: InconclusiveCause) -> [String] {
    cause.members.flatMap(\.check.witnesses).prefix(3).map { result.sentence(of: $0).cut(to: ConsoleSummary.width - 4) }
  }

  var problems: [String] { shownProblems.map { block($0.problem, in: $0.part) } }

  /// The problems of the run, and those of its parts that did not end it as well.
  private var shownProblems: [(problem: Problem, part: JudgedPart?)] {
    result.problems.map { ($0, nil) }
      + judged.compactMap { part in
        // That of the whole run is one of its own.
        if let stage = part.stage, stage.index == nil { return nil }
        return part.problem.flatMap { result.problems.contains($0) ? nil : ($0, part) }
      }
  }

  /// Expectations that were not evaluated, in parts that ran.
  private var unevaluated: [String] {
    var order: [String] = []
    var metrics: [String: [String]] = [:]
    for check in judged.filter(\.ran).flatMap(\.checks) {
      guard case .skipped(let reason) = check.outcome else { continue }
      if metrics[reason] == nil { order.append(reason) }
      let text = check.title
      if metrics[reason]?.contains(text) != true { metrics[reason, default: []].append(text) }
    }
    return order.map { "note: not evaluated: \((metrics[$0] ?? []).joined(separator: ", ")) (\($0.visible))" }
  }

  private func block(_ word: String, _ check: Check, in part: JudgedPart) -> String {
    let witnesses = check.witnesses.prefix(3).map(result.sentence)
    let more = check.isCounted ? check.count - UInt64(witnesses.count) : 0
    let sentence = check.sentence(in: part, of: result)
    // A sentence that ends with what was expected has what was seen as well.
    let isWhole = sentence.hasSuffix("expected \(check.expectedText)")
    let figures =
      isWhole ? [] : ["expected  \(check.expectedText)"] + (check.actualText.map { ["actual    \($0)"] } ?? [])
    let reasons = check.expectation.metric == .rejected ? Array((part.stage?.rejections ?? []).prefix(3)) : []
    return Self.lines(
      "\(word): \(part.title.cut(to: 60)), \(check.title)",
      Self.wrapped(sentence) + figures
        + (witnesses + reasons.map(\.sentence)).map { $0.cut(to: ConsoleSummary.width - 4) }
        + Rejection.hints(of: reasons).flatMap(Self.wrapped)
        + (more > 0 && !witnesses.isEmpty ? ["and \(HumanNumber.grouped(more)) more"] : [])
        + ["at \(place(check.expectation.position))"])
  }

  private func block(_ problem: Problem, in part: JudgedPart?) -> String {
    Self.lines(
      "problem: \(part.map { "\($0.title), " } ?? "")\(problem.code.visible)",
      Self.wrapped(problem.sentence.visible) + concerned(problem)
        + (problem.position.map { ["at \(place($0))"] } ?? []))
  }

  /// The checks that a problem makes inconclusive.
  private func concerned(_ problem: Problem) -> [String] {
    guard let cause = result.cause(problem) else { return [] }
    return Self.wrapped("inconclusive because of it: \(cause.names(of: result).joined(separator: "; "))")
      + evidence(cause)
  }

  private func place(_ position: SourcePosition) -> String {
    "\((position.file ?? result.scenarioPath).visible):\(position.line):\(position.column)"
  }

  private static func lines(_ first: String, _ rest: [String]) -> String {
    ([first.cut(to: ConsoleSummary.width)] + rest.map { "    \($0)" }).joined(separator: "\n")
  }

  private static func wrapped(_ text: String) -> [String] { text.wrapped(at: ConsoleSummary.width - 4) }
}

extension Check {
  /// There are more than the witnesses that are shown.
  fileprivate var isCounted: Bool { count > UInt64(witnesses.prefix(3).count) }

  /// 0 for what is no count.
  fileprivate var count: UInt64 { if case .count(let count)? = actual { count } else { 0 } }
}
