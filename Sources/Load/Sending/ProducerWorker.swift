internal import Dispatch
internal import Kafka
internal import Scenarios
internal import Verification

/// Sends one producer's part of a stage: a serial queue with a strict one-shot timer that sends what is due, polls delivery reports inline, and
/// returns, so that a stop is always heard (ARCHITECTURE.md, decision 4).
///
/// `@unchecked Sendable`: everything mutable is touched on `queue` alone.
final class ProducerWorker: StageWorker, @unchecked Sendable {
  private static let messagesPerTick = 4096
  private static let tickLimit: Nanoseconds = .milliseconds(5)

  let queue: DispatchQueue
  let finished = Completion()
  private let plan: SendingPlan
  private let clock: RunClock
  private let producer: Producer
  private let liveness: Liveness
  private let settle: @Sendable (_ stage: Int, [Settlement]) -> Void
  private let log: ClientLog
  private let timer: any DispatchSourceTimer

  /// The tokens beyond the messages that the client's queue takes.
  static let spareTokens = 64

  private let traffic: FixedValue<Traffic>
  private let resolver: TransactionResolver
  private let quantum: Nanoseconds
  private let bell: Bell
  private var state: SendingState
  private var refusal: StageRefusal
  /// Messages that were rejected for want of a permission, as of the last tick.
  private var topicRefusals: UInt64 = 0
  private var watch = TickWatch()
  /// The times for which brokers held the client back.
  private var throttled = Intervals()

  init(
    _ plan: SendingPlan, profile: ClientProfile, clock: RunClock, quota: EmbeddedQuota?, liveness: Liveness,
    limits: RunLimits, intervals: StageIntervals, bell: Bell, log: @escaping ClientLog,
    settle: @escaping @Sendable (_ stage: Int, [Settlement]) -> Void
  ) throws(KafkaError) {
    self.plan = plan
    self.clock = clock
    self.liveness = liveness
    self.bell = bell
    state = SendingState(limits)
    refusal = StageRefusal(expected: plan.expectedRefusal, known: plan.refusal)
    self.log = log
    self.settle = settle
    quantum = NextTick.quantum(producers: plan.stage.producers)
    let capacity = profile.queueCapacity + Self.spareTokens
    producer = try Producer(
      profile.producer(batches: plan.batchLimit, transactionalID: plan.transactionalID), topic: plan.topicName,
      headerName: Identity.headerName,
      capacity: capacity)
    traffic = FixedValue(
      Traffic(
        plan, clock: clock, producer: producer, quota: quota, capacity: capacity, intervals: intervals))
    resolver = TransactionResolver(producer, limit: .milliseconds(Int64(profile.transactionTimeout)))
    queue = DispatchQueue(label: "rehearse.sender", qos: .userInteractive)
    timer = DispatchSource.makeTimerSource(flags: .strict, queue: queue)
    timer.setEventHandler { @Sendable [weak self] in self?.tick() }
  }

  deinit {
    timer.cancel()
    // Dispatch traps where a source is released that was never activated, as that of a stage which never begins.
    timer.activate()
  }

  /// Ends the client, once the stage has finished and everything was passed on that it reported.
  func close() {
    resolver.giveUp()
    queue.sync {
      poll()
      producer.close()
    }
  }

  /// Connects, so that the first message does not pay for it, and registers the producer's transactions; the error that keeps it
  /// from that.
  func connect(_ stop: StopRequest) -> KafkaError? {
    let handle = producer.handle
    handle.endWaits(when: stop.isStopped)
    defer { handle.endWaits(when: stop.mustFinish) }
    // The partitions must be known before the first message, or it waits for them. What this fails to learn, the client
    // learns later by itself. A client that does not get in learns nothing.
    let answer =
      plan.refusal == nil ? try? producer.handle.metadata(.topic(plan.topicName), timeout: .seconds(3)) : nil
    queue.sync {
      if let error = answer?.topic(plan.topicName)?.error { noteTopic(error) }
      traffic.value.refusedWith = refusal.error?.code
    }
    guard plan.stage.client.transactions != nil, plan.refusal == nil else { return nil }
    return resolver.initialise(unless: stop.isStopped)
  }

