internal import Scenarios

/// A row of `stages.csv` as it was read back: one stage of one run.
package struct StageRecord: Sendable, Equatable {
  /// The stage of the row for a whole run.
  package static let wholeRun = "*"

  package var schemaVersion: Int
  package var runID: String
  /// The number of the repetition; nil where the file lacks it.
  package var repetition: Int?
  package var scenario: String
  package var stage: String
  package var verdict: Verdict
  package var isGeneratorLimited: Bool
  /// Milliseconds since 1970-01-01T00:00:00Z; nil where the file lacks it.
  package var startedAt: Int64?
  package var label: String?
  package var gitSHA: String?
  package var scenarioSHA256: String
  /// The column `broker`; nil where the file lacks it.
  package var broker: String?
  /// True if the stage has a target rate.
  package var hasRate: Bool
  /// By `ComparedFact.allCases`; empty where the file lacks it.
  package var facts: [String]
  /// By the index in `ComparedMetric.all`; nil where the file lacks it, or the cell is empty.
  package var values: [Double?]

  package init(
    schemaVersion: Int = RunResult.currentSchemaVersion, runID: String, repetition: Int? = nil, scenario: String,
    stage: String, verdict: Verdict = .passed, isGeneratorLimited: Bool = false, startedAt: Int64? = nil,
    label: String? = nil, gitSHA: String? = nil, scenarioSHA256: String = "", broker: String? = nil,
    hasRate: Bool = true, facts: [String] = [], values: [Double?] = []
  ) {
    self.schemaVersion = schemaVersion
    self.runID = runID
    self.repetition = repetition
    self.scenario = scenario
    self.stage = stage
    self.verdict = verdict
    self.isGeneratorLimited = isGeneratorLimited
    self.startedAt = startedAt
    self.label = label
    self.gitSHA = gitSHA
    self.scenarioSHA256 = scenarioSHA256
    self.broker = broker
    self.hasRate = hasRate
    let missing = ComparedFact.allCases.count - facts.count
    self.facts = facts + Array(repeating: "", count: max(missing, 0))
    self.values = values + Array(repeating: nil, count: max(ComparedMetric.all.count - values.count, 0))
  }

  /// The build that was run: the label, else the commit, else the run itself.
  package var build: String { label ?? gitSHA ?? runID }
}

/// A column of `stages.csv` in which runs may differ and be compared all the same; the difference is shown.
package enum ComparedFact: String, Sendable, CaseIterable {
  case clientConfiguration = "client_config_sha256"
  case brokerCount = "broker_count"
  case replicationFactor = "replication_factor"
  case partitionCount = "partition_count"
  case host, os, arch
  case cpuCount = "cpu_count"
  case clientVersion = "client_version"
  case toolVersion = "tool_version"
  case seed
}
