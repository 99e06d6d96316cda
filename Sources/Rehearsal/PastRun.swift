package import Reporting
package import Scenarios
package import Verification

/// A run folder that cannot be used.
package enum PastRunError: Error, Sendable {
  case unreadable(InputFileError)
  case malformed(path: String, RunJSON.Failure)

  /// One sentence, lower case.
  package var message: String {
    switch self {
    case .unreadable(let error): "\(error.path): \(error.reason)"
    case .malformed(let path, let error): "\(path): \(error.message)"
    }
  }

  package var exit: ExitCode {
    if case .unreadable = self { .missingFile } else { .invalidInput }
  }
}

/// A finished run, read from its folder.
package enum PastRun {
  /// The result in a `run.json`.
  package static func result(_ file: String) throws(PastRunError) -> RunResult {
    let bytes: [UInt8]
    do { bytes = try InputFile.read(file, limit: 256 << 20) } catch { throw .unreadable(error) }
    do { return try RunJSON.result(from: bytes) } catch { throw .malformed(path: file, error) }
  }

  /// The run in a folder, or in its `run.json`; `isSame` if its messages are those of `scenario`.
  package static func read(
    _ path: String, for scenario: Scenario
  ) throws(PastRunError) -> (run: MessageListing.Run, isSame: Bool) {
    let file = path.hasSuffix(".json") ? path : "\(path)/\(ReportFile.run.name)"
    let result = try result(file)
    guard RunID.isText(result.runID) else {
      throw .malformed(path: file, .malformed("\"run_id\" is not a run id"))
    }
    let seed = result.resolvedScenario?.seed ?? 0
    let resolved = ResolvedScenario(scenario, seed: seed, digest: SHA256.text) { $0.value }.withoutPlace
    return (
      MessageListing.Run(id: result.runID, seed: seed, startedAt: result.startedAt),
      resolved == result.resolvedScenario?.withoutPlace
    )
  }
}
