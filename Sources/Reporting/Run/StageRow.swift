internal import Scenarios
internal import Verification

/// One row of `stages.csv`: a stage within its run, with what of it was measured.
struct StageRow: RunRow {
  let result: RunResult
  let stage: StageResult
  let checks: [Check]
  /// False for a stage that was skipped, and for the whole of a run in which every one was: nothing of it is measured,
  /// not even its zeros.
  let ran: Bool
  private let undetected: Set<Metric>

  init(_ stage: StageResult, of result: RunResult) {
    self.result = result
    self.stage = stage
    checks = stage.checks
    ran = stage.ran
    undetected = Self.undetected(stage.checks)
  }

  /// The row `*`.
  init(wholeOf result: RunResult) {
    let ran = result.stages.filter(\.ran)
    self.result = result
    stage = result.whole
    checks = result.checks
    self.ran = !ran.isEmpty
    // A kind is missing from the sum where it is missing from every summand.
    let kinds = ran.map { Self.undetected($0.checks) }
    undetected = kinds.dropFirst().reduce(kinds.first ?? []) { $0.intersection($1) }
  }

  /// The value of a metric as the row has it; nil where its cell is empty.
  func value(of metric: Metric, in unit: MetricFacts.Unit) -> Measurement? {
    guard ran, detects(metric), !(isWhole && metric.facts.emptyIn.contains(.wholeRun)) else { return nil }
    return stage.value(of: metric, in: unit)
  }

  var isWhole: Bool { stage.index == nil }
  var send: SendCounts? { ran ? stage.send : nil }
  var read: ReadCounts? { ran ? stage.read : nil }
  /// Nil for a warm-up, whose latencies are not reported.
  var measured: StageResult? { ran && (stage.measured || isWhole) ? stage : nil }
  /// Nil for a warm-up and the whole, whose rates mean nothing.
  var rated: StageResult? { isWhole ? nil : measured }

  /// The answers of the stage's target; of the whole run those of all targets.
  var answers: TargetAnswers? {
    guard isWhole else { return ran ? stage.answers : nil }
    let all = result.stages.filter(\.ran).compactMap(\.answers)
    guard var sum = all.first else { return nil }
    for answers in all.dropFirst() { sum.add(answers) }
    return sum
  }

  var problem: Problem? { stage.problem ?? (isWhole ? result.problems.first : nil) }

  /// A kind that is not detected has a skipped check in a stage that ran.
  private func detects(_ metric: Metric) -> Bool {
    switch metric {
    case .reading(.reorderedDistanceMax): !undetected.contains(.reordered)
    case .reading: !undetected.contains(metric)
    case .sending, .figure, .latency, .refused, .place: true
    }
  }

  private static func undetected(_ checks: [Check]) -> Set<Metric> {
    Set(
      checks.compactMap { check in
        if check.subject == nil, case .skipped = check.outcome { check.expectation.metric } else { nil }
      })
  }
}

extension StageResult {
  /// A stage that ran has a start, whatever became of it.
  var ran: Bool { startedAt != nil }
}
