/// The reason why a command gave no output.
package enum CommandError: Error, Sendable, Equatable {
  /// No directory of `PATH` has the program, or there is no file of this name.
  case notFound(String)
  /// The file is there and cannot be run: no permission, no program, or one whose interpreter is missing.
  case notExecutable(String)
  case exited(code: Int32)
  case killed(signal: Int32)
  case timedOut(after: Duration)
  /// It printed more than these bytes.
  case tooMuch(limit: Int)
  /// The system could not start it.
  case systemError(errno: Int32)
  /// The run was stopped.
  case stopped
}

/// A command's failure, with the end of what it printed on standard error: that may hold a secret, such as what it printed on
/// standard output, and must be redacted before it is shown.
package struct CommandFailure: Error, Sendable, Equatable {
  package var error: CommandError
  package var errors: [UInt8]
  /// Standard output, as far as it is kept.
  package var output: [UInt8]

  /// The bytes of standard error that are kept.
  static let keptErrors = 4 << 10

  init(_ error: CommandError, errors: [UInt8] = [], output: [UInt8] = []) {
    self.error = error
    self.errors = errors
    self.output = output
  }
}
