/// A command of a user's: a program with its arguments, or a text for the shell.
///
/// It runs in a session of its own, with standard input from `/dev/null`, the usual handling of signals, no descriptor of this
/// process but the two pipes for its output, and the variables given here alone. Its end is awaited, not that of the pipes: a
/// process that it leaves in the background goes on, and what that prints later is not read.
package struct Command: Sendable, Equatable {
  package enum Invocation: Sendable, Equatable {
    /// A program, found by `PATH` unless its name has a slash, and its arguments.
    case arguments([String])
    /// A text that `/bin/sh` runs.
    case shell(String)
  }

  package var invocation: Invocation
  package var environment: [String: String]
  /// The longest time that it may take.
  package var limit: Duration
  /// Bytes of standard output that it may print.
  package var outputLimit: Int

  package init(
    _ invocation: Invocation, environment: [String: String], limit: Duration, outputLimit: Int = 64 << 10
  ) {
    self.invocation = invocation
    self.environment = environment
    self.limit = limit
    self.outputLimit = outputLimit
  }

  /// Standard output, where the command ended with 0. Once `isStopped` is true, which is asked every few milliseconds, the command is
  /// ended.
  package func run(unless isStopped: () -> Bool = { false }) throws(CommandFailure) -> [UInt8] {
    let clock = Stopwatch()
    let started: StartedCommand
    do { started = try StartedCommand(invocation, environment: environment) } catch { throw CommandFailure(error) }
    var (output, errors) = started.readings(output: .first(outputLimit), errors: .last(CommandFailure.keptErrors))
    var pace = Pace()
    var problem: CommandError?
    while problem == nil, !started.process.hasEnded {
      pace.wait(&output, &errors)
      if output.isBeyondLimit {
        problem = .tooMuch(limit: outputLimit)
      } else if clock.elapsed >= limit {
        problem = .timedOut(after: limit)
      } else if isStopped() {
        problem = .stopped
      }
    }
    if problem != nil {
      // Its output is read on, so that it does not wait for that.
      var pace = Pace()
      started.process.end { pace.wait(&output, &errors) }
    }
    output.drain()
    errors.drain()
    let ending = started.process.reaped()
    if problem == nil, output.isBeyondLimit { problem = .tooMuch(limit: outputLimit) }
    if let problem = problem ?? ending { throw CommandFailure(problem, errors: errors.bytes, output: output.bytes) }
    return output.bytes
  }
}
