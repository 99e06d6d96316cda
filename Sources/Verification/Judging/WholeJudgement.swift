internal import Diagnostics
package import Scenarios

/// Judges the expectations of the whole run, once, on the row `*`.
package struct WholeJudgement {
  private let judgement: StageJudgement
  /// The stages that were to run, and did not.
  private let missing: [String]
  /// The stages that were not asked for.
  private let leftOut: [String]

  /// `row` is the row `*` of `stages`, which are all of the scenario with their problems noted; `selected` are the indices
  /// of those that were to run, `refused` of those that must be refused, which are judged by themselves.
  package init(
    row: StageResult, stages: [StageResult], readings: [PartitionReading], selected: [Int], refused: [Int] = []
  ) {
    let absent = stages.indices.filter { stages[$0].startedAt == nil }
    missing = absent.filter(selected.contains).map { stages[$0].name }
    leftOut = absent.filter { !selected.contains($0) }.map { stages[$0].name }
    let ran = stages.indices.filter { stages[$0].startedAt != nil && !refused.contains($0) }.map { stages[$0] }
    judgement = StageJudgement(
      stage: Self.judged(refused.isEmpty ? row : Self.row(row, of: ran), ran), readings: readings,
      cutShort: ran.lazy.compactMap(\.problem).first?.sentence,
      heldByQueue: ran.filter { $0.ackLatency != nil }.reduce(.zero) { $0 + $1.heldByQueue },
      // Latencies are those of the stages with a rate.
      hasSlowLatencies: ran.contains { $0.ackLatency != nil && $0.limitedBy == .generator })
  }

  /// The row of these stages alone.
  private static func row(_ row: StageResult, of stages: [StageResult]) -> StageResult {
    var counted = RunJudgement.whole(stages, verdict: row.verdict, duration: row.duration ?? .zero, drain: row.drain)
    (counted.standstills, counted.readerThrottled) = (row.standstills, row.readerThrottled)
    counted.notRead = row.notRead
    return counted
  }

  package func checks(_ expectations: [Expectation]) -> [Check] {
    expectations.map { weighed(judgement.check($0)) }
  }

  /// The row with what a check uses besides its figures, and with the latencies that count for it.
  private static func judged(_ row: StageResult, _ ran: [StageResult]) -> StageResult {
    // At `max` nothing is due at a time, and the wait of a message there means something else.
    let paced = RunJudgement.whole(
      ran.filter { $0.ackLatency != nil }, verdict: row.verdict, duration: 0, drain: nil)
    var row = row
    (row.lateness, row.serviceLatency) = (paced.lateness, paced.serviceLatency)
    (row.ackLatency, row.endToEndLatency) = (paced.ackLatency, paced.endToEndLatency)
    row.hinderedServiceLatency = paced.hinderedServiceLatency
    (row.hinderedAckLatency, row.hinderedEndToEndLatency) = (paced.hinderedAckLatency, paced.hinderedEndToEndLatency)
    if ran.contains(where: { $0.limitedBy == .generator }) { row.limitedBy = .generator }
    row.rejections = ran.flatMap(\.rejections)
    row.witnesses = ran.flatMap { stage in
      stage.witnesses.map { witness in
        var witness = witness
        witness.detail = [witness.detail, "in stage \(stage.name)"].compactMap { $0 }.joined(separator: "; ")
        return witness
      }
    }
    return row
  }

  /// With stages missing, only what they could not have changed is certain.
  private func weighed(_ check: Check) -> Check {
    guard let actual = check.actual, check.outcome == .held || check.outcome == .broken else { return check }
    let isFinal = Decision(check.expectation, actual: actual).isFinal(check.outcome == .held)
    if isFinal { return check }
    var check = check
    if !missing.isEmpty {
      check.outcome = .inconclusive(because: Self.didNotRun(missing), exit: .inconclusive)
    } else if !leftOut.isEmpty, check.outcome == .broken {
      // Only a part of the scenario was asked for; what ran is judged for itself.
      check.outcome = .skipped(because: Self.didNotRun(leftOut))
    }
    return check
  }

  private static func didNotRun(_ names: [String]) -> String {
    "\(Plural.form(names.count, "stage")) \(names.map { "\"\($0)\"" }.joined(separator: ", ")) did not run"
  }
}
