internal import Rehearsal
internal import Verification

/// The reason why a command ends early; the message has been printed.
struct CommandError: Error {
  var exit: ExitCode
}

extension OverrideOptions {
  /// The overrides with the file of variables read; prints why if it cannot be read.
  func read() throws(CommandError) -> Overrides {
    var overrides = Overrides(settings: settings, environmentPath: environmentFile)
    guard let environmentFile else { return overrides }
    do {
      overrides.environmentFile = try EnvironmentFile.read(environmentFile)
    } catch {
      Terminal.errors.write("rehearse: \(error.message)\n")
      throw CommandError(exit: error.exit)
    }
    return overrides
  }
}
