internal import Diagnostics
package import Scenarios

/// Judges expectations against what was counted and measured of one stage, or of the whole run. Three answers: held,
/// broken, inconclusive.
package struct StageJudgement {
  package let stage: StageResult
  /// The readings of the stage's topic; for the whole run all.
  package let readings: [PartitionReading]
  /// The time for which the client's queue was full in stages with a rate: it can be the cause of lateness.
  let heldByQueue: Nanoseconds
  /// True where this machine limited the stages that the latencies are of.
  let hasSlowLatencies: Bool
  /// The reason why the sending ended before all was sent; nil where all was.
  package let cutShort: String?
  /// The records in sinks of a stage that must be refused.
  var sinks = RefusedInSinks()

  package init(stage: StageResult, readings: [PartitionReading], cutShort: String?) {
    self.init(
      stage: stage, readings: readings, cutShort: cutShort, heldByQueue: stage.heldByQueue,
      hasSlowLatencies: stage.limitedBy == .generator)
  }

  init(
    stage: StageResult, readings: [PartitionReading], cutShort: String?, heldByQueue: Nanoseconds,
    hasSlowLatencies: Bool
  ) {
    self.heldByQueue = heldByQueue
    self.hasSlowLatencies = hasSlowLatencies
    self.stage = stage
    self.readings = readings
    self.cutShort = cutShort
  }

  package func checks(_ expectations: [Expectation]) -> [Check] { expectations.map(check) }

  package func check(_ expectation: Expectation) -> Check {
    guard stage.startedAt != nil else {
      let whole = expectation.scope == .run
      return Check(
        expectation: expectation, outcome: .skipped(because: whole ? "no stage ran" : "the stage did not run"))
    }
    if case .reason(let reason) = expectation.bound {
      let isRead = stage.read != nil
      let judgement = RefusalJudgement(
        stage: stage, expected: reason, unfinished: isRead ? unfinished : nil, sinks: sinks)
      return Check(expectation: expectation, outcome: judgement.outcome, actual: .count(judgement.letIn))
    }
    if expectation.metric.facts.source == .reading, stage.read == nil, let notRead = stage.notRead {
      return Check(expectation: expectation, outcome: outcome(of: expectation, because: notRead))
    }
    let actual = stage.value(of: expectation.metric, in: expectation.bound.unit)
    let holds = actual?.holds(expectation.comparison, expectation.bound)
    guard let actual, let holds else {
      return Check(
        expectation: expectation, outcome: .inconclusive(because: absence(of: expectation), exit: .inconclusive),
        actual: actual)
    }
    return Check(
      expectation: expectation, outcome: outcome(of: expectation, actual: actual, holds: holds), actual: actual,
      witnesses: stage.witnesses.filter { $0.kind.metric == expectation.metric })
  }

  /// The outcome of an expectation on what is read back where nothing is. The messages that were not answered are not looked for: all
  /// of them are unseen.
  private func outcome(of expectation: Expectation, because notRead: String) -> Check.Outcome {
    let unknown = stage.send[.unknown]
    guard expectation.metric == .unknownUnseen, unknown > 0 else { return .skipped(because: notRead) }
    let reason =
      "\(Plural.count(unknown, "message")) \(Plural.form(unknown, "was", "were")) not answered, and \(notRead)"
    return Measurement.count(unknown).holds(expectation.comparison, expectation.bound) == false
      ? .inconclusive(because: reason, exit: .inconclusive) : .skipped(because: reason)
  }

  private func outcome(of expectation: Expectation, actual: Measurement, holds: Bool) -> Check.Outcome {
    let (metric, facts) = (expectation.metric, expectation.metric.facts)
    let isFinal = Decision(expectation, actual: actual).isFinal(holds)
    if facts.source == .reading, !isFinal, let unfinished {
      let cause = stage.readerThrottled.sentence(of: "the reader")
      return .inconclusive(because: unfinished + cause, exit: .inconclusive)
    }
    if metric.isOfOrder, !isFinal, let unordered { return .inconclusive(because: unordered, exit: .inconclusive) }
    if holds { return .held }
    if case .inconclusive(let usual) = facts.breach {
      return .inconclusive(because: (reason(of: metric) ?? usual) + cause(of: metric), exit: .inconclusive)
    }
    let isAbove = actual.exceeds(expectation.bound)
    if metric == .rejected, isAbove, let reasons = refusalsOnTheWay {
      return .inconclusive(because: reasons, exit: .infrastructure)
    }
    // Messages that were not sent could have changed it.
    if !isFinal, let cutShort { return .inconclusive(because: cutShort, exit: .inconclusive) }
    if let reason = slowness(expectation, actual: actual, isAbove: isAbove) {
      return .inconclusive(because: reason, exit: .generatorLimited)
    }
    return .broken
  }

  /// The reason for which this machine, and not the system, may be what broke it.
  private func slowness(_ expectation: Expectation, actual: Measurement, isAbove: Bool) -> String? {
    let metric = expectation.metric
    let standstill = Standstill(of: stage)
    if let standstill, standstill.mayBeAllOf(expectation, actual: actual) { return standstill.sentence }
    // A rate that lacks nothing but the time for which the process was stopped does not show that it was slow besides.
    let isLimited =
      (metric.isLatency ? hasSlowLatencies : stage.limitedBy == .generator) && standstill?.explainsRate != true
    if isLimited, expectation.canFailOfSlowness(in: stage, isAboveBound: isAbove) {
      return "this machine was too slow to \(metric.isLatency ? "send in time" : "send at that rate")"
    }
    if metric == .queueFull, isAbove, let held = stage.heldByEmbedded, held > .zero {
      return "the embedded broker had to be read first"
    }
    if isAbove, let late = Lateness(of: stage, heldByQueue: heldByQueue), late.mayBeAllOf(expectation, actual: actual) {
      return late.sentence
    }
    return nil
  }

  /// The reason why there is no value.
  private func absence(of expectation: Expectation) -> String {
    let facts = expectation.metric.facts
    if facts.source == .reading, stage.read == nil {
      return stage.answers == nil
        ? "the topic was not read back" : "the stage posts to a target, and has no topic of its own: ask it of a sink"
    }
    if !stage.measured, facts.emptyIn.contains(.unmeasured) { return "the stage is not measured" }
    if stage.isUnacknowledged, expectation.metric.needsAcknowledgements {
      return "with acks 0 nothing is acknowledged, so it cannot be measured"
    }
    if expectation.metric == .rateKept, expectation.bound.unit == .ratio { return "the stage has no rate to keep" }
    if expectation.metric.isLatency { return "no message was timed" }
    return "it was not measured"
  }

  /// The reason for a count whose breach proves nothing, where this run knows more than the metric's row.
  private func reason(of metric: Metric) -> String? {
    switch metric {
    case .sending(.unsent): cutShort
    case .reading(.unseen): unfinished
    case .sending, .reading, .figure, .latency, .refused, .place: nil
    }
  }

  /// A quota, where it may be what kept messages from being answered, or from being read.
  private func cause(of metric: Metric) -> String {
    switch metric {
    case .reading(.unknownAbsent), .reading(.unknownUnseen): stage.throttled.sentence(of: "the client")
    case .reading(.unseen): stage.readerThrottled.sentence(of: "the reader")
    case .sending, .reading, .figure, .latency, .refused, .place: ""
    }
  }

  /// Refusals for which only the cluster or the connection to it is to blame do not show anything about the messages.
  private var refusalsOnTheWay: String? {
    guard !stage.rejections.isEmpty, stage.rejections.allSatisfy(\.isInfrastructure) else { return nil }
    let reasons = stage.rejections.map(\.code).joined(separator: ", ")
    return "the reasons of all rejections do not depend on the messages: \(reasons)"
      + stage.throttled.sentence(of: "the client")
  }

  /// Records whose order was not checked: one of them may be reordered.
  private var unordered: String? {
    guard let records = stage.unorderedRecords, records > 0 else { return nil }
    return
      "order was checked for the first \(Verify.keysInOrder) keys; \(records) records of other keys were not checked"
  }

  /// A partition that was not read to its end: what the rest holds is not known.
  private var unfinished: String? {
    guard !readings.isEmpty else { return "no partition of its topic was read" }
    return readings.lazy.compactMap(\.unfinished).first
  }
}

extension Optional<Intervals> {
  /// The end of a sentence that names the cause; empty where brokers held nothing back.
  fileprivate func sentence(of client: String) -> String {
    guard let self, !self.isEmpty else { return "" }
    return "; brokers held \(client) back for \(self.total.inTenths) (a quota)"
  }
}
