internal import Language
internal import Scenarios

/// A command with its options, as a command line asks for it.
enum Invocation: Equatable {
  case run(RunOptions)
  case post(PostOptions)
  case compare(CompareOptions)
  case history(HistoryOptions)
  case check(CheckOptions)
  case render(RenderOptions)
  /// Nil for the list of everything that can be explained.
  case why(String?)
  case schema(SchemaDocument)
  case plan(PlanOptions)
  case explain(ExplainOptions)
  /// `rehearse init`
  case create(InitOptions)
  case version
  case help(HelpTopic)
}

/// The options of `rehearse run`; nil if the scenario or the default decides.
struct RunOptions: Equatable {
  /// The files as typed, at least one.
  var files: [String]
  var brokers: Brokers?
  var reportDirectory: String?
  var seed: UInt64?
  var label: String?
  /// The stages to run; empty for all.
  var stages: [String] = []
  var allowsDeletion = false
  /// The CSV file that the rows of every run are appended to.
  var history: String?
  var overrides = OverrideOptions()
  /// Runs of each file that count.
  var repetitions = 1
  /// Runs of each side before them that do not.
  var warmUps = 0
  /// Nil where there is nothing to compare with.
  var against: OtherSide?
  /// The label of the other side's runs.
  var againstLabel: String?
}

/// The side that this one's runs are compared with, one by one.
enum OtherSide: Equatable {
  /// Another build of this program, at this path.
  case binary(String)
  /// This build, on another cluster.
  case brokers(Brokers)
}

/// The options that change values of a scenario.
struct OverrideOptions: Equatable {
  /// `path=value` each.
  var settings: [String] = []
  var environmentFile: String?
  /// Folders beside the scenario's own whose files it may name.
  var allowedPaths: [String] = []
}

/// The options of `rehearse check`.
struct CheckOptions: Equatable {
  enum Format: String, CaseIterable {
    case text, json, github, sarif
  }

  /// The file name that means standard input.
  static let standardInput = "-"

  /// The files as typed, at least one; standard input at most once.
  var files: [String]
  var format = Format.text
  var overrides = OverrideOptions()
  /// True to ask the cluster, too.
  var connects = false
  /// Those to ask instead of the scenario's.
  var brokers: Brokers?
}

/// A document that `rehearse schema` prints.
enum SchemaDocument: String, CaseIterable {
  case scenario, included, reference, functions, locales

  var text: String {
    switch self {
    case .scenario: LanguageSchema.scenario.text
    case .included: LanguageSchema.included.text
    case .reference: LanguageReference.text
    case .functions: FunctionReference.text
    case .locales: FakerPools.text
    }
  }
}

/// The options of `rehearse plan`.
struct PlanOptions: Equatable {
  var file: String
  var overrides = OverrideOptions()
}

/// The options of `rehearse explain`.
struct ExplainOptions: Equatable {
  var file: String
  /// The path whose values are shown, with all below it; nil for the whole scenario.
  var path: String?
  var overrides = OverrideOptions()
}

/// The options of `rehearse init`.
struct InitOptions: Equatable {
  /// Nil for standard output.
  var file: String?
}

/// The options of `rehearse render`.
struct RenderOptions: Equatable {
  enum Form: String, CaseIterable {
    case plain, ndjson
  }

  var file: String
  /// The stage's name; nil for the first.
  var stage: String?
  /// The number of the first message.
  var sequence: UInt64?
  /// The number of messages; nil for 10, or for 1 if a sequence is given.
  var count: UInt64?
  var form = Form.plain
  var showsKeys = false
  var showsHeaders = false
  /// The folder of a run, or its `run.json`.
  var run: String?
  var overrides = OverrideOptions()
}

enum HelpTopic: Equatable {
  case program
  case command(Command.Name)
}
