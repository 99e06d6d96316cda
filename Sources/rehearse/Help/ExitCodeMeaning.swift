import Verification

extension ExitCode {
  /// For the list in the help.
  var meaning: String {
    switch self {
    case .passed: "passed"
    case .verificationFailed: "verification failed: messages were lost, duplicated, corrupted, …"
    case .expectationFailed: "an expectation on a metric failed"
    case .nothingRan: "nothing ran"
    case .infrastructure: "the cluster could not be used: unreachable, refused, wrong topic"
    case .generatorLimited: "this machine was too slow for the rate asked for"
    case .inconclusive: "inconclusive: what happened to some messages is not known"
    case .usage: "the command line is wrong"
    case .invalidInput: "a scenario or its data is invalid"
    case .missingFile: "a file is missing"
    case .internalFault: "a fault in rehearse itself"
    case .unwritableReport: "a report could not be written"
    case .interrupted: "interrupted (SIGINT); reports are still written"
    case .terminated: "terminated (SIGTERM); reports are still written"
    }
  }
}
