#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A program that may leave others running, such as one that starts a broker: they live on when it has ended, and when this process
/// has.
///
/// Three things would hold it up or end what it started. A pipe is open for as long as any of them has it, so that its output goes to
/// a file, and its own end is waited for. They inherit no descriptor of this process, such as that of a locked file. It leads a session
/// of its own, and its group is ended only at the time limit.
package struct LastingCommand: Sendable, Equatable {
  /// The program, found by `PATH` unless its name has a slash, and its arguments.
  package var words: [String]
  /// All variables that it has.
  package var environment: [String: String]
  /// The working directory; nil for that of this process.
  package var directory: String?
  /// The longest time that it may take.
  package var limit: Duration

  package init(_ words: [String], environment: [String: String], in directory: String? = nil, limit: Duration) {
    self.words = words
    self.environment = environment
    self.directory = directory
    self.limit = limit
  }

  /// A command's end.
  package struct Ending: Sendable, Equatable {
    /// False for a program that is not there or could not be started.
    package var hasStarted: Bool
    /// Nil for a program that ended with 0.
    package var error: CommandError?
    /// The last bytes of standard output and standard error together, at most 8 KiB. They may hold a secret, and must be redacted before
    /// they are shown.
    package var output: [UInt8]
  }

  /// The bytes of output that are kept.
  package static let keptOutput = 8 << 10
  /// Milliseconds between two looks whether it has ended, which grow.
  private static let longestWait: Int32 = 16

  /// Runs it to its end, at most for its limit.
  package func run() -> Ending {
    let clock = Stopwatch()
    do throws(CommandError) {
      let file = try TemporaryFile.new()
      let process = try StartedProcess(
        .arguments(words), environment: environment, in: directory,
        Spawning.Streams(input: nil, output: file.number, errors: file.number))
      var wait: Int32 = 1
      while !process.hasEnded, clock.elapsed < limit {
        poll(nil, 0, wait)
        wait = min(wait * 2, Self.longestWait)
      }
      let isOver = process.hasEnded
      if !isOver { process.end { poll(nil, 0, 1) } }
      let ending = process.reaped()
      return Ending(
        hasStarted: true, error: isOver ? ending : .timedOut(after: limit), output: file.end(Self.keptOutput))
    } catch {
      return Ending(hasStarted: false, error: error, output: [])
    }
  }
}
