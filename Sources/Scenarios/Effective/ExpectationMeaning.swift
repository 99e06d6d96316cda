package import Diagnostics

extension Scenario {
  /// The mistakes of the expectations as a whole: metrics of which a row has no value, conditions that cannot hold
  /// together. Nothing is asked of anybody; unknown stages and metrics were found in the text.
  package func expectationDiagnostics() -> [Diagnostic] {
    let ofStages = stages.flatMap { stage -> [Diagnostic] in
      let named = stage.expectations + expectations.filter { $0.scope == .stage(stage.name) }
      return named.compactMap { expectation in
        expectation.emptiness(in: stage).map { Diagnostic.empty(expectation, in: stage, because: $0) }
      }
    }
    let others = expectations.compactMap { expectation -> Diagnostic? in
      switch expectation.scope {
      case .own, .stage, .sink, .eachSink, .group, .eachGroup: nil
      case .eachStage:
        stages.contains(where: expectation.hasValue) ? nil : .emptyInEach(expectation, of: stages)
      case .run: emptyInRun(expectation)
      }
    }
    return ofStages + others + emptyInSinks() + contradictions()
  }

  /// The row `*` has no rates; its latencies are those of measured stages that are not at `max`.
  private func emptyInRun(_ expectation: Expectation) -> Diagnostic? {
    let empty = expectation.metric.facts.emptyIn
    if empty.contains(.wholeRun) { return .emptyInRun(expectation) }
    if expectation.metric.facts.source == .reading, !stages.isEmpty, stages.allSatisfy({ $0.target != nil }) {
      return .emptyInEach(expectation, of: stages)
    }
    guard expectation.metric.isLatency else { return nil }
    if !stages.contains(where: \.measured) { return .emptyInEach(expectation, of: stages) }
    return stages.contains { $0.measured && $0.schedule.isPaced } ? nil : .latencyEmptyInRun(expectation)
  }
}

extension Diagnostic {
  fileprivate static func empty(
    _ expectation: Expectation, in stage: Stage, because row: MetricFacts.Row
  ) -> Diagnostic {
    let metric = quoted(expectation.metric.name)
    let place = " in stage \(quoted(stage.name))"
    switch row {
    case .unmeasured:
      return Diagnostic(
        code: .expectation, "\(metric) is empty\(place), which has \"measure: false\"", at: expectation.range,
        remedy: "take one of the two out")
    case .posted:
      return Diagnostic(
        code: .expectation, "\(metric) is empty\(place), which posts to a target", at: expectation.range,
        remedy: remedyOfPosted(expectation))
    case .atMaximum, .wholeRun:
      return Diagnostic(
        code: .expectation, "\(metric) is empty\(place): at rate max nothing is due at a time", at: expectation.range,
        remedy: remedyAtMaximum(expectation))
    }
  }

  /// The remedy for a stage whose messages are found in sinks.
  private static func remedyOfPosted(_ expectation: Expectation) -> String {
    let name = expectation.metric == .lost ? "missing" : expectation.metric.name
    return PlaceKind.sink.metric(named: name) == nil
      ? "remove it: only a topic that a stage sends to has it" : "write it of a sink, for example \"sink(*).\(name)\""
  }

  private static func remedyAtMaximum(_ expectation: Expectation) -> String {
    if expectation.metric == .rateKept { return "give the stage a rate, or write, for example, \"rate_kept >= 10k/s\"" }
    if case .latency(.ack, let statistic) = expectation.metric {
      return "give the stage a rate, or write \"service_latency_\(statistic.rawValue)\""
    }
    return "give the stage a rate"
  }

  fileprivate static func emptyInRun(_ expectation: Expectation) -> Diagnostic {
    let metric = expectation.metric.name
    return Diagnostic(
      code: .expectation, "the whole run has no \(quoted(metric))", at: expectation.range,
      remedy: "write \"stage(*).\(metric)\"")
  }

  fileprivate static func latencyEmptyInRun(_ expectation: Expectation) -> Diagnostic {
    let metric = expectation.metric.name
    let isKeptAtMaximum = !expectation.metric.facts.emptyIn.contains(.atMaximum)
    return Diagnostic(
      code: .expectation, "the whole run has no \(quoted(metric)): no measured stage has a rate",
      at: expectation.range,
      remedy: isKeptAtMaximum ? "write \"stage(*).\(metric)\"" : "give a stage a rate")
  }

  fileprivate static func emptyInEach(_ expectation: Expectation, of stages: [Stage]) -> Diagnostic {
    let isMeasured = stages.contains(where: \.measured)
    if expectation.metric.facts.source == .reading, stages.allSatisfy({ $0.target != nil }) {
      return Diagnostic(
        code: .expectation, "no stage has \(quoted(expectation.metric.name)): each posts to a target",
        at: expectation.range, remedy: remedyOfPosted(expectation))
    }
    return Diagnostic(
      code: .expectation,
      "no stage has \(quoted(expectation.metric.name))"
        + (isMeasured ? ": none that is measured has a rate" : ": each has \"measure: false\""),
      at: expectation.range, remedy: isMeasured ? remedyAtMaximum(expectation) : "measure at least one")
  }
}
