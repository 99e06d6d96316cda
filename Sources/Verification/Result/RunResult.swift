package import Diagnostics
package import Scenarios

/// The whole of what a run found: every report is a function of this value, and `run.json` is this value saved.
package struct RunResult: Sendable, Codable {
  package static let currentSchemaVersion = 1

  package var schemaVersion = RunResult.currentSchemaVersion
  package var runID: String
  /// The number of the repetition, from 1.
  package var repetition = 1
  package var scenario: String
  /// The scenario file as it was named on the command line.
  package var scenarioPath: String
  /// The options of the command line that changed what was run, each with its value behind it: `--brokers`, `--env-file`, `--set`,
  /// `--stage`; and `allowDelete`, which has none. Nil for none.
  package var arguments: [String]?
  /// The request that was posted, in `scenarioPath`; nil for a run of a scenario.
  package var posting: PostedRun?
  package var provenance: Provenance
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package var startedAt: Int64
  /// The time from start to verdict.
  package var duration: Nanoseconds
  package var verdict: Verdict
  /// Every exit code that applies; the first is the one to exit with.
  package var exits: [ExitCode]
  /// The reasons why the run could not go on, or ended early.
  package var problems: [Problem]
  package var stages: [StageResult]
  /// The row `*`: counts added, percentiles from the merged histograms of the measured stages, rates empty.
  package var whole: StageResult
  package var partitions: [PartitionReading]
  /// Nil where the scenario has none.
  package var sinks: [SinkResult]?
  package var groups: [GroupResult]?
  package var actions: [ActionResult]?
  /// With secrets replaced.
  package var resolvedScenario: ResolvedScenario?
  /// `compare:` of the scenario; nil for none.
  package var comparison: [ComparisonSetting]?
  /// The names of topics that the run created, that were not there before, and that it left; nil where that was not recorded.
  package var createdTopics: [String]?
  /// Notes on settings that weaken what can be proven (`acks: 1`), each one sentence.
  package var notes: [String]

  package init(
    runID: String, scenario: String, scenarioPath: String, provenance: Provenance, startedAt: Int64,
    duration: Nanoseconds,
    verdict: Verdict, exits: [ExitCode], problems: [Problem], stages: [StageResult], whole: StageResult,
    partitions: [PartitionReading], notes: [String]
  ) {
    self.runID = runID
    self.scenario = scenario
    self.scenarioPath = scenarioPath
    self.provenance = provenance
    self.startedAt = startedAt
    self.duration = duration
    self.verdict = verdict
    self.exits = exits
    self.problems = problems
    self.stages = stages
    self.whole = whole
    self.partitions = partitions
    self.notes = notes
  }

  /// The option that stands for itself.
  package static let allowDelete = "--allow-delete"

  /// The checks of the stages, then those of the whole run, of sinks, groups and actions.
  package var checks: [Check] {
    stages.flatMap(\.checks) + whole.checks + (sinks ?? []).flatMap(\.checks) + (groups ?? []).flatMap(\.checks)
      + (actions ?? []).flatMap(\.checks)
  }

  /// Checks that are broken and count as verification, or as expectation.
  package func brokenChecks(_ exit: ExitCode) -> Int {
    checks.count { $0.exit == exit && $0.outcome == .broken }
  }
}

/// The posting of a request.
package struct PostedRun: Sendable, Equatable, Codable {
  /// The options of `rehearse post` that made the scenario.
  package var arguments: [String]
  /// The request's place in the array of its file, from 1; nil for a request alone.
  package var number: Int?

  package init(arguments: [String], number: Int? = nil) {
    self.arguments = arguments
    self.number = number
  }
}

/// Something that kept a run or a stage from going on; not an anomaly of a message.
package struct Problem: Sendable, Equatable, Codable {
  /// Dotted and stable, the text of a `Code`: `infrastructure.unreachable`, `signal.interrupt`.
  package var code: String
  /// One sentence, lower case; free of secrets.
  package var message: String
  /// The action to take, lower case; nil where the message says it all.
  package var remedy: String?
  package var exit: ExitCode
  /// The position in the scenario that it concerns.
  package var position: SourcePosition?

  package init(
    code: String, message: String, remedy: String? = nil, exit: ExitCode, position: SourcePosition? = nil
  ) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.exit = exit
    self.position = position
  }

  package init(_ code: Code, _ message: String, do remedy: String? = nil, at position: SourcePosition? = nil) {
    self.init(code: code.rawValue, message: message, remedy: remedy, exit: code.exit, position: position)
  }

  /// A check that gives this reason is inconclusive because of this problem.
  package func gives(_ reason: String) -> Bool { reason == message || reason == sentence }

  /// The message and what to do, on one line.
  package var sentence: String { remedy.map { "\(message); \($0)" } ?? message }
}

/// The origin of a result; in every row of the CSV, so that files can be concatenated.
package struct Provenance: Sendable, Equatable, Codable {
  package enum Broker: String, Sendable, Codable {
    case embedded, kafka
  }

  package var label: String?
  package var gitSHA: String?
  package var gitBranch: String?
  package var gitDirty: Bool?
  package var toolVersion: String
  /// librdkafka's.
  package var clientVersion: String
  package var scenarioSHA256: String
  package var clientConfigSHA256: String
  package var seed: UInt64
  package var host: String
  package var os: String
  package var arch: String
  package var cpuCount: Int
  package var broker: Broker
  /// Nil where the cluster was never reached.
  package var brokerCount: Int?
  package var securityProtocol: String

  package init(
    label: String?, gitSHA: String?, gitBranch: String?, gitDirty: Bool?, toolVersion: String, clientVersion: String,
    scenarioSHA256: String, clientConfigSHA256: String, seed: UInt64, host: String, os: String, arch: String,
    cpuCount: Int, broker: Broker, brokerCount: Int?, securityProtocol: String
  ) {
    self.label = label
    self.gitSHA = gitSHA
    self.gitBranch = gitBranch
    self.gitDirty = gitDirty
    self.toolVersion = toolVersion
    self.clientVersion = clientVersion
    self.scenarioSHA256 = scenarioSHA256
    self.clientConfigSHA256 = clientConfigSHA256
    self.seed = seed
    self.host = host
    self.os = os
    self.arch = arch
    self.cpuCount = cpuCount
    self.broker = broker
    self.brokerCount = brokerCount
    self.securityProtocol = securityProtocol
  }
}
