internal import Scenarios

extension StageResult {
  /// The value of a metric as its cell in `stages.csv` has it, before that is rounded: percentiles are the histogram's (in
  /// whole microseconds), minimum, maximum and mean those of the nanoseconds recorded. Nil where the cell is empty.
  func value(of metric: Metric, in unit: MetricFacts.Unit) -> Measurement? {
    if !measured, metric.facts.emptyIn.contains(.unmeasured) { return nil }
    if let (latency, statistic) = metric.latency {
      return histogram(of: latency)?.nanoseconds(statistic).map { .duration($0) }
    }
    if let count = count(of: metric) { return .count(count) }
    switch metric {
    case .rateKept: return unit == .ratio ? keptRateRatio.map { .ratio($0) } : keptRate.map { .rate($0) }
    case .readRate: return readRate.map { .rate($0) }
    case .throughput: return bytesPerSecond.map { .byteRate($0) }
    case .bytesAcknowledged: return .size(Double(send.bytesAcknowledged))
    case .bytesRead: return read.map { .size(Double($0.bytesRead)) }
    case .messageMean: return messageMeanBytes.map { .size($0) }
    case .clientRSSMax: return clientRSSMax.map { .size(Double($0)) }
    case .duration: return duration.map { .duration(Double($0)) }
    case .drain: return drain.map { .duration(Double($0)) }
    case .queueFull: return queueFull.map { .duration(Double($0)) }
    case .ackGapMax: return ackGapMax.map { .duration(Double($0)) }
    case .readGapMax: return readGapMax.map { .duration(Double($0)) }
    case .clientCPU: return clientCPU.map { .duration(Double($0)) }
    default: return nil
    }
  }

  private func count(of metric: Metric) -> UInt64? {
    switch metric {
    case .due: send.due
    case .sent: send.sent
    case .withheld: send.withheld
    case .dropped: send.dropped
    case .unsent: send.unsent
    case .acknowledged: send.acknowledged
    case .rejected: send.rejected
    case .unknown: send.unknown
    case .aborted: send.aborted
    case .retries: retries
    case .lagMax: lagMax
    case .read: read?.read
    case .found: read?.found
    case .lost: read?.lost
    case .trimmed: read?.trimmed
    case .unseen: read?.unseen
    case .unknownFound: read?.unknownFound
    case .unknownAbsent: read?.unknownAbsent
    case .unknownUnseen: read?.unknownUnseen
    case .abortedHidden: read?.abortedHidden
    case .abortedVisible: read?.abortedVisible
    case .phantom: read?.phantom
    case .duplicated: read?.duplicated
    case .reordered: read?.reordered
    case .reorderedDistanceMax: read?.reorderedDistanceMax
    case .corrupted: read?.corrupted
    case .misrouted: read?.misrouted
    case .invalid: read?.invalid
    case .foreign: read?.foreign
    default: nil
    }
  }

  private func histogram(of latency: Latency) -> LatencyHistogram? {
    switch latency {
    case .lateness: lateness
    case .service: serviceLatency
    case .ack: ackLatency
    case .endToEnd: endToEndLatency
    }
  }
}

extension LatencyHistogram {
  /// Nil where nothing was recorded.
  fileprivate func nanoseconds(_ statistic: Latency.Statistic) -> Double? {
    guard count > 0 else { return nil }
    switch statistic {
    case .min: return Double(minimum)
    case .max: return Double(maximum)
    case .mean: return meanMilliseconds.map { $0 * 1e6 }
    case .p50, .p90, .p95, .p99, .p999:
      return statistic.percentile.flatMap { nanoseconds(atPercentile: $0) }.map { Double($0) }
    }
  }
}
