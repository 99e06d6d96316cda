internal import Diagnostics
import Glibc
internal import Rehearsal
internal import Scenarios

/// The line before each of several runs: `run 3 of 12: orders, repetition 1, ./old/rehearse`.
struct RunLine {
  var number: Int
  var total: Int
  var scenario: String
  var turn: RunOrder.Turn
  var options: RunOptions

  /// Nil for the only one.
  var text: String? {
    guard total > 1 else { return nil }
    return (["run \(number) of \(total): \(scenario)", purpose, place].compactMap { $0 }.joined(separator: ", "))
      .visible
  }

  private var purpose: String? {
    switch turn.purpose {
    case .warmUp: "warm-up"
    case .repetition(let number): options.repetitions > 1 ? "repetition \(number)" : nil
    }
  }

  private var place: String? {
    switch (options.against, turn.side) {
    case (nil, _): nil
    case (.binary(let path)?, .base): path
    case (.binary?, .new): "this build"
    case (.brokers(let brokers)?, .base): "on \(brokers.words)"
    case (.brokers?, .new): "on \(options.brokers?.words ?? "the scenario's brokers")"
    }
  }
}

extension Brokers {
  fileprivate var words: String {
    switch self {
    case .embedded: "the embedded broker"
    case .addresses(let addresses): addresses.joined(separator: ",")
    }
  }
}

extension ChildProgram.Exit {
  var words: String {
    switch self {
    case .code(let code): "exit \(code)"
    case .killed(let signal): "ended by signal \(signal)"
    }
  }
}

extension ChildProgramError {
  /// The reason why the build at `path` cannot be run, and what to do.
  func sentence(path: String) -> String {
    let reason =
      switch self {
      case .notFound:
        "there is no such file\(path.contains("/") ? "" : " in PATH; for one in this folder write ./\(path)")"
      case .notExecutable: "it is not a program that can be run; check its permissions and its kind"
      case .anotherProgram(let printed): "it is not rehearse: --version prints \"\(printed.cut(to: 60))\""
      case .silent(let limit): "it did not answer --version within \(limit.components.seconds) s"
      case .broken(let exit): "it fails at --version (\(exit.words))"
      case .systemError(let code): "\(String(cString: strerror(code)))"
      case .stopped: "the command was stopped"
      }
    return "\"\(path)\" cannot be run: \(reason)"
  }
}
