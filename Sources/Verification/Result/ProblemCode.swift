/// What kind of thing kept a run or a stage from going on. The texts are stable: they stand in reports, people look them
/// up, and tools filter by them.
package enum ProblemCode: String, Sendable, CaseIterable {
  case brokersUnreachable = "infrastructure.brokers-unreachable"
  case clientFatal = "infrastructure.client-fatal"
  case clusterLost = "infrastructure.cluster-lost"
  case leaderUnreachable = "infrastructure.leader-unreachable"
  case loginRefused = "infrastructure.login-refused"
  case noLeader = "infrastructure.no-leader"
  case partitionCount = "infrastructure.partition-count"
  case partitionMissing = "infrastructure.partition-missing"
  case readerFailed = "infrastructure.reader-failed"
  case tls = "infrastructure.tls"
  case topicMissing = "infrastructure.topic-missing"
  case topicNotCreated = "infrastructure.topic-not-created"
  case topicRefused = "infrastructure.topic-refused"
  case unknownHost = "infrastructure.unknown-host"
  case unreachable = "infrastructure.unreachable"

  case clientSettings = "input.client-settings"
  case tooMuchForEmbedded = "input.too-much-for-embedded"
  case unreadable = "input.unreadable"

  case readingGivenUp = "inconclusive.reading-given-up"
  case stageTooLong = "inconclusive.stage-too-long"

  case report = "output.report"
  case workFile = "output.work-file"

  case interrupt = "signal.interrupt"
  case terminate = "signal.terminate"

  case count = "internal.count"

  /// What a run with this problem, and no worse one, ends with.
  package var exit: ExitCode {
    switch self {
    case .brokersUnreachable, .clientFatal, .clusterLost, .leaderUnreachable, .loginRefused, .noLeader,
      .partitionCount, .partitionMissing, .readerFailed, .tls, .topicMissing, .topicNotCreated, .topicRefused,
      .unknownHost, .unreachable:
      .infrastructure
    case .clientSettings, .tooMuchForEmbedded: .invalidInput
    case .unreadable: .missingFile
    case .readingGivenUp, .stageTooLong: .inconclusive
    case .report, .workFile: .unwritableReport
    case .interrupt: .interrupted
    case .terminate: .terminated
    case .count: .internalFault
    }
  }
}
