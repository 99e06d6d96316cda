internal import Kafka
internal import Scenarios
internal import Verification

/// The transactions of a stage's messages: begun before the first of each, and settled once the coordinator has answered.
extension Traffic {
  /// Begins a transaction before its first message; the failure, where the client cannot.
  mutating func beginTransaction() -> Sending? {
    guard let transactions, transactions.phase == .idle else { return nil }
    switch producer.beginTransaction() {
    case .done: self.transactions?.begun()
    case .again(let error), .mustAbort(let error), .failed(let error): return .fatal(error)
    }
    return nil
  }

  /// Completes the open transaction once the next message belongs to another.
  mutating func completeTransaction(at now: Nanoseconds) {
    guard transactions?.phase == .open else { return }
    _ = transactions?.step(before: offered, at: dueTimes?.next ?? now - start)
  }

  /// Nothing more is sent: the open transaction is to be resolved.
  mutating func endTransactions(isCutShort: Bool) { transactions?.endOfStage(isCutShort: isCutShort) }

  /// The resolution that the coordinator may be asked for now.
  mutating func resolution() -> TransactionState.Resolution? { transactions?.resolve(awaited: inFlight.count) }

  /// The outcome of the messages of a transaction.
  enum TransactionEnd: Equatable {
    case committed
    /// As the scenario says.
    case aborted
    /// Because the sending was ended.
    case withdrawn
    /// It could not be committed, for this reason.
    case failed(KafkaError)
    /// It is not known.
    case unknown
  }

  /// Settles the messages of the present transaction, which ended at `moment`.
  mutating func settleTransaction(_ end: TransactionEnd, at moment: Nanoseconds, _ watch: borrowing TickWatch) {
    for entry in delivered {
      let message = entry.message
      switch end {
      case .committed: acknowledge(message, offset: entry.offset, moment, watch)
      case .aborted:
        tally.aborted += 1
        series.aborted(at: moment)
        settle(message, .aborted, offset: entry.offset)
      // Readers of uncommitted records see these, too.
      case .withdrawn where plan.showsAborted, .failed where plan.showsAborted, .unknown: leaveUnknown(message, moment)
      case .withdrawn: takeBack(message, .absent)
      case .failed(let error):
        tally.refusals[error.code, default: 0] += 1
        refuse(message, moment)
      }
    }
    delivered.removeAll(keepingCapacity: true)
    transactions?.resolved()
  }

  /// The transaction stays open: what was persisted in it may be committed or not.
  mutating func giveUpTransaction() {
    guard transactions?.isOpen == true else { return }
    transactions?.giveUp()
    tally.openTransactions += 1
    for entry in delivered { leaveUnknown(entry.message, clock.time) }
    delivered = []
  }
}
