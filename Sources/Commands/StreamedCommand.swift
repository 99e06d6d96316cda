/// A program that prints as much as it likes: standard output is handed on in pieces as it comes, and not kept.
///
/// It runs as a `Command` does, with these bytes as standard input.
package struct StreamedCommand: Sendable, Equatable {
  /// The program, found by `PATH` unless its name has a slash, and its arguments.
  package var words: [String]
  /// All variables that it has.
  package var environment: [String: String]
  /// The working directory; nil for that of this process.
  package var directory: String?
  package var input: [UInt8]
  /// The longest time that it may take.
  package var limit: Duration

  package init(
    _ words: [String], environment: [String: String], in directory: String? = nil, input: [UInt8] = [], limit: Duration
  ) {
    self.words = words
    self.environment = environment
    self.directory = directory
    self.input = input
    self.limit = limit
  }

  /// Bytes that are kept between two pieces, and more than is read at once.
  private static let piece = 64 << 10
  /// Pieces read behind the command's end: more than a pipe holds is printed by a process that it left.
  private static let lastPieces = 64

  /// Runs it to its end. `take` gets each piece of standard output, which ends anywhere, not only behind a line. Once `isStopped` is
  /// true, which is asked every few milliseconds, the command is ended. What was handed on before an error is not the whole.
  ///
  /// Returns the end of standard error where the command ended with 0: some programs report a failure there alone, as `psql` does with
  /// commands from its standard input. It may hold a secret, and must be redacted before it is shown.
  @discardableResult
  package func run(
    unless isStopped: () -> Bool = { false }, take: ([UInt8]) -> Void
  ) throws(CommandFailure) -> [UInt8] {
    let clock = Stopwatch()
    let started: StartedCommand
    do throws(CommandError) {
      let file = try TemporaryFile.new(input)
      started = try StartedCommand(.arguments(words), environment: environment, in: directory, input: file.number)
    } catch { throw CommandFailure(error) }
    var (output, errors) = started.readings(output: .last(Self.piece), errors: .last(CommandFailure.keptErrors))
    func pass() {
      let bytes = output.taken()
      if !bytes.isEmpty { take(bytes) }
    }
    var pace = Pace()
    var problem: CommandError?
    while problem == nil, !started.process.hasEnded {
      pace.wait(&output, &errors)
      pass()
      if clock.elapsed >= limit {
        problem = .timedOut(after: limit)
      } else if isStopped() {
        problem = .stopped
      }
    }
    if problem == nil {
      for _ in 0..<Self.lastPieces where output.read() { pass() }
    } else {
      var pace = Pace()
      started.process.end { pace.wait(&output, &errors) }
    }
    errors.drain()
    let ending = started.process.reaped()
    if let problem = problem ?? ending { throw CommandFailure(problem, errors: errors.bytes) }
    return errors.bytes
  }
}
