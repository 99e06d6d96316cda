internal import Scenarios
internal import Verification

/// The wrong messages that were due in the time of an action. Pure.
///
/// A count is given only where it is exact: where each of these messages is among the witnesses, and the time of each is known. At
/// `max` no message is due at a time of its own.
struct AnomalyAttribution {
  private let scenario: Scenario
  private let stages: [StageResult]
  private let sinks: [SinkResult]
  /// The start of each stage that was sent, since the run's start, by its index.
  private let starts: [Int: Nanoseconds]

  init(_ scenario: Scenario, stages: [StageResult], sinks: [SinkResult], starts: [Int: Nanoseconds]) {
    self.scenario = scenario
    self.stages = stages
    self.sinks = sinks
    self.starts = starts
  }

  /// Messages that are lost; nil where that is not known of each, or nothing was read back.
  func lost(where isInTime: (Nanoseconds) -> Bool) -> UInt64? { sum(ofStages(.lost, .lost, isInTime)) }

  /// Messages that are missing in a sink, in each sink once.
  func missing(where isInTime: (Nanoseconds) -> Bool) -> UInt64? {
    sum(ofSinks(.missing, .missing, isInTime))
  }

  /// Records beyond the first, of stages' own topics and of sinks.
  func duplicated(where isInTime: (Nanoseconds) -> Bool) -> UInt64? {
    sum(ofStages(.duplicated, .duplicated, isInTime) + ofSinks(.duplicated, .duplicated, isInTime))
  }

  /// Nil where a part is not known, or there is none.
  private func sum(_ parts: [UInt64?]) -> UInt64? {
    guard !parts.isEmpty else { return nil }
    return parts.reduce(UInt64(0)) { sum, part in sum.flatMap { sum in part.map { sum &+ $0 } } }
  }

  private func ofStages(
    _ count: ReadCount, _ kind: Anomaly.Kind, _ isInTime: (Nanoseconds) -> Bool
  ) -> [UInt64?] {
    stages.compactMap { stage -> UInt64?? in
      guard let total = stage.read?[count], let index = stage.index else { return nil }
      return exact(total, stage.witnesses.filter { $0.kind == kind && $0.sink == nil }, isInTime) {
        due(of: $0.sequence, inStage: index)
      }
    }
  }

  private func ofSinks(
    _ count: SinkCount, _ kind: Anomaly.Kind, _ isInTime: (Nanoseconds) -> Bool
  ) -> [UInt64?] {
    sinks.compactMap { sink -> UInt64?? in
      guard let total = sink.counts?[count], !(sink.isPartial && count == .missing) else { return nil }
      return exact(total, sink.witnesses.filter { $0.kind == kind }, isInTime) { $0.due }
    }
  }

  private func exact(
    _ total: UInt64, _ witnesses: [Anomaly], _ isInTime: (Nanoseconds) -> Bool, due: (Anomaly) -> Nanoseconds?
  ) -> UInt64? {
    guard total == UInt64(witnesses.count) else { return nil }
    var count: UInt64 = 0
    for witness in witnesses {
      guard let due = due(witness) else { return nil }
      if isInTime(due) { count += 1 }
    }
    return count
  }

  private func due(of sequence: UInt64, inStage index: Int) -> Nanoseconds? {
    let schedule = scenario.stages[index].schedule
    guard schedule.isPaced, let start = starts[index] else { return nil }
    let due = schedule.due(sequence)
    return due == .max ? nil : start + due
  }
}
