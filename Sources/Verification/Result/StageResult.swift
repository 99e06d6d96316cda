package import Diagnostics

/// One row of `stages.csv`, and what the reports say of a stage. Times are nanoseconds; nil is "not measured" and prints
/// as an empty cell, 0 is a measured zero.
package struct StageResult: Sendable, Codable {
  package enum LimitedBy: String, Sendable, Codable {
    case generator, cluster
  }

  package var name: String
  /// From 0, in the order of the file; nil for the row `*`.
  package var index: Int?
  package var position: SourcePosition?
  package var measured: Bool
  package var verdict: Verdict
  package var limitedBy: LimitedBy?
  /// Milliseconds since 1970; nil for a stage that did not run.
  package var startedAt: Int64?
  package var targetDuration: Int64?
  /// Stage start to last delivery report.
  package var duration: Int64?

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
  /// How long the client's queue was full, or the embedded broker had to be waited for.
  package var queueFull: Int64?
  /// Nil where it was not asked of the client.
  package var retries: UInt64?
  /// The longest time without an acknowledgement while some were awaited.
  package var ackGapMax: Int64?

  package var readRate: Double?
  package var readGapMax: Int64?
  package var lagMax: UInt64?
  /// Last send to end of reading.
  package var drain: Int64?

  package var anomaliesWritten: Int?
  /// A few of each kind of anomaly.
  package var witnesses: [Anomaly]
  package var checks: [Check]
  /// Refusals by reason, most frequent first.
  package var rejections: [Rejection]
  package var clientCPU: Int64?
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

/// Messages that the cluster or the client turned away for one reason.
package struct Rejection: Sendable, Equatable, Codable {
  /// librdkafka's name of the error: `MSG_SIZE_TOO_LARGE`.
  package var code: String
  package var text: String
  package var count: UInt64
  /// Transport, timeout, login, TLS or authorization: says nothing about the messages themselves.
  package var isInfrastructure: Bool

  package init(code: String, text: String, count: UInt64, isInfrastructure: Bool) {
    self.code = code
    self.text = text
    self.count = count
    self.isInfrastructure = isInfrastructure
  }
}
