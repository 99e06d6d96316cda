import Scenarios
import Verification

/// Rows of two builds, as they are read back from `stages.csv`.
enum SampleComparison {
  static let regression = comparison(
    base: side("Reports/v1.4.0", "v1.4.0", host: "ci-3", stages: ["warm-up", "steady", "peak"]),
    new: side("Reports/v1.5.0", "v1.5.0", host: "ci-7", stages: ["warm-up", "steady", "peak"]) { row in
      let run = Double(row.repetition ?? 0)
      switch row.stage {
      case "steady":
        row["lost"] = row.repetition == 3 ? 3 : 0
        row["ack_latency_p99"] = 18.6 + run / 10
        row["ack_latency_max"] = 44 + run
      case "peak": row["ack_latency_p50"] = 3.1 + run / 100
      default: break
      }
    })

  static let clean = comparison(
    base: side("base.csv", "v1.4.0", stages: ["steady"]), new: side("new.csv", "v1.5.0", stages: ["steady"]))

  static let single = comparison(
    base: side("base.csv", "v1.4.0", runs: 1, stages: ["steady"]),
    new: side("new.csv", "v1.5.0", runs: 1, stages: ["steady"]) { row in
      row["ack_latency_p50"] = 4.5
      row["ack_latency_p99"] = 18.9
    })

  static let blocked = comparison(
    base: side("base.csv", "v1.4.0", stages: ["steady", "peak"]),
    new: side("new.csv", "v1.5.0", stages: ["steady", "peak", "soak"]) {
      $0.scenarioSHA256 = "b07d55e0a9c1d2e4b3f9a1c0"
    })

  static func comparison(
    base: ComparedSide, new: ComparedSide, rules: ComparisonRules = ComparisonRules()
  ) -> Comparison {
    Comparison(base: base, new: new, rules: rules)
  }

  static func side(
    _ name: String, _ label: String, runs: Int = 5, host: String = "ci-3", scenario: String = "orders",
    stages: [String], _ change: (inout StageRecord) -> Void = { _ in }
  ) -> ComparedSide {
    let records = (1...runs).flatMap { run in
      stages.map { stage in
        var row = StageRecord(
          runID: "\(label)-\(run)", repetition: run, scenario: scenario, stage: stage, startedAt: Int64(run) * 60_000,
          label: label, scenarioSHA256: "3f9a1c0d2e4bb07d55e0a9c1", broker: "kafka")
        row[.host] = host
        row["lost"] = 0
        row["ack_latency_p50"] = 4.1 + Double(run) / 100
        row["ack_latency_p99"] = 12.1 + Double(run) / 10
        row["ack_latency_max"] = 30 + Double(run)
        row["rate_kept"] = 0.9998
        change(&row)
        return row
      }
    }
    return ComparedSide(name: name, records: records)
  }
}

extension StageRecord {
  subscript(metric: String) -> Double? {
    get { ComparedMetric.index(of: metric).flatMap { values[$0] } }
    set { if let index = ComparedMetric.index(of: metric) { values[index] = newValue } }
  }

  subscript(fact: ComparedFact) -> String {
    get { facts[ComparedFact.allCases.firstIndex(of: fact) ?? 0] }
    set { facts[ComparedFact.allCases.firstIndex(of: fact) ?? 0] = newValue }
  }
}
