internal import Language
internal import Scenarios

/// What a command line asks for.
enum Invocation: Equatable {
  case run(RunOptions)
  case check(CheckOptions)
  case render(RenderOptions)
  /// Nil: all that there is to explain.
  case why(String?)
  case schema(SchemaDocument)
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
  var overrides = OverrideOptions()
}

/// What changes a scenario from outside of its file.
struct OverrideOptions: Equatable {
  /// `path=value` each.
  var settings: [String] = []
  var environmentFile: String?
}

/// What `rehearse check` was given.
struct CheckOptions: Equatable {
  enum Format: String, CaseIterable {
    case text, json, github, sarif
  }

  /// What stands for standard input.
  static let standardInput = "-"

  /// At least one, as they were written and in that order; standard input at most once.
  var files: [String]
  var format = Format.text
  var overrides = OverrideOptions()
  /// Also ask the cluster.
  var connects = false
}

/// What `rehearse schema` prints.
enum SchemaDocument: String, CaseIterable {
  case scenario, included, reference, functions

  var text: String {
    switch self {
    case .scenario: LanguageSchema.scenario.text
    case .included: LanguageSchema.included.text
    case .reference: LanguageReference.text
    case .functions: FunctionReference.text
    }
  }
}

/// What `rehearse plan` was given.
struct PlanOptions: Equatable {
  var file: String
  var overrides = OverrideOptions()
}

/// What `rehearse explain` was given.
struct ExplainOptions: Equatable {
  var file: String
  /// Of what alone is to be shown, and what is below it; nil for all.
  var path: String?
  var overrides = OverrideOptions()
}

/// What `rehearse init` was given.
struct InitOptions: Equatable {
  /// Nil for standard output.
  var file: String?
}

/// What `rehearse render` was given.
struct RenderOptions: Equatable {
  enum Form: String, CaseIterable {
    case plain, ndjson
  }

  var file: String
  /// Nil: the first.
  var stage: String?
  /// Of the first message.
  var sequence: UInt64?
  /// Nil: 10, or 1 where a sequence is given.
  var count: UInt64?
  var form = Form.plain
  var showsKeys = false
  var showsHeaders = false
  /// Of a run, its folder or its `run.json`.
  var run: String?
  var overrides = OverrideOptions()
}

enum HelpTopic: Equatable {
  case program
  case command(Command.Name)
}
