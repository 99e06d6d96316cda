internal import Scenarios

/// What expectations can be stated on, in Markdown, from the table of metrics.
enum MetricReference {
  static var text: String {
    let words = Metric.allCases.filter { $0.latency == nil }.map(row)
    let latencies = Latency.allCases.map { latency in
      let statistics = Latency.Statistic.allCases.map(\.rawValue).filter {
        Metric(rawValue: "\(latency.rawValue)_\($0)") != nil
      }
      let metric = Metric.allCases.first { $0.latency?.of == latency }
      return [
        "`\(latency.rawValue)_…`, one of \(statistics.map { "`\($0)`" }.joined(separator: " "))", "duration",
        latency.meaning, metric.map { breach($0.facts.breach) } ?? "", metric.map { empty($0.facts) } ?? "",
      ]
    }
    let head = ["metric", "value", "meaning", "a breach is", "empty"]
    return """
      ## Metrics

      What an expectation can be stated on: a column of `stages.csv` without its unit. `rehearse why lost` says more of each. A
      metric that a stage leaves empty is an error there; what is empty in the whole run is stated with `stage(*).` or
      `stage(NAME).` before it.

      \(ReferenceText.table(head, words + latencies))

      Every stage is held to these without a word: `rejected`, `withheld`, `dropped`, `unsent`, `lost`, `trimmed`, `unseen`,
      `unknown_absent`, `unknown_unseen`, `phantom`, `corrupted`, `misrouted`, `invalid` and `aborted_visible` are 0; `duplicated` and
      `reordered` are 0 where the producer is idempotent; `rate_kept >= 99%` where a measured stage has a rate. An expectation
      of one's own takes the place of the one on its metric in the stages that it speaks of; one of `level: warn` takes none's.
      """
  }

  private static func row(_ metric: Metric) -> [String] {
    let facts = metric.facts
    let later = facts.isSupported ? "" : "*Not supported yet.* "
    return [
      "`\(metric.rawValue)`", facts.units.map(\.rawValue).joined(separator: " or "), later + facts.meaning,
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

extension Latency {
  fileprivate var meaning: String {
    switch self {
    case .lateness: "from when a message was due to when it was sent"
    case .service: "from sent to acknowledged"
    case .ack: "from due to acknowledged"
    case .endToEnd: "from due to read back; at `max` from sent"
    }
  }
}
