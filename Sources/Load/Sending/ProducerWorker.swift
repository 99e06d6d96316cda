internal import Dispatch
internal import Kafka
internal import Scenarios
internal import Verification

/// Sends one stage: a serial queue with a strict one-shot timer that sends what is due, polls delivery reports inline, and
/// returns, so that a stop is always heard (ARCHITECTURE.md, decision 4).
///
/// `@unchecked Sendable`: everything mutable is touched on `queue` alone.
final class ProducerWorker: @unchecked Sendable {
  private static let messagesPerTick = 4096
  private static let tickLimit: Nanoseconds = .milliseconds(5)

  let queue: DispatchQueue
  let finished = Completion()
  private let plan: SendingPlan
  private let clock: RunClock
  private let pacer: Pacer
  private let producer: Producer
  private let liveness: Liveness
  private let settle: @Sendable (_ stage: Int, [Settlement]) -> Void
  private let log: ClientLog
  private let timer: any DispatchSourceTimer

  /// The tokens beyond the messages that the client's queue takes.
  static let spareTokens = 64

  private let traffic: FixedValue<Traffic>
  private var state: SendingState
  private var refusal: StageRefusal
  /// Messages that were rejected for want of a permission, as of the last tick.
  private var topicRefusals: UInt64 = 0
  private var watch = TickWatch()
  /// The times for which brokers held the client back.
  private var throttled = Intervals()

  init(
    _ plan: SendingPlan, profile: ClientProfile, clock: RunClock, quota: EmbeddedQuota?, liveness: Liveness,
    limits: RunLimits, log: @escaping ClientLog, settle: @escaping @Sendable (_ stage: Int, [Settlement]) -> Void
  ) throws(KafkaError) {
    self.plan = plan
    self.clock = clock
    self.liveness = liveness
    state = SendingState(limits)
    refusal = StageRefusal(expected: plan.expectedRefusal, known: plan.refusal)
    self.log = log
    self.settle = settle
    pacer = Pacer(plan.stage.schedule)
    let capacity = profile.queueCapacity + Self.spareTokens
    producer = try Producer(
      profile.producer(batches: plan.batchLimit), topic: plan.topicName, headerName: Identity.headerName,
      capacity: capacity)
    traffic = FixedValue(Traffic(plan, clock: clock, producer: producer, quota: quota, capacity: capacity))
    queue = DispatchQueue(label: "rehearse.sender", qos: .userInteractive)
    timer = DispatchSource.makeTimerSource(flags: .strict, queue: queue)
    timer.setEventHandler { @Sendable [weak self] in self?.tick() }
  }

  deinit { timer.cancel() }

  /// Ends the client, once the stage has finished.
  func close() { producer.close() }

  /// Connects, so that the first message does not pay for it; then the stage begins.
  func begin(_ stop: StopRequest) {
    let handle = producer.handle
    handle.endWaits(when: stop.isStopped)
    defer { handle.endWaits(when: stop.mustFinish) }
    // The partitions must be known before the first message, or it waits for them. What this fails to learn, the client
    // learns later by itself. A client that does not get in learns nothing.
    let answer =
      plan.refusal == nil ? try? producer.handle.metadata(.topic(plan.topicName), timeout: .seconds(3)) : nil
    queue.sync {
      if let error = answer?.topic(plan.topicName)?.error { noteTopic(error) }
      traffic.value.begin()
      traffic.value.refusedWith = refusal.error?.code
      timer.schedule(deadline: .now(), leeway: .nanoseconds(0))
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
    queue.async { @Sendable [self] in state.hurry(at: clock.time) }
  }

  private func endSending(_ reason: SendingEnding) {
    guard state.end(reason, at: clock.time) else { return }
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
    advance()
    handOver()
    watchProgress(isBehind: isBehind)
    if state.phase == .finished {
      watch.ends(at: clock.time, wake: nil)
      timer.cancel()
      finished.signal()
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
      switch pacer.decide(elapsed: now - traffic.value.start, sent: traffic.value.offered) {
      case .done:
        state.allSent()
        return false
      case .wait: return false
      case .send(let count):
        let run = Int(min(count, UInt64(left), 256))
        switch traffic.value.hand(run, until: begun + Self.tickLimit, &now) {
        case .all: break
        case .held: return false
        case .fatal:
          fail(producer.handle.fatal ?? .fatal)
          return false
        }
        left -= run
        poll()
        now = clock.time
      }
    }
    return true
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
      case .error(let error):
        if error.isFatal {
          fail(error)
        } else if !error.isAllBrokersDown {
          refusal.note(error, at: clock.time)
        }
      case .throttled(_, let milliseconds):
        let since = clock.time
        throttled.insert(from: since, to: since + .milliseconds(Int64(milliseconds)))
      case .log: break
      }
    } delivered: { report in
      traffic.value.note(report, watch)
    }
  }

  private func advance() {
    switch state.advance(awaited: traffic.value.awaited, at: clock.time) {
    case .none: break
    case .purge: producer.purge()
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
      isBehind: isBehind,
      isSending ? pacer.decide(elapsed: now - start, sent: traffic.value.offered) : nil, start: start,
      isAwaiting: traffic.value.awaited > 0, at: now)
    watch.ends(at: now, wake: wake)
    timer.schedule(deadline: .now() + .nanoseconds(Int((wake - now).count)), leeway: .nanoseconds(0))
  }

  // MARK: Progress and outcome

  var progress: SendingProgress { queue.sync { traffic.value.progress } }

  struct Outcome {
    var tally: StageTally
    /// The start of the stage, since the run's.
    var start: Nanoseconds
    var ending: SendingEnding?
    var offered: UInt64
    /// The times for which this process was stopped.
    var standstills: Intervals
    /// The times for which brokers held the client back.
    var throttled: Intervals

    /// The permission that its messages were rejected for, where that is not what the stage expects.
    var unexpectedRefusal: KafkaError?

    /// The error with which the client failed.
    var fatal: KafkaError? { if case .fatal(let error)? = ending { error } else { nil } }
  }

  /// Once it has finished.
  var outcome: Outcome {
    queue.sync {
      Outcome(
        tally: traffic.value.result, start: traffic.value.start, ending: state.ending,
        offered: traffic.value.offered, standstills: watch.standstills(until: clock.time),
        // What a broker said last may reach beyond the stage.
        throttled: throttled.clipped(from: traffic.value.start, to: clock.time),
        unexpectedRefusal: traffic.value.unexpectedRefusal(besides: plan.expectedRefusal))
    }
  }
}
