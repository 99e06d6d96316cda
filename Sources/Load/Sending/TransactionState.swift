internal import Scenarios

/// The transactions of one producer, one after another: the one that a message belongs to, and when one may be resolved. Pure: it
/// decides from counts and times.
struct TransactionState: Sendable {
  /// The end of a transaction.
  enum Resolution: Sendable, Equatable {
    case commit
    /// As the scenario says.
    case abort
    /// The sending was ended before the transaction was complete.
    case withdraw
  }

  enum Phase: Sendable, Equatable {
    /// None is begun.
    case idle
    case open
    /// Complete: every delivery report is awaited first, since librdkafka 2.0.2 fails where it aborts before.
    case flushing(Resolution)
    /// The coordinator is asked.
    case resolving(Resolution)
    /// The client can do nothing more, or was given up.
    case over
  }

  /// The step before the next message.
  enum Step: Sendable, Equatable {
    case go
    /// The transaction is complete: its end is awaited.
    case wait
  }

  private let plan: TransactionPlan
  private let seed: UInt64
  private let stage: String
  private let producer: UInt64
  private(set) var phase = Phase.idle
  /// The number of the present transaction among the producer's.
  private var number: UInt64 = 0

  init(_ plan: TransactionPlan, seed: UInt64, stage: String, producer: Int) {
    self.plan = plan
    self.seed = seed
    self.stage = stage
    self.producer = UInt64(producer)
  }

  /// Before the producer's message number `count`, which is due, or at `max` is sent, at `time` after the stage's start.
  mutating func step(before count: UInt64, at time: Nanoseconds) -> Step {
    switch phase {
    case .flushing, .resolving, .over: return .wait
    case .idle:
      number = transaction(of: count, at: time)
      return .go
    case .open:
      if transaction(of: count, at: time) == number { return .go }
      phase = .flushing(planned)
      return .wait
    }
  }

  private func transaction(of count: UInt64, at time: Nanoseconds) -> UInt64 {
    switch plan.transactions.length {
    case .messages(let each): count / max(each, 1)
    case .time(let length): UInt64(max(time.count, 0)) / UInt64(max(length.count, 1))
    }
  }

  /// The end that the scenario gives the present transaction. Those of all producers are numbered in turn.
  private var planned: Resolution {
    let (product, overflow) = number.multipliedReportingOverflow(by: plan.producers)
    let index = overflow ? .max : product &+ producer
    return plan.aborts(index, seed: seed, stage: stage) ? .abort : .commit
  }

  /// The client has begun it.
  mutating func begun() { phase = .open }

  /// Nothing more is sent: an open transaction is resolved, as planned if the stage came to its end.
  mutating func endOfStage(isCutShort: Bool) {
    if phase == .open { phase = .flushing(isCutShort ? .withdraw : planned) }
  }

  /// The resolution that may be asked for now; nil while reports are awaited, or nothing is to be resolved.
  mutating func resolve(awaited: Int) -> Resolution? {
    guard awaited == 0, case .flushing(let resolution) = phase else { return nil }
    phase = .resolving(resolution)
    return resolution
  }

  /// The coordinator has answered, and the client can go on.
  mutating func resolved() { if phase != .over { phase = .idle } }

  mutating func giveUp() { phase = .over }

  /// True where a transaction has to be resolved before the stage is finished.
  var isOpen: Bool { phase != .idle && phase != .over }
}
