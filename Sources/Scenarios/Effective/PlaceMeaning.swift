internal import Diagnostics

extension Scenario {
  /// The expectations that are written about a sink: in it, and at the top by its name.
  func named(_ sink: Sink) -> [Expectation] {
    sink.expectations + expectations.filter { $0.scope == .sink(sink.name) }
  }

  /// The expectations that are written about a group: in it, and at the top by its name.
  func named(_ group: WatchedGroup) -> [Expectation] {
    group.expectations + expectations.filter { $0.scope == .group(group.name) }
  }

  /// Expectations on metrics of which the sink, or every sink, has no value.
  func emptyInSinks() -> [Diagnostic] {
    let ofSinks = sinks.flatMap { sink in
      named(sink).compactMap { expectation -> Diagnostic? in
        guard case .place(let metric) = expectation.metric, sink.absentMetrics.contains(metric) else { return nil }
        return .empty(expectation, in: "sink \(quoted(sink.name))", remedy: remedy(metric, [sink]))
      }
    }
    let ofEach = expectations.filter { $0.scope == .eachSink }.compactMap { expectation -> Diagnostic? in
      guard case .place(let metric) = expectation.metric, !sinks.isEmpty,
        sinks.allSatisfy({ $0.absentMetrics.contains(metric) })
      else { return nil }
      return .empty(expectation, in: "every sink", remedy: remedy(metric, sinks))
    }
    return ofSinks + ofEach
  }

  private func remedy(_ metric: PlaceMetric, _ sinks: [Sink]) -> String {
    switch metric {
    case .count(.corrupted): return "say what is compared: for example same: {$.amount: $.amount}"
    case .count(.invalid): return "say what is valid: for example format: json"
    case .latency: return "only a topic that is read while the load runs (mode: tail) has it"
    case .count, .caughtUp, .lagMax, .lagEnd:
      let isPartial = sinks.contains { $0.extent == .some }
      return isPartial
        ? "with \"holds: some\" nothing is missing; write, for example, \"found == 10\""
        : "with \"from\" only what is in that sink is expected, however it was answered"
    }
  }
}

extension Diagnostic {
  fileprivate static func empty(_ expectation: Expectation, in place: String, remedy: String) -> Diagnostic {
    Diagnostic(
      code: .expectation, "\(quoted(expectation.metric.name)) is empty in \(place)", at: expectation.range,
      remedy: remedy)
  }
}
