import Scenarios

/// What a command line asks for.
enum Invocation: Equatable {
  case run(RunOptions)
  case check(CheckOptions)
  case plan(PlanOptions)
  case explain(ExplainOptions)
  /// `rehearse init`
  case create(InitOptions)
  case version
  case help(HelpTopic)
}

/// What `rehearse run` was given; nil where the scenario or the default decides.
struct RunOptions: Equatable {
  /// At least one, as they were written and in that order.
  var files: [String]
  var brokers: Brokers?
  var reportDirectory: String?
  var seed: UInt64?
  var label: String?
  /// Empty: every stage.
  var stages: [String] = []
}

/// What `rehearse check` was given.
struct CheckOptions: Equatable {
  /// At least one, as they were written and in that order.
  var files: [String]
  /// Also ask the cluster.
  var connects = false
}

/// What `rehearse plan` was given.
struct PlanOptions: Equatable {
  var file: String
}

/// What `rehearse explain` was given.
struct ExplainOptions: Equatable {
  var file: String
  /// Of what alone is to be shown, and what is below it; nil for all.
  var path: String?
}

/// What `rehearse init` was given.
struct InitOptions: Equatable {
  /// Nil for standard output.
  var file: String?
}

enum HelpTopic: Equatable {
  case program
  case command(Command.Name)
}