  /// The stage begins at `start`, a time since the run's start.
  func begin(at start: Nanoseconds) {
    queue.sync {
      traffic.value.begin(at: start)
      let delay = max(start - clock.time, .zero)
      timer.schedule(deadline: .now() + .nanoseconds(Int(delay.count)), leeway: .nanoseconds(0))
      timer.activate()
    }
  }

  /// Takes in that the cluster refuses the topic's metadata: messages would wait for it until their time-out.
  private func noteTopic(_ error: KafkaError) {
    guard error.kind == .authorization || plan.expectedRefusal == .unknownTopic && error.kind == .unknownTopic else {
      return
    }
    if error.refusalReason == plan.expectedRefusal {
      refusal = StageRefusal(expected: plan.expectedRefusal, known: error)
    } else {
      endSending(.refused(error))
    }
  }

  /// No more is sent; what the client holds gets its grace and is then taken back.
  func end(_ reason: SendingEnding) {
    queue.async { @Sendable [self] in endSending(reason) }
  }

  /// The client gets no more time for what it holds.
  func hurry() {
    resolver.giveUp()
    queue.async { @Sendable [self] in state.hurry(at: clock.time) }
  }

  private func endSending(_ reason: SendingEnding) {
    guard state.end(reason, at: clock.time) else { return }
    traffic.value.endTransactions(isCutShort: true)
    producer.flush()
  }

  // MARK: One tick

  private func tick() {
    let begun = clock.time
    watch.runs(at: begun)
    // Found out without an event, which may come later: nothing more is offered to a client that failed.
    if state.ending == nil, let fatal = producer.handle.fatal { fail(fatal) }
    poll()
    var isBehind = false
    if state.phase == .sending { isBehind = sendDue(begun) }
    poll()
    weighRefusal()
    if state.phase == .sending {
      traffic.value.completeTransaction(at: clock.time)
    } else {
      traffic.value.endTransactions(isCutShort: state.ending != nil)
    }
    resolveTransaction()
    advance()
    traffic.value.passTime(clock.time)
    handOver()
    watchProgress(isBehind: isBehind)
    if state.phase == .finished {
      traffic.value.finish()
      watch.ends(at: clock.time, wake: nil)
      timer.cancel()
      finished.signal()
      bell.ring()
    } else {
      rearm(isBehind: isBehind)
    }
  }

  /// Ends the sending of a client that failed, unless that is the refusal that is expected.
  private func fail(_ fatal: KafkaError) {
    if refusal.noteFatal(fatal) {
      traffic.value.refusedWith = refusal.error?.code
    } else {
      endSending(.fatal(fatal))
    }
  }

  private func weighRefusal() {
    guard state.ending == nil else { return }
    let refused = traffic.value.topicRefusals
    defer { topicRefusals = refused }
    if refused > topicRefusals { refusal.note(.topicRefused, at: clock.time) }
    switch refusal.decide(
      awaited: traffic.value.awaited, areRejected: refused > topicRefusals, at: clock.time)
    {
    case .goOn: break
    case .purge: producer.purgeQueue()
    case .end(let error): endSending(.refused(error))
    }
    traffic.value.refusedWith = refusal.error?.code
  }

  /// Sends what is due, within the limits of one tick; true where more is due than was sent.
  private func sendDue(_ begun: Nanoseconds) -> Bool {
    var now = begun
    var left = Self.messagesPerTick
    while left > 0, now - begun < Self.tickLimit {
      switch traffic.value.decide(at: now) {
      case .done:
        state.allSent()
        return false
      case .wait, .held: return false
      case .go(let count):
        let run = Int(min(count, UInt64(left), 256))
        switch traffic.value.hand(run, until: begun + Self.tickLimit, &now) {
        case .all: break
        case .held: return false
        case .full:
          endSending(.queueFull)
          return false
        case .fatal(let error):
          fail(error)
          return false
        }
        left -= run
        poll()
        now = clock.time
      }
    }
    return true
  }

