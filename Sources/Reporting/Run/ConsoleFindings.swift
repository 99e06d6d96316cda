internal import Diagnostics
internal import Scenarios
internal import Verification

/// The text below the table: notes, what is broken, what is inconclusive, problems. Each begins with the word
/// that says which it is; everything else is indented, so that no text from outside begins a line.
struct ConsoleFindings {
  let result: RunResult

  var notes: [String] {
    result.notes.map { "note: \($0.visible)" }
      + result.stages.compactMap { stage in
        stage.limitedBy.map { limit in
          switch limit {
          case .generator: "note: \(stage.name.visible) was limited by this machine, not by the cluster"
          case .cluster: "note: \(stage.name.visible) was limited by the cluster"
          }
        }
      }
      + unevaluated
  }

  /// One block for each check that is broken.
  var broken: [String] {
    judged.flatMap { stage in stage.checks.filter(\.isBroken).map { block("broken", $0, in: stage) } }
  }

  /// One block for each check of level `warn` that is not as expected.
  var warned: [String] {
    judged.flatMap { stage in stage.checks.filter(\.isWarned).map { block("warning", $0, in: stage) } }
  }

  /// Everything that has checks: the stages, then the whole run.
  private var judged: [StageResult] { result.stages + [result.whole] }

  /// One block for each check that is inconclusive; those of a stage that have one reason, a lost cluster, share it.
  var inconclusive: [String] {
    judged.flatMap { stage in
      let inconclusive = stage.checks.filter(\.isInconclusive)
      var blocks: [String] = []
      for (index, check) in inconclusive.enumerated() {
        guard let reason = check.sharedReason else {
          blocks.append(block("inconclusive", check, in: stage))
          continue
        }
        let sharing = inconclusive.filter { $0.sharedReason == reason }
        if sharing.count == 1 {
          blocks.append(block("inconclusive", check, in: stage))
        } else if !inconclusive[..<index].contains(where: { $0.sharedReason == reason }) {
          blocks.append(
            Self.lines(
              "inconclusive: \(Self.name(stage)), \(sharing.count) expectations",
              Self.wrapped(reason.visible) + Self.wrapped(sharing.map(\.expectation.condition).joined(separator: ", ")))
          )
        }
      }
      return blocks
    }
  }

  var problems: [String] {
    let ofRun = result.problems.map { block($0, in: nil) }
    return ofRun
      + result.stages.compactMap { stage in
        // What ended the run as well is shown once.
        stage.problem.flatMap { result.problems.contains($0) ? nil : block($0, in: stage) }
      }
  }

  /// Expectations that were not evaluated, in stages that ran.
  private var unevaluated: [String] {
    var order: [String] = []
    var metrics: [String: [String]] = [:]
    for check in judged.filter(\.ran).flatMap(\.checks) {
      guard case .skipped(let reason) = check.outcome else { continue }
      if metrics[reason] == nil { order.append(reason) }
      let text = check.expectation.condition
      if metrics[reason]?.contains(text) != true { metrics[reason, default: []].append(text) }
    }
    return order.map { "note: not evaluated: \((metrics[$0] ?? []).joined(separator: ", ")) (\($0.visible))" }
  }

  private func block(_ word: String, _ check: Check, in stage: StageResult) -> String {
    let witnesses = check.witnesses.prefix(3).map(\.sentence)
    let more = check.isCounted ? check.count - UInt64(witnesses.count) : 0
    let sentence = check.sentence(in: stage)
    // A sentence that ends with what was expected has what was seen as well.
    let isWhole = sentence.hasSuffix("expected \(check.expectedText)")
    let figures =
      isWhole ? [] : ["expected  \(check.expectedText)"] + (check.actualText.map { ["actual    \($0)"] } ?? [])
    let rejections = check.expectation.metric == .rejected ? stage.rejections.prefix(3).map(\.sentence) : []
    return Self.lines(
      "\(word): \(Self.name(stage).cut(to: 60)), \(check.expectation.condition)",
      Self.wrapped(sentence) + figures
        + (witnesses + rejections).map { $0.cut(to: ConsoleSummary.width - 4) }
        + (more > 0 && !witnesses.isEmpty ? ["and \(HumanNumber.grouped(more)) more"] : [])
        + ["at \(place(check.expectation.position))"])
  }

  private func block(_ problem: Problem, in stage: StageResult?) -> String {
    Self.lines(
      "problem: \(stage.map { "\($0.name.visible), " } ?? "")\(problem.code.visible)",
      Self.wrapped(problem.sentence.visible) + (problem.position.map { ["at \(place($0))"] } ?? []))
  }

  private static func name(_ stage: StageResult) -> String { stage.index == nil ? "whole run" : stage.name.visible }

  private func place(_ position: SourcePosition) -> String {
    "\((position.file ?? result.scenarioPath).visible):\(position.line):\(position.column)"
  }

  private static func lines(_ first: String, _ rest: [String]) -> String {
    ([first.cut(to: ConsoleSummary.width)] + rest.map { "    \($0)" }).joined(separator: "\n")
  }

  private static func wrapped(_ text: String) -> [String] { text.wrapped(at: ConsoleSummary.width - 4) }
}

extension Check {
  /// The reason for which it is inconclusive, if there is nothing else to say.
  fileprivate var sharedReason: String? {
    guard case .inconclusive(let reason, _) = outcome, witnesses.isEmpty, actual == nil else { return nil }
    return reason
  }

  /// There are more than the witnesses that are shown.
  fileprivate var isCounted: Bool { count > UInt64(witnesses.prefix(3).count) }

  /// 0 for what is no count.
  fileprivate var count: UInt64 { if case .count(let count)? = actual { count } else { 0 } }
}
