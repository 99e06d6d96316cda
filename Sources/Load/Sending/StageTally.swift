internal import Kafka
internal import Scenarios
internal import Verification

/// The counts and measurements of a stage's sending.
struct StageTally {
  // Separate numbers, because they are touched for each message; `counts` has them at the end.
  /// The messages that were a producer's turn, or all that were due in a stage.
  var due: UInt64 = 0
  var withheld: UInt64 = 0
  var unsent: UInt64 = 0
  var acknowledged: UInt64 = 0
  var rejected: UInt64 = 0
  var unknown: UInt64 = 0
  var aborted: UInt64 = 0
  var dropped: UInt64 = 0
  /// Transactions that could not be resolved before their client was closed.
  var openTransactions: UInt64 = 0
  var bytesAcknowledged: UInt64 = 0
  var lateness = LatencyHistogram()
  var service = LatencyHistogram()
  var ack = LatencyHistogram()
  /// The same of messages that waited while this process was stopped.
  var hinderedService = LatencyHistogram()
  var hinderedAck = LatencyHistogram()
  var bytesSent: UInt64 = 0
  /// A few of those that were not sent because of what is in them.
  var withheldSample = SpreadSample<Anomaly>(limit: Ledger.witnessLimit)
  /// Messages that the cluster turned away, or that the client gave up, by librdkafka's code.
  var refusals: [Int32: UInt64] = [:]
  /// Messages that the client itself refused to take, by its code: they were never sent.
  var clientRefusals: [Int32: UInt64] = [:]
  /// Messages that the target answered with a status that rejects them, by it.
  var statusRefusals: [Int: UInt64] = [:]
  /// Messages that did not reach the target, with the first sentence about each reason.
  private(set) var transportRefusals: [TransportRefusal: (count: UInt64, text: String)] = [:]
  /// The time of the first send since the run's start, as the three that follow.
  var firstSend: Nanoseconds?
  var lastSend: Nanoseconds?
  var lastWithheld: Nanoseconds?
  var lastDropped: Nanoseconds?
  /// Messages that were withheld after the last send and after the time in which they were due.
  var withheldLate: UInt64 = 0
  /// The last delivery report, whatever it says.
  var lastAnswer: Nanoseconds?
  /// The last acknowledgement; of a transaction, that of its commit.
  var lastAcknowledgement: Nanoseconds?
  /// The time during which something was due and the client's queue was full.
  var heldByClient = Nanoseconds.zero
  /// The time during which something was due and the end of a transaction was awaited, and the longest of these waits.
  var heldByTransactions = Nanoseconds.zero
  var longestTransactionWait = Nanoseconds.zero
  /// The time during which something was due and the embedded broker had to be read first.
  var heldByBroker = Nanoseconds.zero
  /// The time during which something was due and all connections to the target were busy.
  var heldByTarget = Nanoseconds.zero
  var ackGapMax = Nanoseconds.zero
  /// The same without the time for which this process was stopped.
  var ackGapMaxRunning = Nanoseconds.zero
  var ackGaps = LongestGaps()
  /// The last acknowledgement, or the send that ended a time in which none was awaited.
  var awaitingSince = Nanoseconds.zero

  /// The reason why a message that was due could not be handed over at once.
  enum Holder: Sendable, Equatable {
    /// The client's queue was full.
    case client
    /// The transaction before it had to end first.
    case transaction
    /// The embedded broker had to be read first.
    case embeddedBroker
    /// All connections to the target were busy.
    case target
  }

  mutating func held(_ time: Nanoseconds, by holder: Holder) {
    switch holder {
    case .client: heldByClient += time
    case .transaction:
      heldByTransactions += time
      longestTransactionWait = max(longestTransactionWait, time)
    case .embeddedBroker: heldByBroker += time
    case .target: heldByTarget += time
    }
  }

  mutating func note(_ refusal: TransportRefusal, _ text: String) {
    let before = transportRefusals[refusal]
    transportRefusals[refusal] = ((before?.count ?? 0) + 1, before?.text ?? text)
  }

  /// Takes in that a message was acknowledged, without its latencies.
  mutating func noteAcknowledgement(
    of message: InFlight.Message, _ answered: Nanoseconds, _ watch: borrowing TickWatch
  ) {
    acknowledged += 1
    lastAcknowledgement = max(lastAcknowledgement ?? 0, answered)
    bytesAcknowledged += UInt64(message.bytes)
    let gap = answered - awaitingSince
    ackGapMax = max(ackGapMax, gap)
    ackGaps.note(from: awaitingSince, to: answered)
    if gap > ackGapMaxRunning {
      ackGapMaxRunning = max(ackGapMaxRunning, gap - watch.stopped(from: awaitingSince, to: answered))
    }
    awaitingSince = max(awaitingSince, answered)
  }

