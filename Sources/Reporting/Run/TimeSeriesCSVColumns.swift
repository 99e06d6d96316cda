internal import Scenarios
internal import Verification

/// A column of `timeseries.csv`.
typealias SecondColumn = ReportColumn<SecondRow>

extension ReportColumn<SecondRow> {
  /// Milliseconds, of nanoseconds.
  static func latency(_ name: String, _ value: @escaping @Sendable (SecondRow) -> UInt64?) -> Self {
    .milliseconds(name) { row in value(row).map(Nanoseconds.init(clamping:)) }
  }
}

// In the order of the file; their names and meanings are in Reports/README.md.
extension TimeSeriesCSV {
  static let identity: [SecondColumn] =
    SecondColumn.run + [
      .text("stage") { $0.stage.name },
      .count("stage_index") { ($0.stage.ordinal ?? $0.stage.index).map { UInt64($0) } },
      .count("interval") { UInt64($0.index) },
      .seconds("elapsed_s") { $0.start + $0.length },
      .seconds("interval_s") { $0.length },
      SecondColumn(name: "rate_target_per_s") { row in
        row.series.target(of: row.index).flatMap { FixedPoint.text($0, places: 1) } ?? ""
      },
    ]

  static let counts: [SecondColumn] = [
    .count("due") { $0.interval.due },
    .count("sent") { $0.interval.sent },
    .count("withheld") { $0.interval.withheld },
    .count("dropped") { $0.interval.dropped },
    .count("acknowledged") { $0.interval.acknowledged },
    .count("rejected") { $0.interval.rejected },
    .count("unknown") { $0.interval.unknown },
    .count("aborted") { $0.interval.aborted },
    .count("bytes_acknowledged") { $0.interval.bytesAcknowledged },
    .count("read") { $0.read?.read },
    .count("bytes_read") { $0.read?.bytesRead },
  ]

  static let gauges: [SecondColumn] = [
    .count("in_flight") { $0.interval.inFlight },
    .count("lag") { $0.stage.isUnacknowledged ? nil : $0.read?.lagMax },
    .latency("lateness_max_ms") { $0.interval.latenessMax },
  ]

  static let latencies: [SecondColumn] = [
    .latency("ack_latency_p50_ms") { $0.interval.ackLatency?.p50 },
    .latency("ack_latency_p99_ms") { $0.interval.ackLatency?.p99 },
    .latency("ack_latency_max_ms") { $0.interval.ackLatency?.maximum },
    .latency("end_to_end_latency_p50_ms") { $0.read?.endToEndLatency?.p50 },
    .latency("end_to_end_latency_p99_ms") { $0.read?.endToEndLatency?.p99 },
    .latency("end_to_end_latency_max_ms") { $0.read?.endToEndLatency?.maximum },
  ]

  static let client: [SecondColumn] = [
    .count("retries") { $0.interval.retries },
    .count("throttle_max_ms") { $0.interval.throttleMax },
    .count("queue_messages") { $0.interval.queued },
    .count("anomalies") { $0.interval.anomalies },
  ]
}
