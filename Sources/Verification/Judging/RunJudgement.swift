package import Scenarios

/// The verdict on what was observed. Pure: the same observations always give the same verdict.
package enum RunJudgement {
  /// Fills in checks and verdict of `stage`, behind those that it has: its conditions of `abort_when`. `problem` is what ended it
  /// early; `sinks` is what sinks have of the stage's messages, if these must be refused; `exercises` are the checks for what was
  /// not exercised.
  package static func judge(
    _ stage: inout StageResult, expectations: [Expectation], readings: [PartitionReading], problem: Problem?,
    sinks: RefusedInSinks = RefusedInSinks(), exercises: (StageResult) -> [Check] = { _ in [] }
  ) {
    stage.problem = stage.problem ?? problem
    var judgement = StageJudgement(
      stage: stage, readings: readings.filter { $0.topic == stage.topic },
      cutShort: stage.problem?.sentence)
    judgement.sinks = sinks
    stage.checks = judgement.checks(expectations) + stage.checks
    stage.checks += exercises(stage)
    guard stage.startedAt != nil else {
      stage.verdict = .skipped
      return
    }
    let exits = ExitCode.ranked(stage.checks.compactMap(\.exit) + [stage.problem?.exit].compactMap { $0 })
    stage.verdict = exits[0].verdict
  }

  /// Every exit code that applies to a run; `whole` are the checks of the whole run, `sinks`, `groups` and `actions` were judged. A stage that was to run and did not
  /// makes no run passed.
  package static func exits(
    stages: [StageResult], whole: [Check] = [], sinks: [SinkResult] = [], groups: [GroupResult] = [],
    actions: [ActionResult] = [], problems: [Problem], selected: Int
  ) -> [ExitCode] {
    let ofPlaces = sinks.flatMap(\.checks) + groups.flatMap(\.checks) + actions.flatMap(\.checks)
    var codes = (stages.flatMap(\.checks) + whole + ofPlaces).compactMap(\.exit)
    codes += sinks.compactMap { $0.problem?.exit }
    if sinks.contains(where: { !$0.violations.isEmpty }) { codes.append(.internalFault) }
    codes += problems.map(\.exit)
    for stage in stages
    where !CountIdentity.violations(send: stage.send, read: stage.read).isEmpty || !stage.seriesViolations.isEmpty {
      codes.append(.internalFault)
    }
    if stages.allSatisfy({ $0.startedAt == nil }) {
      // What kept all of them from running says more.
      if problems.isEmpty { codes.append(.nothingRan) }
    } else if problems.isEmpty, stages.count(where: { $0.startedAt != nil }) < selected {
      codes.append(.inconclusive)
    }
    return ExitCode.ranked(codes)
  }

  /// The row `*`: counts added, percentiles from the merged histograms of the measured stages, rates empty.
  package static func whole(
    _ stages: [StageResult], verdict: Verdict, duration: Nanoseconds, drain: Nanoseconds?
  ) -> StageResult {
    var whole = StageResult(name: "*", index: nil, position: nil, measured: true, verdict: verdict)
    let ran = stages.filter { $0.startedAt != nil }
    whole.startedAt = ran.compactMap(\.startedAt).min()
    whole.duration = ran.isEmpty ? nil : duration
    whole.drain = drain
    whole.read = ran.contains { $0.read != nil } ? ReadCounts() : nil
    for stage in ran { whole.add(stage) }
    return whole
  }
}
