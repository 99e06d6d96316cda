package import Diagnostics
package import Scenarios

/// One row of `stages.csv`: the data of all reports of a stage. Nil is "not measured" and prints as an empty cell, 0 is a
/// measured zero.
package struct StageResult: Sendable, Codable {
  package enum LimitedBy: String, Sendable, Codable {
    case generator, cluster
  }

  package var name: String
  /// The index from 0, in the order of the file; nil for the row `*`.
  package var index: Int?
  package var position: SourcePosition?
  package var measured: Bool
  package var verdict: Verdict
  package var limitedBy: LimitedBy?
  /// Milliseconds since 1970; nil for a stage that did not run.
  package var startedAt: Int64?
  package var targetDuration: Nanoseconds?
  /// Stage start to last delivery report.
  package var duration: Nanoseconds?

  package var topic: String?
  package var partitionCount: Int?
  package var replicationFactor: Int?
  package var template: String?
  package var acks: String?
  package var compression: String?
  package var lingerMilliseconds: Double?
  package var idempotent: Bool?
  package var producerCount: Int?
  package var messageMeanBytes: Double?

  package var targetRate: Double?
  package var keptRate: Double?
  /// 0…1.
  package var keptRateRatio: Double?

  package var send: SendCounts
  /// Nil where the topic was not read back.
  package var read: ReadCounts?
  package var bytesPerSecond: Double?

  package var lateness: LatencyHistogram?
  package var serviceLatency: LatencyHistogram?
  package var ackLatency: LatencyHistogram?
  package var endToEndLatency: LatencyHistogram?
  /// The time for which the client's queue was full, or the embedded broker had to be read first.
  package var queueFull: Nanoseconds?
  /// Nil where it was not asked of the client.
  package var retries: UInt64?
  /// The longest time without an acknowledgement while some were awaited.
  package var ackGapMax: Nanoseconds?

  package var readRate: Double?
  package var readGapMax: Nanoseconds?
  package var lagMax: UInt64?
  /// Last send to end of reading.
  package var drain: Nanoseconds?

  package var anomaliesWritten: Int?
  /// A few of each kind of anomaly.
  package var witnesses: [Anomaly]
  package var checks: [Check]
  /// Refusals by reason, most frequent first.
  package var rejections: [Rejection]
  package var clientCPU: Nanoseconds?
  package var clientRSSMax: UInt64?
  package var problem: Problem?

  package init(name: String, index: Int?, position: SourcePosition?, measured: Bool, verdict: Verdict) {
    self.name = name
    self.index = index
    self.position = position
    self.measured = measured
    self.verdict = verdict
    send = SendCounts()
    witnesses = []
    checks = []
    rejections = []
  }
}

extension StageResult {
  /// The value of a metric as its cell in `stages.csv` has it, before that is rounded: percentiles are the histogram's (in
  /// whole microseconds), minimum, maximum and mean those of the nanoseconds recorded. Nil where the cell is empty.
  package func value(of metric: Metric, in unit: MetricFacts.Unit) -> Measurement? {
    if !measured, metric.facts.emptyIn.contains(.unmeasured) { return nil }
    return switch metric {
    case .sending(let count): send.measurement(of: count)
    case .reading(let count): read?.measurement(of: count)
    case .figure(let figure): value(of: figure, in: unit)
    case .latency(let latency, let statistic): histogram(of: latency)?.nanoseconds(statistic).map { .duration($0) }
    case .refused: nil
    }
  }

  private func value(of figure: Figure, in unit: MetricFacts.Unit) -> Measurement? {
    switch figure {
    case .retries: retries.map { .count($0) }
    case .lagMax: lagMax.map { .count($0) }
    case .rateKept: unit == .ratio ? keptRateRatio.map { .ratio($0) } : keptRate.map { .rate($0) }
    case .readRate: readRate.map { .rate($0) }
    case .throughput: bytesPerSecond.map { .byteRate($0) }
    case .messageMean: messageMeanBytes.map { .size($0) }
    case .clientRSSMax: clientRSSMax.map { .size(Double($0)) }
    case .duration: duration.map { .duration(Double($0.count)) }
    case .drain: drain.map { .duration(Double($0.count)) }
    case .queueFull: queueFull.map { .duration(Double($0.count)) }
    case .ackGapMax: ackGapMax.map { .duration(Double($0.count)) }
    case .readGapMax: readGapMax.map { .duration(Double($0.count)) }
    case .clientCPU: clientCPU.map { .duration(Double($0.count)) }
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

  /// Puts a stage that ran into the row `*`: counts and times are added, or the greatest is kept, and histograms merged.
  mutating func add(_ stage: StageResult) {
    let sent = send[.sent]
    send += stage.send
    if send[.sent] > 0 {
      let bytes = (messageMeanBytes ?? 0) * Double(sent) + (stage.messageMeanBytes ?? 0) * Double(stage.send[.sent])
      messageMeanBytes = bytes / Double(send[.sent])
    }
    if let counts = stage.read { read? += counts }
    Self.merge(stage.serviceLatency, into: &serviceLatency)
    Self.merge(stage.ackLatency, into: &ackLatency)
    Self.merge(stage.endToEndLatency, into: &endToEndLatency)
    Self.merge(stage.lateness, into: &lateness)
    queueFull = Self.sum(queueFull, stage.queueFull)
    clientCPU = Self.sum(clientCPU, stage.clientCPU)
    ackGapMax = Self.greater(ackGapMax, stage.ackGapMax)
    readGapMax = Self.greater(readGapMax, stage.readGapMax)
    lagMax = Self.greater(lagMax, stage.lagMax)
    clientRSSMax = Self.greater(clientRSSMax, stage.clientRSSMax)
    anomaliesWritten = Self.sum(anomaliesWritten, stage.anomaliesWritten)
  }

  private static func merge(_ histogram: LatencyHistogram?, into whole: inout LatencyHistogram?) {
    guard let histogram else { return }
    var merged = whole ?? LatencyHistogram()
    merged.merge(histogram)
    whole = merged
  }

  private static func sum<Number: AdditiveArithmetic>(_ left: Number?, _ right: Number?) -> Number? {
    guard let right else { return left }
    return (left ?? .zero) + right
  }

  private static func greater<Number: Comparable>(_ left: Number?, _ right: Number?) -> Number? {
    guard let right else { return left }
    return left.map { max($0, right) } ?? right
  }
}
