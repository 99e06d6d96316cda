internal import Kafka
internal import Scenarios
internal import Templates
internal import Verification

/// The messages of a stage on their way: rendered, checked, handed to the client, answered. Its worker reaches it in memory that
/// does not move and from its queue alone, so that no access of the hot loop is checked while the program runs.
struct Traffic: ~Copyable {
  /// The outcome of handing over a number of messages.
  enum Handing {
    case all
    /// The client or the broker takes no more for now, or a transaction has to end first.
    case held
    /// The client's queue is full, and that ends the stage.
    case full
    /// The client can do nothing more.
    case fatal(KafkaError)
  }

  let plan: SendingPlan
  let clock: RunClock
  let producer: Producer
  private let quota: EmbeddedQuota?
  /// The stage's start, since the run's.
  private(set) var start = Nanoseconds.zero
  private var renderer: MessageRenderer
  var inFlight: InFlight
  var tally = StageTally()
  var series: SendingSeries
  private let intervals: StageIntervals
  private var numbering: Numbering
  var dueTimes: DueTimes?
  /// Nil without transactions.
  var transactions: TransactionState?
  /// Messages of the present transaction whose delivery was reported.
  var delivered: [Delivered] = []
  private var settlements: [Settlement] = []
  private var heldSince: (moment: Nanoseconds, holder: StageTally.Holder)?
  /// Messages of this producer that were handed over, withheld or dropped.
  private(set) var offered: UInt64 = 0
  /// The code of the error with which messages are turned away that the client gives back; nil where none are.
  var refusedWith: Int32?
  /// Messages that began up to this time waited while this process was stopped.
  var hinderedUntil = Nanoseconds.min

  /// `capacity` is how many can be in flight.
  init(
    _ plan: SendingPlan, clock: RunClock, producer: Producer, quota: EmbeddedQuota?, capacity: Int,
    intervals: StageIntervals
  ) {
    self.intervals = intervals
    series = SendingSeries(start: .zero, intervals: intervals)
    self.plan = plan
    self.clock = clock
    self.producer = producer
    self.quota = quota
    inFlight = InFlight(capacity: capacity)
    renderer = MessageRenderer(plan.recipe)
    numbering = Numbering(plan.stage.schedule, plan.part)
    dueTimes = numbering.dueTimes
    transactions = plan.stage.client.transactions.map {
      TransactionState(
        TransactionPlan($0, producers: UInt64(plan.stage.producers)), seed: plan.recipe.context.seed,
        stage: plan.stage.name, producer: plan.producer)
    }
  }

  /// A message of a transaction that was persisted, if the transaction is committed.
  struct Delivered {
    var message: InFlight.Message
    var offset: Int64
  }

  /// The stage begins at `start`: from then on messages are due.
  mutating func begin(at start: Nanoseconds) {
    self.start = start
    series = SendingSeries(start: start, intervals: intervals, producer: plan.producer, peak: numbering.peak)
  }

  /// Messages that the client holds, or whose transaction is not resolved.
  var awaited: Int { inFlight.count + delivered.count }

  /// The decision whether to go through further numbers now.
  mutating func decide(at now: Nanoseconds) -> Numbering.Decision { numbering.decide(elapsed: now - start) }

  var acknowledged: UInt64 { tally.acknowledged }

  /// False at `max`, where nothing is due at a time.
  var isPaced: Bool { dueTimes != nil }

  // MARK: Sending

  /// Goes through the next `count` numbers and hands over the producer's messages, fewer where it is `until` before: large values
  /// take long to check. `now` is kept up to date.
  mutating func hand(_ count: Int, until: Nanoseconds, _ now: inout Nanoseconds) -> Handing {
    let isPaced = dueTimes != nil
    let isTimed = isPaced && plan.stage.measured
    for step in 0..<count {
      if isPaced || step % 16 == 0 {
        now = clock.time
        if now >= until, step > 0 { return .all }
      }
      let due = dueTimes.map { start + $0.next } ?? now
      if transactions != nil, transactions?.step(before: offered, at: due - start) == .wait {
        hold(now, by: .transaction)
        return .held
      }
      renderer.render(numbering.next, due: due)
      if numbering.isSelective, !numbering.isOwn(renderer.key) {
        pass()
        continue
      }
      let partition = plan.stage.partition.partition(
        sequence: numbering.next, key: renderer.key, of: plan.partitions)
      if let fault = renderer.invalidValue() {
        withhold(partition, fault, now)
      } else {
        let bytes = renderer.byteCount
        switch send(to: partition, bytes, due: due, now) {
        case .sent:
          release(now)
          if isTimed { tally.lateness.record(now - due) }
          series.sent(at: now, lateness: isTimed ? now - due : nil)
          tally.bytesSent += UInt64(bytes)
          if tally.firstSend == nil { tally.firstSend = now }
          tally.lastSend = now
          // Withheld before the last send is in time.
          if tally.withheldLate > 0 { tally.withheldLate = 0 }
        case .dropped: drop(now)
        case .held: return .held
        case .full: return .full
        case .fatal(let error): return .fatal(error)
        }
      }
      offered += 1
      pass()
    }
    return .all
  }

