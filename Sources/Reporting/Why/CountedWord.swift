internal import Scenarios
package import Verification

/// The words by which reports count and measure: columns of `stages.csv` without unit and statistic, and so also what an
/// expectation can be stated on and what an anomaly is called.
package enum CountedWord: String, Sendable, CaseIterable {
  case due, sent, withheld, dropped, unsent
  case acknowledged, rejected, unknown, aborted
  case found, lost, trimmed, unseen
  case unknownFound = "unknown_found"
  case unknownAbsent = "unknown_absent"
  case unknownUnseen = "unknown_unseen"
  case abortedHidden = "aborted_hidden"
  case abortedVisible = "aborted_visible"
  case phantom, duplicated, reordered, corrupted, misrouted, invalid, foreign, read

  case rateKept = "rate_kept"
  case throughput
  case lateness
  case serviceLatency = "service_latency"
  case ackLatency = "ack_latency"
  case endToEndLatency = "end_to_end_latency"
  case ackGapMax = "ack_gap_max"
  case readGapMax = "read_gap_max"
  case queueFull = "queue_full"
  case retries
  case lagMax = "lag_max"
  case drain, duration
  case readRate = "read_rate"
  case bytesAcknowledged = "bytes_acknowledged"
  case bytesRead = "bytes_read"
  case messageMean = "message_mean"
  case reorderedDistanceMax = "reordered_distance_max"
  case clientCPU = "client_cpu"
  case clientRSSMax = "client_rss_max"
  case refused

  /// From a column's name: `ack_latency_p99_ms`, `queue_full_s`, `rate_kept_ratio`.
  init?(column: String) {
    var name = column[...]
    for unit in ["_ms", "_bytes_per_s", "_per_s", "_s", "_ratio", "_bytes"] where name.hasSuffix(unit) {
      name = name.dropLast(unit.count)
      break
    }
    if let word = Self(rawValue: String(name)) {
      self = word
      return
    }
    let statistics = ["_min", "_mean", "_max", "_p50", "_p90", "_p95", "_p99", "_p999"]
    guard let statistic = statistics.first(where: name.hasSuffix) else { return nil }
    self.init(rawValue: String(name.dropLast(statistic.count)))
  }

  /// What an expectation on it that is broken ends a run with: that of its metric, or of its statistics.
  package var exit: ExitCode {
    let metric = Metric(rawValue: rawValue) ?? Metric.allCases.first { $0.rawValue.hasPrefix("\(rawValue)_") }
    return switch metric?.breach {
    case .inconclusive: .inconclusive
    case .verification: .verificationFailed
    case .expectation, nil: .expectationFailed
    }
  }

  var explanation: Explanation {
    switch self {
    case .due: SendWords.due
    case .sent: SendWords.sent
    case .withheld: SendWords.withheld
    case .dropped: SendWords.dropped
    case .unsent: SendWords.unsent
    case .acknowledged: SendWords.acknowledged
    case .rejected: SendWords.rejected
    case .unknown: SendWords.unknown
    case .aborted: SendWords.aborted
    case .found: ReadWords.found
    case .lost: ReadWords.lost
    case .trimmed: ReadWords.trimmed
    case .unseen: ReadWords.unseen
    case .unknownFound: ReadWords.unknownFound
    case .unknownAbsent: ReadWords.unknownAbsent
    case .unknownUnseen: ReadWords.unknownUnseen
    case .abortedHidden: ReadWords.abortedHidden
    case .abortedVisible: ReadWords.abortedVisible
    case .phantom: ReadWords.phantom
    case .duplicated: ReadWords.duplicated
    case .reordered: ReadWords.reordered
    case .corrupted: ReadWords.corrupted
    case .misrouted: ReadWords.misrouted
    case .invalid: ReadWords.invalid
    case .foreign: ReadWords.foreign
    case .read: ReadWords.read
    case .rateKept: TimeWords.rateKept
    case .throughput: TimeWords.throughput
    case .lateness: TimeWords.lateness
    case .serviceLatency: TimeWords.serviceLatency
    case .ackLatency: TimeWords.ackLatency
    case .endToEndLatency: TimeWords.endToEndLatency
    case .ackGapMax: TimeWords.ackGapMax
    case .readGapMax: TimeWords.readGapMax
    case .queueFull: TimeWords.queueFull
    case .retries: TimeWords.retries
    case .lagMax: TimeWords.lagMax
    case .drain: TimeWords.drain
    case .duration: TimeWords.duration
    case .readRate: TimeWords.readRate
    case .bytesAcknowledged: SizeWords.bytesAcknowledged
    case .bytesRead: SizeWords.bytesRead
    case .messageMean: SizeWords.messageMean
    case .reorderedDistanceMax: ReadWords.reorderedDistanceMax
    case .clientCPU: SizeWords.clientCPU
    case .clientRSSMax: SizeWords.clientRSSMax
    case .refused: SendWords.refused
    }
  }

  var bearing: String {
    let own = "its check is called"
    switch exit {
    case .inconclusive:
      return
        "An expectation on it that does not hold proves nothing either way: exit code 22; \(own) inconclusive.\(rawValue)."
    case .verificationFailed:
      return
        "An expectation on it that is broken: exit code 10; \(own) verification.\(rawValue), or inconclusive.\(rawValue) "
        + "where nothing is proven (exit code 22)."
    default:
      return
        "An expectation on it that is broken: exit code 11; \(own) expectation.\(rawValue), or inconclusive.\(rawValue) "
        + "where nothing is proven (exit code 20, 21 or 22)."
    }
  }
}
