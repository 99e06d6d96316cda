internal import Scenarios
internal import Verification

// In the order of the file; their names, units and meanings are in Reports/README.md. In groups, because the compiler
// takes seconds over one long literal of closures.
extension StagesCSV {
  static let identity: [StageColumn] =
    StageColumn.run + [
      .text(KeyColumn.stage.rawValue) { $0.isWhole ? "*" : $0.stage.name },
      .number("stage_index") { $0.stage.ordinal ?? $0.stage.index },
      .text(KeyColumn.verdict.rawValue) { $0.isWhole ? $0.result.verdict.rawValue : $0.stage.verdict.rawValue },
      .text(KeyColumn.limitedBy.rawValue) { $0.stage.limitedBy?.rawValue },
      .text(KeyColumn.startedAt.rawValue) { row in
        (row.stage.startedAt ?? (row.isWhole ? row.result.startedAt : nil)).map { Timestamp(milliseconds: $0).rfc3339 }
      },
      .seconds("duration_target_s") { $0.stage.targetDuration },
      .metric(.duration),
    ]

  static let settings: [StageColumn] = [
    .text("topic") { $0.stage.topic },
    .number(ComparedFact.partitionCount.rawValue) { $0.stage.partitionCount },
    .number(ComparedFact.replicationFactor.rawValue) { $0.stage.replicationFactor },
    .text("security_protocol") { row in
      row.stage.securityProtocol ?? (row.stage.answers == nil ? row.result.provenance.securityProtocol : nil)
    },
    .text("template") { $0.stage.template },
    .text("acks") { $0.stage.acks },
    .text("compression") { $0.stage.compression },
    .decimal("linger_ms", places: 3) { $0.stage.lingerMilliseconds },
    .flag("idempotent") { $0.stage.idempotent },
    .number("producer_count") { $0.stage.producerCount },
    .metric(.messageMean, places: 1),
  ]

  static let sending: [StageColumn] =
    [
      .decimal(KeyColumn.rateTarget.rawValue, places: 1) { $0.rated?.targetRate },
      .metric(.rateKept, in: .rate),
      .metric(.rateKept, in: .ratio),
    ]
    + .metrics([
      .due, .sent, .withheld, .dropped, .unsent, .acknowledged, .rejected, .unknown, .aborted, .bytesAcknowledged,
      .throughput,
    ])

  static let latencies: [StageColumn] =
    .latency(.lateness) + .metrics([.queueFull, .retries, .ackGapMax]) + .latency(.service) + .latency(.ack)
    + .latency(.endToEnd)

  static let reading: [StageColumn] = .metrics([
    .read, .bytesRead, .readRate, .readGapMax, .lagMax, .drain, .found, .lost, .trimmed, .unseen, .unknownFound,
    .unknownAbsent, .unknownUnseen, .abortedHidden, .abortedVisible, .phantom, .duplicated, .reordered,
    .reorderedDistanceMax, .corrupted, .misrouted, .invalid, .foreign,
  ])

  static let judgement: [StageColumn] = [
    .number("anomalies_written") { $0.stage.anomaliesWritten },
    .number("expectations_total") { $0.checks.count },
    .number("expectations_broken") { $0.checks.count { $0.isBroken } },
    .number("expectations_inconclusive") { $0.checks.count { $0.isInconclusive } },
    .metric(.clientCPU),
    .metric(.clientRSSMax),
    .text("error_code") { $0.problem?.code },
    .text("error_message") { $0.problem?.sentence },
    .metric(.clientCPUPerMessage),
    .metric(.throttle),
  ]

  static let posting: [StageColumn] = [
    .text("target") { $0.stage.answers?.target },
    .number("connections_max") { $0.answers?.connectionsMax },
    .count("connections_made") { $0.answers?.connectionsMade },
    .count("answers_2xx") { $0.answers?.successes },
    .count("answers_3xx") { $0.answers?.redirects },
    .count("answers_4xx") { $0.answers?.clientErrors },
    .count("answers_5xx") { $0.answers?.serverErrors },
    .count("answers_none") { $0.answers?.unanswered },
  ]
}

extension [StageColumn] {
  fileprivate static func metrics(_ metrics: [Metric]) -> Self { metrics.map { .metric($0) } }

  /// A column for each statistic: `service_latency_min_ms` and so on.
  fileprivate static func latency(_ latency: Latency) -> Self {
    metrics(latency.statistics.map { .latency(latency, $0) })
  }
}
