package import Scenarios

/// Judges the expectations of one stage against what was counted. Three answers: held, broken, cannot tell.
package struct StageJudgement {
  package let stage: StageResult
  /// Of the stage's topic.
  package let readings: [PartitionReading]
  /// Why nothing of the stage could be judged any more; nil where it ran as meant or was only cut short.
  package let cutShort: String?

  package init(stage: StageResult, readings: [PartitionReading], cutShort: String?) {
    self.stage = stage
    self.readings = readings
    self.cutShort = cutShort
  }

  package func checks(_ expectations: [Expectation]) -> [Check] { expectations.map(check) }

  private func check(_ expectation: Expectation) -> Check {
    guard stage.startedAt != nil else {
      return Check(expectation: expectation, outcome: .skipped(because: "the stage did not run"))
    }
    let outcome: Check.Outcome
    let actual: Expectation.Bound?
    switch expectation.metric {
    case .rejected: (outcome, actual) = (rejected, .count(stage.send.rejected))
    case .withheld: (outcome, actual) = counted(stage.send.withheld)
    case .dropped: (outcome, actual) = counted(stage.send.dropped)
    case .unsent: (outcome, actual) = untold(stage.send.unsent, cutShort ?? "the stage was cut short")
    case .rateKept: (outcome, actual) = rateKept(expectation)
    case .lost: (outcome, actual) = read(\.lost)
    case .phantom: (outcome, actual) = read(\.phantom)
    case .duplicated: (outcome, actual) = read(\.duplicated)
    case .reordered: (outcome, actual) = read(\.reordered)
    case .corrupted: (outcome, actual) = read(\.corrupted)
    case .misrouted: (outcome, actual) = read(\.misrouted)
    case .invalid: (outcome, actual) = read(\.invalid)
    case .abortedVisible: (outcome, actual) = read(\.abortedVisible)
    case .trimmed:
      (outcome, actual) = untoldRead(\.trimmed, "they were deleted before they were read")
    case .unseen: (outcome, actual) = untoldRead(\.unseen, unfinished ?? "they were neither found nor provably gone")
    case .unknownAbsent:
      (outcome, actual) = untoldRead(\.unknownAbsent, "they were never answered, and are not there")
    case .unknownUnseen:
      (outcome, actual) = untoldRead(\.unknownUnseen, "they were never answered, and may or may not be there")
    }
    return Check(
      expectation: expectation, outcome: outcome, actual: actual, witnesses: witnesses(of: expectation.metric))
  }

  private func witnesses(of metric: Metric) -> [Anomaly] {
    stage.witnesses.filter { $0.kind.rawValue == metric.rawValue }
  }

  private func counted(_ count: UInt64) -> (Check.Outcome, Expectation.Bound?) {
    (count == 0 ? .held : .broken, .count(count))
  }

  private func untold(_ count: UInt64, _ reason: String) -> (Check.Outcome, Expectation.Bound?) {
    (count == 0 ? .held : .cannotTell(because: reason, exit: .cannotTell), .count(count))
  }

  /// Refusals for which only the way to the cluster is to blame say nothing about the messages.
  private var rejected: Check.Outcome {
    guard stage.send.rejected > 0 else { return .held }
    let reasons = stage.rejections.map(\.code).joined(separator: ", ")
    return !stage.rejections.isEmpty && stage.rejections.allSatisfy(\.isInfrastructure)
      ? .cannotTell(because: "all were turned away on the way to the cluster: \(reasons)", exit: .infrastructure)
      : .broken
  }

  private func rateKept(_ expectation: Expectation) -> (Check.Outcome, Expectation.Bound?) {
    guard case .ratio(let bound) = expectation.bound, let ratio = stage.keptRateRatio else {
      return (.cannotTell(because: "the stage has no rate to keep", exit: .cannotTell), nil)
    }
    let actual = Expectation.Bound.ratio(ratio)
    if ratio >= bound { return (.held, actual) }
    if let cutShort { return (.cannotTell(because: cutShort, exit: .cannotTell), actual) }
    if stage.limitedBy == .generator {
      return (.cannotTell(because: "this machine was too slow to send at that rate", exit: .generatorLimited), actual)
    }
    return (.broken, actual)
  }

  /// A partition whose reading has not reached its end: what lies in the rest, nobody knows.
  private var unfinished: String? {
    guard !readings.isEmpty else { return "no partition of its topic was read" }
    guard let reading = readings.first(where: { !$0.isReadThrough || $0.isProvisional }) else { return nil }
    let name = "\(reading.topic)[\(reading.partition)]"
    if reading.isProvisional, let interruption = reading.interruption {
      return "the reading of \(name) was interrupted (\(interruption)) and could not be repeated"
    }
    guard let end = reading.end else { return "the end of \(name) is not known" }
    return "\(name) was read up to \(reading.position) of \(end)"
  }

  private func read(_ count: KeyPath<ReadCounts, UInt64>) -> (Check.Outcome, Expectation.Bound?) {
    guard let read = stage.read else {
      return (.cannotTell(because: "the topic was not read back", exit: .cannotTell), nil)
    }
    let value = read[keyPath: count]
    if value > 0 { return (.broken, .count(value)) }
    if let unfinished { return (.cannotTell(because: unfinished, exit: .cannotTell), .count(0)) }
    return (.held, .count(0))
  }

  private func untoldRead(_ count: KeyPath<ReadCounts, UInt64>, _ reason: String) -> (Check.Outcome, Expectation.Bound?)
  {
    guard let read = stage.read else {
      return (.cannotTell(because: "the topic was not read back", exit: .cannotTell), nil)
    }
    return untold(read[keyPath: count], reason)
  }
}