  private mutating func pass() {
    numbering.advance()
    dueTimes?.advance(in: plan.stage.schedule)
  }

  /// The outcome of handing one message to the client.
  enum Sending {
    case sent, dropped, held, full
    case fatal(KafkaError)
  }

  /// Hands the message that was just rendered to the client.
  private mutating func send(to partition: Int32, _ bytes: Int, due: Nanoseconds, _ now: Nanoseconds) -> Sending {
    let place = plan.partitionBase + Int(partition)
    if let quota, !quota.take(partition: place, bytes: bytes) {
      hold(now, by: .embeddedBroker)
      return .held
    }
    if let failed = beginTransaction() { return failed }
    let header = renderer.identify(
      Identity(
        run: plan.run, stage: UInt16(truncatingIfNeeded: plan.index),
        producer: UInt16(truncatingIfNeeded: plan.producer), sequence: numbering.next, due: due,
        payload: renderer.checksum))
    let message = InFlight.Message(
      sequence: numbering.next, due: due, sent: now, partition: partition, bytes: UInt32(truncatingIfNeeded: bytes))
    let isFirstAwaited = awaited == 0
    guard let token = inFlight.add(message) else {
      quota?.giveBack(partition: place, bytes: bytes)
      return full(now)
    }
    let result = producer.send(
      partition: partition, key: renderer.key, value: renderer.value, header: header, userHeaders: renderer.headers,
      token: token)
    if result != .queued {
      _ = inFlight.remove(token)
      quota?.giveBack(partition: place, bytes: bytes)
    }
    switch result {
    case .queued: break
    case .full: return full(now)
    case .refused(let code):
      tally.clientRefusals[code, default: 0] += 1
      refuse(message, now)
    case .fatal:
      guard let refusedWith else { return .fatal(producer.handle.fatal ?? .fatal) }
      tally.refusals[refusedWith, default: 0] += 1
      refuse(message, now)
    }
    if isFirstAwaited { tally.awaitingSince = now }
    return .sent
  }

  /// The client takes no more. A message is dropped only where it was still so after the reports were taken.
  private mutating func full(_ now: Nanoseconds) -> Sending {
    let wasHeld = heldSince?.holder == .client
    hold(now, by: .client)
    switch plan.stage.whenFull {
    case .block: return .held
    case .drop: return wasHeld ? .dropped : .held
    case .fail: return wasHeld ? .full : .held
    }
  }

  private mutating func drop(_ now: Nanoseconds) {
    tally.dropped += 1
    tally.lastDropped = now
    series.dropped(at: now)
  }

  /// Counts a message that may not be sent; the next is due when it always was.
  private mutating func withhold(_ partition: Int32, _ fault: InvalidValue, _ now: Nanoseconds) {
    tally.withheld += 1
    series.withheld(at: now)
    tally.lastWithheld = now
    if let length = plan.stage.schedule.length, now - start > length { tally.withheldLate += 1 }
    tally.withheldSample.offer(
      Anomaly(
        kind: .withheld, sequence: numbering.next, topic: plan.topicName, partition: partition,
        detail: fault.sentence(template: plan.recipe.templates[renderer.template].name)))
  }

  private mutating func hold(_ now: Nanoseconds, by holder: StageTally.Holder) {
    if heldSince?.holder == holder { return }
    release(now)
    heldSince = (now, holder)
  }

  private mutating func release(_ now: Nanoseconds) {
    guard let held = heldSince else { return }
    tally.held(now - held.moment, by: held.holder)
    heldSince = nil
  }

  // MARK: Answers

  mutating func note(_ report: DeliveryReport, _ watch: borrowing TickWatch) {
    guard let message = inFlight.remove(report.token) else { return }
    let answered = clock.time(of: report.answeredAt)
    tally.lastAnswer = max(tally.lastAnswer ?? 0, answered)
    switch Delivery(report) {
    case .acknowledged where transactions?.phase == .over: leaveUnknown(message, answered)
    case .acknowledged where transactions != nil:
      delivered.append(Delivered(message: message, offset: report.offset))
    case .acknowledged: acknowledge(message, offset: report.offset, answered, watch)
    case .unknown: leaveUnknown(message, answered)
    case .unsent:
      giveBack(message)
      if let refusedWith {
        tally.refusals[refusedWith, default: 0] += 1
        refuse(message, answered)
      } else {
        takeBack(message, .absent)
      }
    case .rejected:
      giveBack(message)
      tally.refusals[report.code, default: 0] += 1
      refuse(message, answered)
    }
  }

