internal import Rehearsal
internal import Verification

/// A command that ends before it began; why was said.
struct Refusal: Error {
  var exit: ExitCode
}

extension OverrideOptions {
  /// With the file of variables read; where that cannot be, it is said why.
  func read() throws(Refusal) -> Overrides {
    var overrides = Overrides(settings: settings, environmentPath: environmentFile)
    guard let environmentFile else { return overrides }
    do {
      overrides.environmentFile = try EnvironmentFile.read(environmentFile)
    } catch {
      Terminal.errors.write("rehearse: \(error.message)\n")
      throw Refusal(exit: error.exit)
    }
    return overrides
  }
}
