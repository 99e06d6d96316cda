internal import Scenarios
internal import Verification

// In the order of the file; their names, units and meanings are in Reports/README.md. In groups, because the compiler
// takes seconds over one long literal of closures.
extension StagesCSV {
  static let identity: [StageColumn] = [
    .number("schema_version") { $0.result.schemaVersion },
    .text("run_id") { $0.result.runID },
    .number("repeat") { $0.result.repetition },
    .text("scenario") { $0.result.scenario },
    .text("stage") { $0.isWhole ? "*" : $0.stage.name },
    .number("stage_index") { $0.stage.ordinal ?? $0.stage.index },
    .text("verdict") { $0.isWhole ? $0.result.verdict.rawValue : $0.stage.verdict.rawValue },
    .text("limited_by") { $0.stage.limitedBy?.rawValue },
    .text("started_at") { row in
      (row.stage.startedAt ?? (row.isWhole ? row.result.startedAt : nil)).map { Timestamp(milliseconds: $0).rfc3339 }
    },
    .seconds("duration_target_s") { $0.stage.targetDuration },
    .metric(.duration),
  ]

  static let provenance: [StageColumn] = [
    .text("label") { $0.result.provenance.label },
    .text("git_sha") { $0.result.provenance.gitSHA },
    .text("git_branch") { $0.result.provenance.gitBranch },
    .flag("git_dirty") { $0.result.provenance.gitDirty },
    .text("tool_version") { $0.result.provenance.toolVersion },
    .text("client_version") { $0.result.provenance.clientVersion },
    .text("scenario_sha256") { $0.result.provenance.scenarioSHA256 },
    .text("client_config_sha256") { $0.result.provenance.clientConfigSHA256 },
    .count("seed") { $0.result.provenance.seed },
    .text("host") { $0.result.provenance.host },
    .text("os") { $0.result.provenance.os },
    .text("arch") { $0.result.provenance.arch },
    .number("cpu_count") { $0.result.provenance.cpuCount },
    .text("broker") { $0.result.provenance.broker.rawValue },
    .number("broker_count") { $0.result.provenance.brokerCount },
  ]

  static let settings: [StageColumn] = [
    .text("topic") { $0.stage.topic },
    .number("partition_count") { $0.stage.partitionCount },
    .number("replication_factor") { $0.stage.replicationFactor },
    .text("security_protocol") { $0.stage.securityProtocol ?? $0.result.provenance.securityProtocol },
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
      .decimal("rate_target_per_s", places: 1) { $0.rated?.targetRate },
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
}

extension [StageColumn] {
  fileprivate static func metrics(_ metrics: [Metric]) -> Self { metrics.map { .metric($0) } }

  /// A column for each statistic: `service_latency_min_ms` and so on.
  fileprivate static func latency(_ latency: Latency) -> Self {
    metrics(latency.statistics.map { .latency(latency, $0) })
  }
}
