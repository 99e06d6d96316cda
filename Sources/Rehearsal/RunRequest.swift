package import Scenarios
internal import Verification

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

  package init(
    file: String, brokers: Brokers? = nil, reportDirectory: String = "Reports", seed: UInt64? = nil,
    label: String? = nil, stages: [String] = [], toolVersion: String,
    overrides: Overrides = Overrides(), allowsDeletion: Bool = false
  ) {
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
