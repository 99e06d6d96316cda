package import Diagnostics
package import Scenarios

/// One row of `stages.csv`: the data of all reports of a stage. Nil is "not measured" and prints as an empty cell, 0 is a
/// measured zero.
package struct StageResult: Sendable, Codable {
  package enum LimitedBy: String, Sendable, Codable {
    case generator, cluster
    /// All connections to the stage's target were busy.
    case target
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
  /// The first and the last send, and the last acknowledgement, since the run's start; nil where there was none, and in results of
  /// versions that did not keep it.
  package var firstSend: Nanoseconds?
  package var lastSend: Nanoseconds?
  package var lastAcknowledgement: Nanoseconds?

  package var topic: String?
  package var partitionCount: Int?
  package var replicationFactor: Int?
  package var template: String?
  package var acks: String?
  package var compression: String?
  package var lingerMilliseconds: Double?
  package var idempotent: Bool?
  package var producerCount: Int?
  /// As librdkafka names it: `sasl_ssl`. Nil for the row `*`, which has the cluster's.
  package var securityProtocol: String?
  package var messageMeanBytes: Double?

  package var targetRate: Double?
  package var keptRate: Double?
  /// 0…1.
  package var keptRateRatio: Double?

  package var send: SendCounts
  /// Nil where the topic was not read back.
  package var read: ReadCounts?
  /// The order in which messages had to be found; nil where the topic was not read back, and in results of versions that checked
  /// it by partition only.
  package var order: Verify.Order?
  /// Records whose order was not checked, because there was no space for their keys.
  package var unorderedRecords: UInt64?
  package var bytesPerSecond: Double?

  package var lateness: LatencyHistogram?
  package var serviceLatency: LatencyHistogram?
  package var ackLatency: LatencyHistogram?
  package var endToEndLatency: LatencyHistogram?
  /// The time for which the client's queue was full, or the embedded broker had to be read first.
  package var queueFull: Nanoseconds?
  /// The part of `queueFull` for which the embedded broker had to be read first.
  package var heldByEmbedded: Nanoseconds?
  /// The part of `queueFull` for which the end of a transaction was awaited, and the longest of these waits; nil for none.
  package var heldByTransactions: Nanoseconds?
  package var longestTransactionWait: Nanoseconds?
  /// The times for which this process was stopped while messages were sent and answered; since the run's start, as are those that
  /// follow.
  package var standstills: Intervals?
  /// The times for which it was stopped until the last record was read, those of the sending included.
  package var readingStandstills: Intervals?
  /// The latencies of messages that waited while this process was stopped; they are among all of them.
  package var hinderedServiceLatency: LatencyHistogram?
  package var hinderedAckLatency: LatencyHistogram?
  package var hinderedEndToEndLatency: LatencyHistogram?
  /// The longest gaps without the time for which this process was stopped.
  package var ackGapMaxRunning: Nanoseconds?
  package var readGapMaxRunning: Nanoseconds?
  /// Messages that came due while this process was stopped.
  package var dueInStandstills: UInt64?
  /// The times for which brokers said that they held the producers back.
  package var throttled: Intervals?
  /// The times for which they held the reader back.
  package var readerThrottled: Intervals?
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
  /// The reason why the topic was not to be read back; nil where it was.
  package var notRead: String?
  /// The control of an expected refusal; nil where none is expected.
  package var control: RefusalControl?
  package var clientCPU: Nanoseconds?
  package var clientRSSMax: UInt64?
  package var problem: Problem?
  /// The stage by the second; nil for the row `*`, and in results of versions before it.
  package var series: StageSeries?
  /// The best window of its greatest rate; nil where nothing was due at a time.
  package var peak: PeakShare?
  /// Partitions that its rule names, of which nothing was read though so many messages were to be there; nil where nothing was read
  /// back.
  package var unusedPartitions: [UnusedPartition]?
  /// The position in `stages:`, pauses counted; nil where it is that among the stages.
  package var ordinal: Int?
  /// The answers of its target; nil for a stage that sends to a topic.
  package var answers: TargetAnswers?
  /// The stage ran at the same time as another: the processor time of the process is not its own, and left out. Nil is no.
  package var overlaps: Bool?

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

/// A partition that a stage's rule names, and in which nothing was read of it.
package struct UnusedPartition: Sendable, Equatable, Codable {
  package var number: Int32
  package var expected: UInt64

  package init(number: Int32, expected: UInt64) {
    self.number = number
    self.expected = expected
  }
}

extension StageResult {
  /// The value of a metric as its cell in `stages.csv` has it, before that is rounded: percentiles are the histogram's (in
  /// whole microseconds), minimum, maximum and mean those of the nanoseconds recorded. Nil where the cell is empty.
  package func value(of metric: Metric, in unit: MetricFacts.Unit) -> Measurement? {
    if !measured, metric.facts.emptyIn.contains(.unmeasured) { return nil }
    if order == Verify.Order.none, metric.isOfOrder { return nil }
    return switch metric {
    case .sending(let count): send.measurement(of: count)
    case .reading(let count): read?.measurement(of: count)
    case .figure(let figure): value(of: figure, in: unit)
    case .latency(let latency, let statistic): histogram(of: latency)?.nanoseconds(statistic).map { .duration($0) }
    case .refused, .place: nil
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
    case .clientCPU: ownCPU.map { .duration(Double($0.count)) }
    case .clientCPUPerMessage: clientCPUPerMessage.map { .duration($0 * 1000) }
    case .throttle: throttle.map { .duration(Double($0.total.count)) }
    }
  }

  /// The part of a latency's messages that waited while this process was stopped.
  func hindered(of latency: Latency) -> LatencyHistogram? {
    switch latency {
    case .lateness: nil
    case .service: hinderedServiceLatency
    case .ack: hinderedAckLatency
    case .endToEnd: hinderedEndToEndLatency
    }
  }

  func histogram(of latency: Latency) -> LatencyHistogram? {
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
    order = stage.order ?? order
    unorderedRecords = Self.sum(unorderedRecords, stage.unorderedRecords)
    Self.merge(stage.serviceLatency, into: &serviceLatency)
    Self.merge(stage.ackLatency, into: &ackLatency)
    Self.merge(stage.endToEndLatency, into: &endToEndLatency)
    Self.merge(stage.lateness, into: &lateness)
    Self.merge(stage.hinderedServiceLatency, into: &hinderedServiceLatency)
    Self.merge(stage.hinderedAckLatency, into: &hinderedAckLatency)
    Self.merge(stage.hinderedEndToEndLatency, into: &hinderedEndToEndLatency)
    firstSend = Self.lesser(firstSend, stage.firstSend)
    lastSend = Self.greater(lastSend, stage.lastSend)
    lastAcknowledgement = Self.greater(lastAcknowledgement, stage.lastAcknowledgement)
    ackGapMaxRunning = Self.greater(ackGapMaxRunning, stage.ackGapMaxRunning)
    readGapMaxRunning = Self.greater(readGapMaxRunning, stage.readGapMaxRunning)
    queueFull = Self.sum(queueFull, stage.queueFull)
    heldByEmbedded = Self.sum(heldByEmbedded, stage.heldByEmbedded)
    heldByTransactions = Self.sum(heldByTransactions, stage.heldByTransactions)
    longestTransactionWait = Self.greater(longestTransactionWait, stage.longestTransactionWait)
    dueInStandstills = Self.sum(dueInStandstills, stage.dueInStandstills)
    Self.unite(stage.standstills, into: &standstills)
    Self.unite(stage.readingStandstills, into: &readingStandstills)
    Self.unite(stage.throttled, into: &throttled)
    Self.unite(stage.readerThrottled, into: &readerThrottled)
    clientCPU = Self.sum(clientCPU, stage.ownCPU)
    ackGapMax = Self.greater(ackGapMax, stage.ackGapMax)
    readGapMax = Self.greater(readGapMax, stage.readGapMax)
    lagMax = Self.greater(lagMax, stage.lagMax)
    clientRSSMax = Self.greater(clientRSSMax, stage.clientRSSMax)
    anomaliesWritten = Self.sum(anomaliesWritten, stage.anomaliesWritten)
  }

  /// Puts the processor time of the whole sending into the row `*`, where that of single stages is not known.
  package mutating func note(sendingCPU: Nanoseconds?) { clientCPU = sendingCPU ?? clientCPU }

  /// Puts into the row `*` what is known of the whole run only: how long this process was stopped up to the end of reading, and
  /// how long brokers held the reader back.
  package mutating func note(standstills whole: Intervals, readerThrottled: Intervals) {
    Self.unite(standstills, into: &readingStandstills)
    Self.unite(whole, into: &readingStandstills)
    Self.unite(readerThrottled, into: &self.readerThrottled)
  }

  /// With acks 0 brokers acknowledge nothing: what is measured from acknowledgements is not measured.
  package var isUnacknowledged: Bool { acks == "0" }

  /// The time for which brokers held clients back: the producers of a stage, and in the row `*` the reader too.
  package var throttle: Intervals? { index == nil ? united : throttled }

  /// The times for which brokers held back what a metric of time or rate measures; nil for others.
  package func throttled(_ metric: Metric) -> Intervals? {
    switch metric {
    case .latency(let latency, _): latency == .endToEnd ? united : throttled
    case .figure(let figure):
      switch figure {
      case .rateKept, .throughput, .duration, .queueFull, .ackGapMax: throttled
      case .readRate, .drain, .readGapMax, .lagMax: united
      case .retries, .messageMean, .clientRSSMax, .clientCPU, .clientCPUPerMessage, .throttle: nil
      }
    case .sending, .reading, .refused, .place: nil
    }
  }

  private var united: Intervals? {
    var both = throttled
    Self.unite(readerThrottled, into: &both)
    return both
  }

  /// The time for which the client's queue was full, without that for which the embedded broker had to be read first.
  package var heldByQueue: Nanoseconds {
    (queueFull ?? .zero) - (heldByEmbedded ?? .zero) - (heldByTransactions ?? .zero)
  }

  /// The processor time, where it is that of this stage alone.
  private var ownCPU: Nanoseconds? { overlaps == true ? nil : clientCPU }

  /// Microseconds of processor time for each message that was acknowledged; nil where none was.
  package var clientCPUPerMessage: Double? {
    guard let clientCPU = ownCPU, send[.acknowledged] > 0 else { return nil }
    return Double(clientCPU.count) / 1000 / Double(send[.acknowledged])
  }

  private static func merge(_ histogram: LatencyHistogram?, into whole: inout LatencyHistogram?) {
    guard let histogram else { return }
    var merged = whole ?? LatencyHistogram()
    merged.merge(histogram)
    whole = merged
  }

  private static func unite(_ intervals: Intervals?, into whole: inout Intervals?) {
    guard let intervals else { return }
    var union = whole ?? Intervals()
    union.formUnion(intervals)
    whole = union
  }

  private static func sum<Number: AdditiveArithmetic>(_ left: Number?, _ right: Number?) -> Number? {
    guard let right else { return left }
    return (left ?? .zero) + right
  }

  private static func lesser<Number: Comparable>(_ left: Number?, _ right: Number?) -> Number? {
    guard let right else { return left }
    return left.map { min($0, right) } ?? right
  }

  private static func greater<Number: Comparable>(_ left: Number?, _ right: Number?) -> Number? {
    guard let right else { return left }
    return left.map { max($0, right) } ?? right
  }
}
