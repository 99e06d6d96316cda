internal import Commands
internal import Diagnostics
internal import Scenarios
internal import Verification

/// The course of an action so far. Times count from the run's start.
struct ActionRecord: Sendable, Equatable {
  /// A command that was begun.
  struct Step: Sendable, Equatable {
    var begun: Nanoseconds
    /// Nil while it runs.
    var ended: Nanoseconds?
    var fault: CommandError?
    var output: [UInt8] = []
  }

  /// Nil for one that never ran.
  var run: Step?
  /// Nil where there is none, and where `run` could not be started.
  var then: Step?

  /// The bytes of output that a report has.
  private static let shownOutput = 4 << 10

  /// The end of its last command; nil before it.
  var end: Nanoseconds? {
    guard let run else { return nil }
    return then.map(\.ended) ?? run.ended
  }

  /// The action's row of the report; `shown` gives the text of what a command printed, without secrets.
  func result(of action: ScheduledAction, _ shown: ([UInt8]) -> String) -> ActionResult {
    let output = (run?.output ?? []) + (then?.output ?? [])
    return ActionResult(
      name: action.name, position: action.range.start, run: action.run, then: action.then,
      outcome: Self.outcome(of: run), thenOutcome: action.then.map { _ in Self.outcome(of: then) },
      begun: run?.begun, ended: run?.ended, thenBegun: then?.begun, thenEnded: then?.ended,
      // More is kept than is shown, so that a secret which begins before it is hidden as a whole.
      output: run == nil ? nil : String(decoding: shown(output).utf8.suffix(Self.shownOutput), as: UTF8.self))
  }

  private static func outcome(of step: Step?) -> ActionResult.Outcome {
    guard let step else { return .neverRan }
    return step.fault.map { .failed(because: $0.words) } ?? .succeeded
  }
}
