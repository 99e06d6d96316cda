internal import Rehearsal
internal import Verification

/// The reason why a command ends early; the message has been printed.
struct CommandError: Error {
  var exit: ExitCode
}

extension OverrideOptions {
  /// The overrides with the file of variables read; prints why if it cannot be read.
  func read() throws(CommandError) -> Overrides {
    do {
      return try overrides()
    } catch {
      Terminal.errors.write(error.text + "\n")
      throw CommandError(exit: error.exit)
    }
  }

  /// The overrides with the file of variables read.
  func overrides() throws(EnvironmentFileError) -> Overrides {
    var overrides = Overrides(settings: settings, environmentPath: environmentFile, allowedPaths: allowedPaths)
    if let environmentFile { overrides.environmentFile = try EnvironmentFile.read(environmentFile) }
    return overrides
  }
}
