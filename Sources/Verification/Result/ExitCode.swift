internal import Diagnostics
internal import Scenarios

/// The exit code of the process. 1 and 2 are never used, so that a crash or a shell's own error is no verdict.
package enum ExitCode: Int32, Sendable, Equatable, Codable, CaseIterable {
  case passed = 0
  case verificationFailed = 10
  case expectationFailed = 11
  case nothingRan = 12
  case regressed = 13
  case notComparable = 14
  case infrastructure = 20
  case generatorLimited = 21
  case inconclusive = 22
  case usage = 64
  case invalidInput = 65
  case missingFile = 66
  case internalFault = 70
  case unwritableReport = 74
  case interrupted = 130
  case terminated = 143

  /// The order of precedence where several apply, over stages, repetitions and files. Proven loss is never hidden by a slow
  /// machine, nor by another file that cannot be run.
  package static let precedence: [ExitCode] = [
    .interrupted, .terminated, .internalFault, .verificationFailed, .expectationFailed, .regressed, .usage,
    .invalidInput,
    .missingFile, .infrastructure, .inconclusive, .generatorLimited, .notComparable, .unwritableReport, .nothingRan,
    .passed,
  ]

  /// The exit codes that apply, each once, the one to exit with first; `[.passed]` where there is none.
  package static func ranked(_ codes: some Sequence<ExitCode>) -> [ExitCode] {
    let present = Set(codes)
    let ranked = precedence.filter { $0 != .passed && present.contains($0) }
    return ranked.isEmpty ? [.passed] : ranked
  }

  package var verdict: Verdict {
    switch self {
    case .passed: .passed
    case .verificationFailed, .expectationFailed, .regressed: .failed
    case .interrupted, .terminated: .aborted
    case .nothingRan, .notComparable, .infrastructure, .generatorLimited, .inconclusive, .usage, .invalidInput,
      .missingFile,
      .internalFault, .unwritableReport:
      .inconclusive
    }
  }
}

/// The verdict on a run or a stage.
package enum Verdict: String, Sendable, Equatable, Codable {
  case passed, failed, inconclusive, skipped, aborted
}

extension Code {
  /// The exit code of a run with this problem and nothing worse.
  package var exit: ExitCode {
    switch area {
    case .scenario, .request: .invalidInput
    case .infrastructure: .infrastructure
    case .input: self == .unreadable ? .missingFile : .invalidInput
    case .expectation: .expectationFailed
    case .inconclusive: .inconclusive
    case .output: .unwritableReport
    case .signal: self == .interrupt ? .interrupted : .terminated
    case .internal: .internalFault
    }
  }
}
