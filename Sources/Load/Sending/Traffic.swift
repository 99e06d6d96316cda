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
    /// The client or the broker takes no more for now.
    case held
    /// The client can do nothing more.
    case fatal
  }

  private let plan: SendingPlan
  private let clock: RunClock
  private let producer: Producer
  private let quota: EmbeddedQuota?
  /// The stage's start, since the run's.
  private(set) var start = Nanoseconds.zero
  private var renderer: MessageRenderer
  private var inFlight: InFlight
  private var tally = StageTally()
  private var dueTimes: DueTimes?
  private var settlements: [Settlement] = []
  private var heldSince: (moment: Nanoseconds, holder: StageTally.Holder)?
  /// Messages that were handed over or withheld; the number of the next.
  private(set) var offered: UInt64 = 0
  /// The code of the error with which messages are turned away that the client gives back; nil where none are.
  var refusedWith: Int32?
  /// Messages that began up to this time waited while this process was stopped.
  var hinderedUntil = Nanoseconds.min

  /// `capacity` is how many can be in flight.
  init(_ plan: SendingPlan, clock: RunClock, producer: Producer, quota: EmbeddedQuota?, capacity: Int) {
    self.plan = plan
    self.clock = clock
    self.producer = producer
    self.quota = quota
    inFlight = InFlight(capacity: capacity)
    renderer = MessageRenderer(plan.recipe)
    dueTimes = DueTimes(plan.stage.schedule)
  }

  /// Begins the stage: from now on messages are due.
  mutating func begin() { start = clock.time }

  /// Messages that the client holds.
  var awaited: Int { inFlight.count }

  var acknowledged: UInt64 { tally.acknowledged }

  /// False at `max`, where nothing is due at a time.
  var isPaced: Bool { dueTimes != nil }

  // MARK: Sending

  /// Hands over the next `count` messages, fewer where it is `until` before: large values take long to check. `now` is
  /// kept up to date.
  mutating func hand(_ count: Int, until: Nanoseconds, _ now: inout Nanoseconds) -> Handing {
    let isPaced = dueTimes != nil
    let isTimed = isPaced && plan.stage.measured
    for step in 0..<count {
      if isPaced || step % 16 == 0 {
        now = clock.time
        if now >= until, step > 0 { return .all }
      }
      let due = dueTimes.map { start + $0.next } ?? now
      renderer.render(offered, due: due)
      let partition = plan.stage.partition.partition(
        sequence: offered, key: renderer.key, of: plan.partitions)
      if let fault = renderer.invalidValue() {
        withhold(partition, fault, now)
      } else {
        let bytes = renderer.byteCount
        switch send(to: partition, bytes, due: due, now) {
        case .all: break
        case let ending: return ending
        }
        release(now)
        if isTimed { tally.lateness.record(now - due) }
        tally.bytesSent += UInt64(bytes)
        if tally.firstSend == nil { tally.firstSend = now }
        tally.lastSend = now
        // Withheld before the last send is in time.
        if tally.withheldLate > 0 { tally.withheldLate = 0 }
      }
      offered += 1
      dueTimes?.advance(in: plan.stage.schedule)
    }
    return .all
  }

  /// Hands the message that was just rendered to the client.
  private mutating func send(to partition: Int32, _ bytes: Int, due: Nanoseconds, _ now: Nanoseconds) -> Handing {
    if let quota, !quota.allows(partition: plan.partitionBase + Int(partition), bytes: bytes) {
      hold(now, by: .embeddedBroker)
      return .held
    }
    let header = renderer.identify(
      Identity(
        run: plan.run, stage: UInt16(truncatingIfNeeded: plan.index), producer: 0, sequence: offered, due: due,
        payload: renderer.checksum))
    let message = InFlight.Message(
      sequence: offered, due: due, sent: now, partition: partition, bytes: UInt32(truncatingIfNeeded: bytes))
    let isFirstAwaited = inFlight.count == 0
    guard let token = inFlight.add(message) else {
      hold(now, by: .client)
      return .held
    }
    switch producer.send(
      partition: partition, key: renderer.key, value: renderer.value, header: header, userHeaders: renderer.headers,
      token: token)
    {
    case .queued:
      quota?.take(partition: plan.partitionBase + Int(partition), bytes: bytes)
    case .full:
      _ = inFlight.remove(token)
      hold(now, by: .client)
      return .held
    case .refused(let code):
      _ = inFlight.remove(token)
      tally.clientRefusals[code, default: 0] += 1
      refuse(message)
    case .fatal:
      _ = inFlight.remove(token)
      guard let refusedWith else { return .fatal }
      tally.refusals[refusedWith, default: 0] += 1
      refuse(message)
    }
    if isFirstAwaited { tally.awaitingSince = now }
    return .all
  }

  /// Counts a message that may not be sent; the next is due when it always was.
  private mutating func withhold(_ partition: Int32, _ fault: InvalidValue, _ now: Nanoseconds) {
    tally.withheld += 1
    tally.lastWithheld = now
    if let length = plan.stage.schedule.length, now - start > length { tally.withheldLate += 1 }
    tally.withheldSample.offer(
      Anomaly(
        kind: .withheld, sequence: offered, topic: plan.topicName, partition: partition,
        detail: fault.sentence(template: plan.recipe.templates[renderer.template].name)))
  }

  private mutating func hold(_ now: Nanoseconds, by holder: StageTally.Holder) {
    if heldSince == nil { heldSince = (now, holder) }
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
    case .acknowledged: acknowledge(message, offset: report.offset, answered, watch)
    case .unknown: leaveUnknown(message)
    case .unsent:
      giveBack(message)
      if let refusedWith {
        tally.refusals[refusedWith, default: 0] += 1
        refuse(message)
      } else {
        tally.unsent += 1
        settle(message, .absent)
      }
    case .rejected:
      giveBack(message)
      tally.refusals[report.code, default: 0] += 1
      refuse(message)
    }
  }

  private mutating func acknowledge(
    _ message: InFlight.Message, offset: Int64, _ answered: Nanoseconds, _ watch: borrowing TickWatch
  ) {
    tally.acknowledged += 1
    tally.bytesAcknowledged += UInt64(message.bytes)
    let gap = answered - tally.awaitingSince
    tally.ackGapMax = max(tally.ackGapMax, gap)
    if gap > tally.ackGapMaxRunning {
      tally.ackGapMaxRunning = max(
        tally.ackGapMaxRunning, gap - watch.stopped(from: tally.awaitingSince, to: answered))
    }
    tally.awaitingSince = max(tally.awaitingSince, answered)
    if plan.stage.measured {
      tally.service.record(answered - message.sent)
      if dueTimes != nil { tally.ack.record(answered - message.due) }
      if message.due <= hinderedUntil { noteHindered(message, answered) }
    }
    settle(message, .acknowledged, offset: offset)
  }

  private mutating func noteHindered(_ message: InFlight.Message, _ answered: Nanoseconds) {
    if message.sent <= hinderedUntil { tally.hinderedService.record(answered - message.sent) }
    if dueTimes != nil { tally.hinderedAck.record(answered - message.due) }
  }

  private mutating func leaveUnknown(_ message: InFlight.Message) {
    tally.unknown += 1
    // Where it is there after all it is given back twice; never would stop the stage for good.
    giveBack(message)
    settle(message, .unknown)
  }

  private mutating func refuse(_ message: InFlight.Message) {
    tally.rejected += 1
    settle(message, .absent)
  }

  private func giveBack(_ message: InFlight.Message) {
    quota?.giveBack(partition: plan.partitionBase + Int(message.partition), bytes: Int(message.bytes))
  }

  private mutating func settle(_ message: InFlight.Message, _ outcome: Settlement.Outcome, offset: Int64 = -1) {
    settlements.append(
      Settlement(sequence: message.sequence, offset: offset, partition: message.partition, outcome: outcome))
  }

  /// The client does not give back what it holds: the outcome of each message is unknown.
  mutating func giveUp() {
    for token in 0..<inFlight.capacity {
      if let message = inFlight.remove(token) { leaveUnknown(message) }
    }
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
      rejected: tally.rejected, withheld: tally.withheld,
      latenessMax: tally.lateness.count > 0 ? Nanoseconds(clamping: tally.lateness.maximum) : nil,
      retained: inFlight.count,
      heldByBroker: heldSince.flatMap { $0.holder == .embeddedBroker ? clock.time - $0.moment : nil })
  }

  /// Once nothing more is sent or awaited.
  var result: StageTally {
    var tally = tally
    if let held = heldSince {
      let until = tally.lastAnswer.map { max($0, held.moment) } ?? held.moment
      tally.held(until - held.moment, by: held.holder)
    }
    // At `max` with a duration as many are due as were offered.
    let schedule = plan.stage.schedule
    let due = schedule.cutoff == nil ? schedule.total ?? offered : offered
    tally.due = due
    tally.unsent += due - offered
    return tally
  }
}
