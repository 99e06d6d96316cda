package import Scenarios
package import Verification

/// A scenario file to run, with the options of the command line.
package struct RunRequest: Sendable, Equatable {
  package var file: String
  package var brokers: Brokers?
  package var reportDirectory: String
  package var seed: UInt64?
  package var label: String?
  /// The names of the stages to run; empty for all.
  package var stages: [String]
  package var toolVersion: String
  package var overrides: Overrides
  /// `create: always` may delete a topic that exists.
  package var allowsDeletion: Bool
  /// The CSV file that the rows of the run are appended to.
  package var history: String?
  /// The number of the repetition, from 1.
  package var repetition = 1
  /// The posting of a request that made the scenario; nil for a run of a scenario.
  package var posting: PostedRun?

  package init(
    file: String, brokers: Brokers? = nil, reportDirectory: String = "Reports", seed: UInt64? = nil,
    label: String? = nil, stages: [String] = [], toolVersion: String,
    overrides: Overrides = Overrides(), allowsDeletion: Bool = false, history: String? = nil
  ) {
    self.history = history
    self.allowsDeletion = allowsDeletion
    self.file = file
    self.brokers = brokers
    self.reportDirectory = reportDirectory
    self.seed = seed
    self.label = label
    self.stages = stages
    self.toolVersion = toolVersion
    self.overrides = overrides
  }
}

extension RunRequest {
  /// The options of the command line, with values, that a run needs to be the same again; its seed is in the result.
  package var arguments: [String] {
    let brokers: [String] =
      switch self.brokers {
      case .embedded?: ["--brokers", "embedded"]
      case .addresses(let addresses)?: ["--brokers", addresses.joined(separator: ",")]
      case nil: []
      }
    return brokers + overrides.arguments + stages.flatMap { ["--stage", $0] }
      + (allowsDeletion ? [RunResult.allowDelete] : [])
  }
}

extension RunRequest {
  /// Indices of the stages of the scenario that are run.
  func selected(of scenario: Scenario) -> [Int] {
    scenario.stages.indices.filter { stages.isEmpty || stages.contains(scenario.stages[$0].name) }
  }
}
