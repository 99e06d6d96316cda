internal import Kafka
internal import Verification

/// What a sender counts and measures.
struct StageTally {
  var send = SendCounts()
  var lateness = LatencyHistogram()
  var service = LatencyHistogram()
  var ack = LatencyHistogram()
  var bytesSent: UInt64 = 0
  /// A few of those that were not sent because of what is in them.
  var withheld = SpreadSample<Anomaly>(limit: Ledger.witnessLimit)
  /// Refusals by librdkafka's code.
  var refusals: [Int32: UInt64] = [:]
  /// Nanoseconds since the run's start.
  var firstSend: Int64?
  var lastSend: Int64?
  var lastWithheld: Int64?
  var lastAnswer: Int64?
  /// Nanoseconds during which something was due and the client's queue was full.
  var heldByClient: Int64 = 0
  /// The same for the room of the embedded broker.
  var heldByRoom: Int64 = 0
  var ackGapMax: Int64 = 0
  /// The last acknowledgement, or the send that ended a time in which none was awaited.
  var awaitingSince: Int64 = 0

  mutating func held(_ nanoseconds: Int64, byRoom: Bool) {
    if byRoom { heldByRoom += nanoseconds } else { heldByClient += nanoseconds }
  }

  var rejections: [Rejection] {
    refusals.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { code, count in
      let error = KafkaError(code: code)
      return Rejection(code: error.name, text: error.text, count: count, isInfrastructure: error.isInfrastructure)
    }
  }
}
