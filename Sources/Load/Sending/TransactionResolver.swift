internal import Dispatch
internal import Kafka
internal import Scenarios
internal import Synchronization

/// Waits for the coordinator of a producer's transactions, on a queue of its own: the pacing queue goes on taking reports.
final class TransactionResolver: Sendable {
  private let producer: Producer
  /// The broker has aborted a transaction by itself after this time.
  private let limit: Nanoseconds
  private let queue = DispatchQueue(label: "rehearse.transactions")
  private let isGivenUp = Atomic<Bool>(false)
  private let isFlushing = Atomic<Bool>(false)

  private static let slice = Duration.seconds(1)
  /// The time from one try to the next: an answer that comes at once is no better a moment later.
  private static let rest = Duration.milliseconds(20)
  /// The time for a coordinator to answer at first: it is elected with the first transaction of a cluster.
  private static let patience = Nanoseconds.seconds(20)

  init(_ producer: Producer, limit: Nanoseconds) {
    self.producer = producer
    self.limit = limit
  }

  /// Nothing more is waited for.
  func giveUp() { isGivenUp.store(true, ordering: .relaxed) }

  /// Registers the producer's transactions; the error that keeps it from that.
  func initialise(unless isRefused: () -> Bool) -> KafkaError? {
    let clock = RunClock()
    while true {
      switch producer.initTransactions(timeout: Self.slice) {
      case .done: return nil
      case .mustAbort(let error), .failed(let error): return error
      case .again(let error):
        if clock.time > Self.patience || isGivenUp.load(ordering: .relaxed) || isRefused() { return error }
        pause(for: Self.rest)
      }
    }
  }

  /// Has the client send what waits for `linger.ms`, and wait for the answers.
  func flush() {
    guard !isFlushing.exchange(true, ordering: .relaxed) else { return }
    queue.async { @Sendable [self] in
      producer.flush(timeout: Self.slice)
      isFlushing.store(false, ordering: .relaxed)
    }
  }

  /// Ends the present transaction. `done` gets the outcome of its messages, and the error with which the client failed, if it did.
  func resolve(
    _ resolution: TransactionState.Resolution, _ done: @escaping @Sendable (Traffic.TransactionEnd, KafkaError?) -> Void
  ) {
    queue.async { @Sendable [self] in
      switch resolution {
      case .commit: commit(done)
      case .abort: abort(.aborted, done)
      case .withdraw: abort(.withdrawn, done)
      }
    }
  }

  private func commit(_ done: (Traffic.TransactionEnd, KafkaError?) -> Void) {
    switch repeated(producer.commitTransaction) {
    case .done: done(.committed, nil)
    case .mustAbort(let error): abort(.failed(error), done)
    case .again(let error), .failed(let error): done(.unknown, error)
    }
  }

  private func abort(
    _ end: Traffic.TransactionEnd, _ done: (Traffic.TransactionEnd, KafkaError?) -> Void
  ) {
    switch repeated(producer.abortTransaction) {
    case .done: done(end, nil)
    case .again(let error), .mustAbort(let error), .failed(let error): done(.unknown, error)
    }
  }

  /// The step, again and again until there is an answer that is final.
  private func repeated(_ step: (Duration) -> TransactionOutcome) -> TransactionOutcome {
    let clock = RunClock()
    while true {
      let outcome = step(Self.slice)
      guard case .again = outcome, clock.time < limit, !isGivenUp.load(ordering: .relaxed) else { return outcome }
      pause(for: Self.rest)
    }
  }
}
