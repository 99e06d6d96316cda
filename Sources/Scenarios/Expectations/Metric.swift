/// What a condition can be stated on: the columns of `stages.csv` that were measured, without their unit. What each one
/// is stands in `facts`.
package enum Metric: String, Sendable, Codable, CaseIterable {
  // Counts of sending.
  case due, sent, withheld, dropped, unsent, acknowledged, rejected, unknown, aborted, retries
  // Counts of reading.
  case read, found, lost, trimmed, unseen, phantom, duplicated, reordered, corrupted, misrouted, invalid, foreign
  case unknownFound = "unknown_found"
  case unknownAbsent = "unknown_absent"
  case unknownUnseen = "unknown_unseen"
  case abortedHidden = "aborted_hidden"
  case abortedVisible = "aborted_visible"
  case reorderedDistanceMax = "reordered_distance_max"
  case lagMax = "lag_max"

  case rateKept = "rate_kept"
  case readRate = "read_rate"
  case throughput

  case bytesAcknowledged = "bytes_acknowledged"
  case bytesRead = "bytes_read"
  case messageMean = "message_mean"
  case clientRSSMax = "client_rss_max"

  case duration, drain
  case queueFull = "queue_full"
  case ackGapMax = "ack_gap_max"
  case readGapMax = "read_gap_max"
  case clientCPU = "client_cpu"

  case latenessP50 = "lateness_p50"
  case latenessP99 = "lateness_p99"
  case latenessMax = "lateness_max"

  case serviceLatencyMin = "service_latency_min"
  case serviceLatencyMean = "service_latency_mean"
  case serviceLatencyP50 = "service_latency_p50"
  case serviceLatencyP90 = "service_latency_p90"
  case serviceLatencyP95 = "service_latency_p95"
  case serviceLatencyP99 = "service_latency_p99"
  case serviceLatencyP999 = "service_latency_p999"
  case serviceLatencyMax = "service_latency_max"

  case ackLatencyMin = "ack_latency_min"
  case ackLatencyMean = "ack_latency_mean"
  case ackLatencyP50 = "ack_latency_p50"
  case ackLatencyP90 = "ack_latency_p90"
  case ackLatencyP95 = "ack_latency_p95"
  case ackLatencyP99 = "ack_latency_p99"
  case ackLatencyP999 = "ack_latency_p999"
  case ackLatencyMax = "ack_latency_max"

  case endToEndLatencyMin = "end_to_end_latency_min"
  case endToEndLatencyMean = "end_to_end_latency_mean"
  case endToEndLatencyP50 = "end_to_end_latency_p50"
  case endToEndLatencyP90 = "end_to_end_latency_p90"
  case endToEndLatencyP95 = "end_to_end_latency_p95"
  case endToEndLatencyP99 = "end_to_end_latency_p99"
  case endToEndLatencyP999 = "end_to_end_latency_p999"
  case endToEndLatencyMax = "end_to_end_latency_max"

  /// No column: why every message of a stage is turned away.
  case refused
}

/// What was timed, of each message.
package enum Latency: String, Sendable, CaseIterable {
  /// Sent − due.
  case lateness
  /// Acknowledged − sent.
  case service = "service_latency"
  /// Acknowledged − due.
  case ack = "ack_latency"
  /// Read back − due.
  case endToEnd = "end_to_end_latency"

  /// One value of many.
  package enum Statistic: String, Sendable, CaseIterable {
    case min, mean, p50, p90, p95, p99, p999, max

    /// Nil for what is no percentile.
    package var percentile: Double? {
      switch self {
      case .min, .mean, .max: nil
      case .p50: 50
      case .p90: 90
      case .p95: 95
      case .p99: 99
      case .p999: 99.9
      }
    }
  }
}

extension Metric {
  /// Which latency it is, and which of its statistics; nil for what is none.
  package var latency: (of: Latency, statistic: Latency.Statistic)? {
    for latency in Latency.allCases where rawValue.hasPrefix(latency.rawValue + "_") {
      let rest = rawValue.dropFirst(latency.rawValue.count + 1)
      if let statistic = Latency.Statistic(rawValue: String(rest)) { return (latency, statistic) }
    }
    return nil
  }
}