  /// Adds what another producer of the stage did at the same time: gaps and times held are the longest of one.
  mutating func add(_ other: StageTally) {
    due += other.due
    withheld += other.withheld
    unsent += other.unsent
    acknowledged += other.acknowledged
    rejected += other.rejected
    unknown += other.unknown
    aborted += other.aborted
    dropped += other.dropped
    openTransactions += other.openTransactions
    bytesAcknowledged += other.bytesAcknowledged
    bytesSent += other.bytesSent
    withheldLate += other.withheldLate
    lateness.merge(other.lateness)
    service.merge(other.service)
    ack.merge(other.ack)
    hinderedService.merge(other.hinderedService)
    hinderedAck.merge(other.hinderedAck)
    for anomaly in other.withheldSample.kept { withheldSample.offer(anomaly) }
    refusals.merge(other.refusals, uniquingKeysWith: +)
    clientRefusals.merge(other.clientRefusals, uniquingKeysWith: +)
    statusRefusals.merge(other.statusRefusals, uniquingKeysWith: +)
    transportRefusals.merge(other.transportRefusals) { ($0.count + $1.count, $0.text) }
    firstSend = [firstSend, other.firstSend].compactMap { $0 }.min()
    lastSend = [lastSend, other.lastSend].compactMap { $0 }.max()
    lastWithheld = [lastWithheld, other.lastWithheld].compactMap { $0 }.max()
    lastDropped = [lastDropped, other.lastDropped].compactMap { $0 }.max()
    lastAnswer = [lastAnswer, other.lastAnswer].compactMap { $0 }.max()
    lastAcknowledgement = [lastAcknowledgement, other.lastAcknowledgement].compactMap { $0 }.max()
    heldByClient = max(heldByClient, other.heldByClient)
    heldByTransactions = max(heldByTransactions, other.heldByTransactions)
    longestTransactionWait = max(longestTransactionWait, other.longestTransactionWait)
    heldByBroker = max(heldByBroker, other.heldByBroker)
    heldByTarget = max(heldByTarget, other.heldByTarget)
    ackGapMax = max(ackGapMax, other.ackGapMax)
    ackGaps.add(other.ackGaps)
    ackGapMaxRunning = max(ackGapMaxRunning, other.ackGapMaxRunning)
  }

  /// Everything that was due and not accounted for otherwise was sent.
  var counts: SendCounts {
    var counts = SendCounts()
    counts[.due] = due
    counts[.sent] = due - unsent - withheld - dropped
    counts[.dropped] = dropped
    counts[.aborted] = aborted
    counts[.withheld] = withheld
    counts[.unsent] = unsent
    counts[.acknowledged] = acknowledged
    counts[.rejected] = rejected
    counts[.unknown] = unknown
    counts[.bytesAcknowledged] = bytesAcknowledged
    return counts
  }

  /// The reasons why a target took messages not, most frequent first.
  var targetRejections: [Rejection] {
    let byStatus = statusRefusals.map { status, count in
      Rejection(
        code: "HTTP \(status)", text: "the target answered \(status)", count: count, isInfrastructure: false,
        reason: .status(status))
    }
    let unreached = transportRefusals.map { refusal, seen in
      Rejection(
        code: refusal.rawValue, text: seen.text, count: seen.count, isInfrastructure: true,
        reason: refusal == .tls ? .tls : nil)
    }
    return (byStatus + unreached).sorted { ($0.count, $1.code) > ($1.count, $0.code) }
  }

  /// The reasons, most frequent first. `fatal` is the error with which the client failed, `messageLimit` its
  /// `message.max.bytes`, `batchLimit` the topic's `max.message.bytes`, `batchSize` the scenario's `batch.size` if it is above
  /// that. `isTopicDeleted`: that the topic is unknown does not depend on the messages, then.
  func rejections(
    fatal: KafkaError?, messageLimit: Int, batchLimit: Int?, batchSize: Int?, isTopicDeleted: Bool
  ) -> [Rejection] {
    let ofCluster = refusals.map { code, count in
      let error = KafkaError(code: code)
      return Rejection(
        code: error.name, text: error.text, count: count,
        // The failure of the client says nothing about the messages.
        isInfrastructure: error.isInfrastructure || code == fatal?.code
          || (isTopicDeleted && error.kind == .unknownTopic),
        reason: error.refusalReason,
        origin: error.isTooLarge
          ? .cluster(maxMessageBytes: batchLimit, batchSize: batchSize) : .cluster(maxMessageBytes: nil))
    }
    let ofClient = clientRefusals.map { code, count in
      let error = KafkaError(code: code)
      return Rejection(
        code: error.name, text: error.text, count: count,
        isInfrastructure: error.isInfrastructure || (isTopicDeleted && error.kind == .unknownTopic),
        reason: error.isTooLarge ? nil : error.refusalReason,
        origin: .client(messageMaxBytes: error.isTooLarge ? messageLimit : nil))
    }
    return (ofCluster + ofClient).sorted { ($0.count, $1.code) > ($1.count, $0.code) }
  }
}
