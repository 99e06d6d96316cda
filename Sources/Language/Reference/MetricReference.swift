internal import Scenarios

/// The metrics of expectations, in Markdown, from the table of metrics.
enum MetricReference {
  static var text: String {
    let words = Metric.allCases.filter { !$0.isLatency }.map(row)
    let latencies = Latency.allCases.map { latency in
      let facts = latency.facts(latency.statistics[0])
      return [
        "`\(latency.rawValue)_…`, one of \(latency.statistics.map { "`\($0.rawValue)`" }.joined(separator: " "))",
        "duration", latency.meaning, breach(facts.breach), empty(facts),
      ]
    }
    let head = ["metric", "value", "meaning", "a breach is", "empty"]
    return """
      ## Metrics

      What an expectation can be stated on: a column of `stages.csv` without its unit. `rehearse why lost` says more of each. A
      metric that a stage leaves empty is an error there; what is empty in the whole run is stated with `stage(*).` or
      `stage(NAME).` before it.

      \(ReferenceText.table(head, words + latencies))

      Every stage has these expectations by default:

      \(defaults)

      An expectation replaces the default on its metric in the stages that it covers. One of `level: warn` replaces none.

      A sink and a group have metrics of their own, with `sink(NAME).`, `sink(*).`, `group(NAME).` or `group(*).` before them at the
      top, and without it in the place's own `expect`:

      \(ReferenceText.table(["metric", "of a", "value", "meaning", "a breach is"], places))

      Every sink has these expectations by default: \(placeDefaults) are 0, as far as it has a value for them. An expectation on
      `caught_up` of a place that never caught up is broken.
      """
  }

  private static var places: [[String]] {
    let statistics = Latency.endToEnd.statistics
    let rows = PlaceMetric.allCases.compactMap { metric -> [String]? in
      var (name, meaning) = ("`\(metric.name)`", metric.facts.meaning)
      if case .latency(let statistic) = metric {
        guard statistic == statistics[0] else { return nil }
        name =
          "`\(Latency.endToEnd.rawValue)_…`, one of \(statistics.map { "`\($0.rawValue)`" }.joined(separator: " "))"
        meaning = "from due to read in the sink, a topic in `mode: tail`"
      }
      let kinds = PlaceKind.allCases.filter { $0.metrics.contains(metric) }.map(\.rawValue)
      return [
        name, kinds.joined(separator: " or "), metric.facts.units.map(\.rawValue).joined(separator: " or "), meaning,
        breach(metric.facts.breach),
      ]
    }
    return rows
  }

  private static var placeDefaults: String {
    PlaceKind.sink.metrics.filter { $0.facts.standard == .zero }.map { "`\($0.name)`" }.joined(separator: ", ")
  }

  /// The default expectations of every stage, as a list.
  private static var defaults: String {
    let rows = Metric.allCases.map(\.facts)
    func zeros(_ standard: MetricFacts.Default) -> String {
      let names = rows.filter { $0.standard == standard }.map { "`\($0.name)`" }
      return names.count < 2
        ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }
    let bounds = rows.compactMap { facts -> String? in
      guard case .atLeast(let bound) = facts.standard else { return nil }
      return "`\(facts.name) >= \(bound.text)` where a measured stage has a rate"
    }
    let lists = [
      zeros(.zero) + " are 0", zeros(.zeroIfIdempotent) + " are 0 where the producer is idempotent",
      zeros(.zeroIfCommitted) + " is 0 where only committed records are read",
    ]
    return (lists + bounds).map { "- \($0)" }.joined(separator: "\n")
  }

  private static func row(_ metric: Metric) -> [String] {
    let facts = metric.facts
    let later = facts.isSupported ? "" : "*Not supported yet.* "
    return [
      "`\(metric.name)`", facts.units.map(\.rawValue).joined(separator: " or "), later + facts.meaning,
      breach(facts.breach), empty(facts),
    ]
  }

  private static func breach(_ breach: MetricFacts.Breach) -> String {
    switch breach {
    case .verification: "10"
    case .expectation: "11"
    case .inconclusive: "22"
    }
  }

  private static func empty(_ facts: MetricFacts) -> String {
    var rows: [String] = []
    if facts.emptyIn.contains(.wholeRun) { rows.append("in the whole run") }
    if facts.emptyIn.contains(.atMaximum) { rows.append("at `max`") }
    if facts.emptyIn.contains(.unmeasured) { rows.append("with `measure: false`") }
    return rows.joined(separator: ", ")
  }
}
