package import Reporting
package import Scenarios
package import Verification

/// What a run left behind, for rendering its messages again.
package enum PastRun {
  package enum Failure: Error, Sendable {
    case unreadable(InputFile.Failure)
    case malformed(path: String, RunJSON.Failure)

    /// One sentence, lower case.
    package var message: String {
      switch self {
      case .unreadable(let failure): "\(failure.path): \(failure.reason)"
      case .malformed(let path, let failure): "\(path): \(failure.message)"
      }
    }

    package var exit: ExitCode {
      if case .unreadable = self { .missingFile } else { .invalidInput }
    }
  }

  /// The run in a folder, or in its `run.json`, and whether its messages are those of `scenario`.
  package static func read(
    _ path: String, for scenario: Scenario
  ) throws(Failure) -> (run: MessageListing.Run, isSame: Bool) {
    let file = path.hasSuffix(".json") ? path : "\(path)/\(ReportFile.run.name)"
    let bytes: [UInt8]
    do { bytes = try InputFile.read(file, limit: 256 << 20) } catch { throw .unreadable(error) }
    let result: RunResult
    do { result = try RunJSON.result(from: bytes) } catch { throw .malformed(path: file, error) }
    let seed = result.resolvedScenario?.seed ?? 0
    let resolved = ResolvedScenario(scenario, seed: seed, digest: SHA256.text) { $0.value }.withoutPlace
    return (
      MessageListing.Run(id: result.runID, seed: seed, startedAt: result.startedAt),
      resolved == result.resolvedScenario?.withoutPlace
    )
  }
}