  mutating func acknowledge(
    _ message: InFlight.Message, offset: Int64, _ answered: Nanoseconds, _ watch: borrowing TickWatch
  ) {
    tally.noteAcknowledgement(of: message, answered, watch)
    let isTimed = plan.stage.measured && dueTimes != nil
    series.acknowledged(
      at: answered, latency: isTimed ? answered - message.due : nil, bytes: UInt64(message.bytes))
    if plan.stage.measured {
      tally.service.record(answered - message.sent)
      if message.due <= hinderedUntil { noteHindered(message, answered) }
    }
    settle(message, .acknowledged, offset: offset)
  }

  private mutating func noteHindered(_ message: InFlight.Message, _ answered: Nanoseconds) {
    if message.sent <= hinderedUntil { tally.hinderedService.record(answered - message.sent) }
    if dueTimes != nil { tally.hinderedAck.record(answered - message.due) }
  }

  mutating func leaveUnknown(_ message: InFlight.Message, _ now: Nanoseconds) {
    tally.unknown += 1
    series.unknown(at: now)
    // Where it is there after all it is given back twice; never would stop the stage for good.
    giveBack(message)
    settle(message, .unknown)
  }

  mutating func refuse(_ message: InFlight.Message, _ now: Nanoseconds) {
    tally.rejected += 1
    series.rejected(at: now)
    settle(message, .absent)
  }

  /// The client gave the message back, or its transaction did: it counts as never sent.
  mutating func takeBack(_ message: InFlight.Message, _ outcome: Settlement.Outcome) {
    tally.unsent += 1
    series.takenBack(sentAt: message.sent)
    settle(message, outcome)
  }

  private func giveBack(_ message: InFlight.Message) {
    quota?.giveBack(partition: plan.partitionBase + Int(message.partition), bytes: Int(message.bytes))
  }

  mutating func settle(_ message: InFlight.Message, _ outcome: Settlement.Outcome, offset: Int64 = -1) {
    settlements.append(
      Settlement(sequence: message.sequence, offset: offset, partition: message.partition, outcome: outcome))
  }

  /// The client does not give back what it holds: the outcome of each message is unknown.
  mutating func giveUp() {
    for token in 0..<inFlight.capacity {
      if let message = inFlight.remove(token) { leaveUnknown(message, clock.time) }
    }
    giveUpTransaction()
  }

  /// The settlements since the last call; memory for as many more is kept.
  mutating func takeSettlements(capacity: Int) -> [Settlement] {
    guard !settlements.isEmpty else { return [] }
    defer {
      settlements = []
      settlements.reserveCapacity(capacity)
    }
    return settlements
  }

  // MARK: Seconds

  mutating func note(_ statistics: ClientStatistics, at now: Nanoseconds) { series.statistics(statistics, at: now) }

  func noteThrottle(milliseconds: UInt64, at now: Nanoseconds) {
    series.throttled(at: now, milliseconds: milliseconds)
  }

  mutating func passTime(_ now: Nanoseconds) { series.advance(to: now) }

  /// Nothing more is sent or awaited.
  mutating func finish() {
    series.finish()
    numbering.finish()
  }

  // MARK: Outcome

  /// The first error of authorization that messages were rejected with, unless that is expected.
  func unexpectedRefusal(besides expected: RefusalReason?) -> KafkaError? {
    guard expected != .authorization else { return nil }
    return (tally.refusals.keys.sorted() + tally.clientRefusals.keys.sorted()).map { KafkaError(code: $0) }.first {
      $0.kind == .authorization
    }
  }

  /// Messages that were rejected for want of a permission on the topic; the client itself says so while it remembers that.
  var topicRefusals: UInt64 {
    let code = KafkaError.topicRefused.code
    return tally.refusals[code, default: 0] + tally.clientRefusals[code, default: 0]
  }

  var progress: SendingProgress {
    SendingProgress(
      elapsed: clock.time - start, offered: offered, acknowledged: tally.acknowledged,
      rejected: tally.rejected, unknown: tally.unknown, aborted: tally.aborted, withheld: tally.withheld,
      dropped: tally.dropped, bytesAcknowledged: tally.bytesAcknowledged,
      latenessMax: tally.lateness.count > 0 ? Nanoseconds(clamping: tally.lateness.maximum) : nil,
      retained: inFlight.count,
      heldByBroker: heldSince.flatMap { $0.holder == .embeddedBroker ? clock.time - $0.moment : nil })
  }

  /// Once nothing more is sent or awaited.
  var result: StageTally {
    var tally = tally
    tally.ack = series.ackLatency
    if let held = heldSince {
      let until = tally.lastAnswer.map { max($0, held.moment) } ?? held.moment
      tally.held(until - held.moment, by: held.holder)
    }
    tally.due = numbering.due(offered: offered)
    return tally
  }
}
