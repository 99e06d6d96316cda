/// A program that is run to its end, however long that takes: what it prints on standard error is passed on as it comes, and signals
/// reach it meanwhile.
package struct FollowedCommand: Sendable, Equatable {
  /// The program, searched for in `PATH` unless its name has a slash, and its arguments.
  package var words: [String]
  package var environment: [String: String]

  package init(_ words: [String], environment: [String: String]) {
    self.words = words
    self.environment = environment
  }

  package struct Ending: Sendable, Equatable {
    /// Nil for a program that ended as it should.
    package var error: CommandError?
    /// The end of its standard output.
    package var output: [UInt8]
  }

  /// The bytes of standard output that are kept.
  private static let keptOutput = 16 << 10
  /// The bytes of standard error that are passed on at once.
  private static let piece = 64 << 10

  /// Runs it. `hear` gets what it prints on standard error; `signal` is asked every few milliseconds for a signal to send to its
  /// group, which `group` can end from another thread.
  package func run(
    in group: CommandGroup, hear: ([UInt8]) -> Void, signal: () -> Int32?
  ) throws(CommandError) -> Ending {
    let started = try StartedCommand(.arguments(words), environment: environment)
    started.process.join(group)
    var (output, errors) = started.readings(output: .last(Self.keptOutput), errors: .last(Self.piece))
    var pace = Pace()
    while !started.process.hasEnded {
      pace.wait(&output, &errors)
      pass(&errors, to: hear)
      if let number = signal() { started.process.send(number) }
    }
    output.drain()
    errors.drain()
    pass(&errors, to: hear)
    // Once it is reaped, its number can be that of another process.
    group.leave()
    return Ending(error: started.process.reaped(), output: output.bytes)
  }

  private func pass(_ errors: inout PipeReading, to hear: ([UInt8]) -> Void) {
    let bytes = errors.taken()
    if !bytes.isEmpty { hear(bytes) }
  }
}
