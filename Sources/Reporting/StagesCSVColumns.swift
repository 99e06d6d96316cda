internal import Scenarios
import Verification

// In the order of the file; names, units and meanings are those of `report-format.md`. In groups, because the compiler
// takes seconds over one long literal of closures.
extension StagesCSV {
  static let identity: [StageColumn] = [
    .number("schema_version") { $0.result.schemaVersion },
    .text("run_id") { $0.result.runID },
    .number("repeat") { $0.result.repetition },
    .text("scenario") { $0.result.scenario },
    .text("stage") { $0.isWhole ? "*" : $0.stage.name },
    .number("stage_index") { $0.stage.index },
    .text("verdict") { $0.isWhole ? $0.result.verdict.rawValue : $0.stage.verdict.rawValue },
    .text("limited_by") { $0.stage.limitedBy?.rawValue },
    .text("started_at") { row in
      (row.stage.startedAt ?? (row.isWhole ? row.result.startedAt : nil)).map { Timestamp(milliseconds: $0).rfc3339 }
    },
    .seconds("duration_target_s") { $0.stage.targetDuration },
    .seconds("duration_s") { $0.stage.duration },
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
    .text("security_protocol") { $0.result.provenance.securityProtocol },
    .text("template") { $0.stage.template },
    .text("acks") { $0.stage.acks },
    .text("compression") { $0.stage.compression },
    .decimal("linger_ms", places: 3) { $0.stage.lingerMilliseconds },
    .flag("idempotent") { $0.stage.idempotent },
    .number("producer_count") { $0.stage.producerCount },
    .decimal("message_mean_bytes", places: 1) { $0.stage.messageMeanBytes },
  ]

  static let sending: [StageColumn] = [
    .decimal("rate_target_per_s", places: 1) { $0.rated?.targetRate },
    .decimal("rate_kept_per_s", places: 1) { $0.rated?.keptRate },
    .decimal("rate_kept_ratio", places: 4) { $0.rated?.keptRateRatio },
    .count("due") { $0.send?.due },
    .count("sent") { $0.send?.sent },
    .count("withheld") { $0.send?.withheld },
    .count("dropped") { $0.send?.dropped },
    .count("unsent") { $0.send?.unsent },
    .count("acknowledged") { $0.send?.acknowledged },
    .count("rejected") { $0.send?.rejected },
    .count("unknown") { $0.send?.unknown },
    .count("aborted") { $0.send?.aborted },
    .count("bytes_acknowledged") { $0.send?.bytesAcknowledged },
    .decimal("throughput_bytes_per_s", places: 1) { $0.rated?.bytesPerSecond },
  ]

  static let latencies: [StageColumn] =
    [
      .latency("lateness_p50_ms", .percentile(50), of: \.lateness),
      .latency("lateness_p99_ms", .percentile(99), of: \.lateness),
      .latency("lateness_max_ms", .maximum, of: \.lateness),
      .seconds("queue_full_s") { $0.stage.queueFull },
      .count("retries") { $0.stage.retries },
      .milliseconds("ack_gap_max_ms") { $0.stage.ackGapMax },
    ]
    + StageColumn.latencies("service_latency", of: \.serviceLatency)
    + StageColumn.latencies("ack_latency", of: \.ackLatency)
    + StageColumn.latencies("end_to_end_latency", of: \.endToEndLatency)

  static let reading: [StageColumn] = [
    .found("read", \.read),
    .found("bytes_read", \.bytesRead),
    .decimal("read_rate_per_s", places: 1) { $0.rated?.readRate },
    .milliseconds("read_gap_max_ms") { $0.stage.readGapMax },
    .count("lag_max") { $0.stage.lagMax },
    .seconds("drain_s") { $0.stage.drain },
    .found("found", \.found),
    .found("lost", \.lost),
    .found("trimmed", \.trimmed),
    .found("unseen", \.unseen),
    .found("unknown_found", \.unknownFound),
    .found("unknown_absent", \.unknownAbsent),
    .found("unknown_unseen", \.unknownUnseen),
    .found("aborted_hidden", \.abortedHidden),
    .found("aborted_visible", \.abortedVisible),
    .found("phantom", \.phantom),
    .found("duplicated", \.duplicated),
    .found("reordered", \.reordered),
    .count("reordered_distance_max") { $0.detects(.reordered) ? $0.read?.reorderedDistanceMax : nil },
    .found("corrupted", \.corrupted),
    .found("misrouted", \.misrouted),
    .found("invalid", \.invalid),
    .found("foreign", \.foreign),
  ]

  static let judgement: [StageColumn] = [
    .number("anomalies_written") { $0.stage.anomaliesWritten },
    .number("expectations_total") { $0.checks.count },
    .number("expectations_broken") { $0.checks.count { $0.isBroken } },
    .number("expectations_inconclusive") { $0.checks.count { $0.isInconclusive } },
    .seconds("client_cpu_s") { $0.stage.clientCPU },
    .count("client_rss_max_bytes") { $0.stage.clientRSSMax },
    .text("error_code") { $0.problem?.code },
    .text("error_message") { $0.problem?.message },
  ]
}
