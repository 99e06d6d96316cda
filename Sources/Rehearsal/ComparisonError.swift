internal import Diagnostics
internal import Reporting
package import Verification

/// The reason why a comparison cannot begin.
package enum ComparisonError: Error, Sendable {
  case unreadable(ReportInputError)
  /// A build that no row is of.
  case unknownBuild(String, in: String, builds: [String])
  /// The beginning of a commit that rows of several builds have.
  case ambiguousBuild(String, in: String, builds: [String])
  /// So many runs are on both sides.
  case sharedRuns(Int, first: String, base: String, new: String)
  /// The scenario of `--scenario` cannot be read: its diagnostics.
  case invalidScenario(String, ExitCode)
  /// No row is of the scenario of `--scenario`.
  case otherScenario(String, file: String, of: [String])
  /// A run.json that should have said how the scenario is compared.
  case run(PastRunError)

  /// Whole lines, for standard error.
  package var text: String {
    switch self {
    case .unreadable(let error): "rehearse: \(error.message)"
    case .unknownBuild(let build, let file, let builds):
      "rehearse: \(file) has no build \(quoted(build)); its builds are \(NameList.text(builds))".visible
    case .ambiguousBuild(let build, let file, let builds):
      "rehearse: \(quoted(build)) is the commit of several builds in \(file): \(NameList.text(builds)); name one of them"
        .visible
    case .sharedRuns(let count, let first, let base, let new):
      "rehearse: \(Plural.count(count, "run")) of \(quoted(new)) \(count == 1 ? "is" : "are") in \(quoted(base)) as well, such as \(first); name each run on one side"
        .visible
    case .invalidScenario(let text, _): text
    case .otherScenario(let name, let file, let names):
      "rehearse: \(file) is scenario \(quoted(name)), and what is compared is of \(NameList.text(names))".visible
    case .run(let error): "rehearse: \(error.message)".visible
    }
  }

  package var exit: ExitCode {
    switch self {
    case .unreadable(let error): error.exit
    case .unknownBuild: .notComparable
    case .invalidScenario(_, let exit): exit
    case .otherScenario, .ambiguousBuild, .sharedRuns: .invalidInput
    case .run(let error): error.exit
    }
  }
}