  // MARK: Transactions

  /// Asks the coordinator to end the transaction whose messages all have their delivery reports.
  private func resolveTransaction() {
    if case .flushing? = traffic.value.transactions?.phase { resolver.flush() }
    guard let resolution = traffic.value.resolution() else { return }
    resolver.resolve(resolution) { @Sendable [self] end, error in
      queue.async { @Sendable [self] in
        guard traffic.value.transactions?.phase == .resolving(resolution) else { return }
        guard let error else { return traffic.value.settleTransaction(end, at: clock.time, watch) }
        // Whether it was committed is not known, nor whether it is still open.
        traffic.value.giveUpTransaction()
        endSending(.fatal(error))
      }
    }
  }

  // MARK: Answers

  private func poll() {
    watch.runs(at: clock.time)
    let (watch, before) = (watch, traffic.value.acknowledged)
    traffic.value.hinderedUntil = watch.hinderedUntil
    defer {
      if traffic.value.acknowledged > before {
        liveness.heard()
        refusal.heard()
      }
    }
    producer.serve { event in
      log(plan.stage.name, event)
      switch event {
      case .statistics(let statistics): traffic.value.note(statistics, at: clock.time)
      case .error(let error):
        if error.isFatal {
          fail(error)
        } else if !error.isAllBrokersDown {
          refusal.note(error, at: clock.time)
        }
      case .throttled(_, let milliseconds):
        let since = clock.time
        throttled.insert(from: since, to: since + .milliseconds(Int64(milliseconds)))
        traffic.value.noteThrottle(milliseconds: UInt64(max(milliseconds, 0)), at: since)
      case .log: break
      }
    } delivered: { report in
      traffic.value.note(report, watch)
    }
  }

  private func advance() {
    let isOpen = traffic.value.transactions?.isOpen ?? false
    switch state.advance(awaited: max(traffic.value.awaited, isOpen ? 1 : 0), at: clock.time) {
    case .none: break
    case .purge:
      // A transaction that could not be flushed in its time is not aborted either: 2.0.2 fails where it is tried.
      resolver.giveUp()
      traffic.value.giveUpTransaction()
      producer.purge()
    case .giveUp: traffic.value.giveUp()
    }
  }

  private func handOver() {
    let settlements = traffic.value.takeSettlements(capacity: Self.messagesPerTick)
    if !settlements.isEmpty { settle(plan.index, settlements) }
  }

  private func watchProgress(isBehind: Bool) {
    let (offered, awaited) = (traffic.value.offered, traffic.value.awaited)
    // At `max` something is always due.
    watch.progress(
      offered: offered, settled: offered - min(UInt64(awaited), offered), isBehind: isBehind && traffic.value.isPaced,
      at: clock.time)
  }

  private func rearm(isBehind: Bool) {
    let now = clock.time
    let start = traffic.value.start
    let isSending = state.phase == .sending
    let wake = NextTick.time(
      isBehind: isBehind, isSending ? traffic.value.decide(at: now) : nil, start: start,
      isAwaiting: traffic.value.awaited > 0, quantum: quantum, at: now)
    watch.ends(at: now, wake: wake)
    timer.schedule(deadline: .now() + .nanoseconds(Int((wake - now).count)), leeway: .nanoseconds(0))
  }

  // MARK: Progress and outcome

  var progress: SendingProgress { queue.sync { traffic.value.progress } }

  /// True until all is sent, or the sending was ended.
  var isSending: Bool { queue.sync { state.phase == .sending } }

  /// The reason why its sending was ended before all was sent.
  var ending: SendingEnding? { queue.sync { state.ending } }

  var outcome: WorkerOutcome {
    queue.sync {
      WorkerOutcome(
        tally: traffic.value.result, ending: state.ending, offered: traffic.value.offered,
        standstills: watch.standstills(until: clock.time),
        // What a broker said last may reach beyond the stage.
        throttled: throttled.clipped(from: traffic.value.start, to: clock.time),
        unexpectedRefusal: traffic.value.unexpectedRefusal(besides: plan.expectedRefusal))
    }
  }
}
