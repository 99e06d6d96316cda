internal import Dispatch
internal import Kafka
internal import Scenarios
internal import Verification

/// Sends one stage: a serial queue with a strict one-shot timer that sends what is due, polls delivery reports inline, and
/// returns, so that a stop is always heard (design, decision 4).
///
/// `@unchecked Sendable`: everything mutable is touched on `queue` alone.
final class StageSender: @unchecked Sendable {
  /// Why no more is sent although the stage is not over.
  enum Ending: Sendable, Equatable {
    case stopped
    case lost
    case tooLong
    case fatal(KafkaError)
  }

  private enum Phase: Equatable {
    case sending
    /// All is sent, or the sending was ended: answers are awaited, until the moment where there is one.
    case settling(until: Int64?)
    /// The client was told to give everything back; until this moment it may.
    case takingBack(until: Int64)
    case finished
  }

  private static let messagesPerTick = 4096
  private static let tickLimit: Int64 = 5 * .millisecond
  private static let quantum: Int64 = 250_000
  /// While answers are awaited and nothing is due, reports are looked for this often.
  private static let idleTick: Int64 = 1 * .millisecond

  let queue: DispatchQueue
  let finished = DispatchSemaphore(value: 0)
  private let place: StagePlace
  private let clock: RunClock
  private let pacer: Pacer
  private let producer: Producer
  private let room: EmbeddedRoom?
  private let liveness: Liveness
  private let settle: @Sendable (_ stage: Int, [Settlement]) -> Void
  private let limits: RunLimits
  private let log: ClientLog
  private let timer: any DispatchSourceTimer

  /// Beyond what the client's queue takes.
  static let spareTokens = 64

  private var renderer: MessageRenderer
  private var inFlight: InFlight
  private var tally = StageTally()
  private var settlements: [Settlement] = []
  private var dueTimes: DueTimes?
  private var phase = Phase.sending
  private var ending: Ending?
  private var start: Int64 = 0
  private var offered: UInt64 = 0
  private var heldSince: (moment: Int64, byRoom: Bool)?

  init(
    _ place: StagePlace, profile: ClientProfile, clock: RunClock, room: EmbeddedRoom?, liveness: Liveness,
    limits: RunLimits, log: @escaping ClientLog, settle: @escaping @Sendable (_ stage: Int, [Settlement]) -> Void
  ) throws(KafkaError) {
    self.place = place
    self.clock = clock
    self.room = room
    self.liveness = liveness
    self.limits = limits
    self.log = log
    self.settle = settle
    pacer = Pacer(place.stage)
    let capacity = profile.queueCapacity + Self.spareTokens
    producer = try Producer(
      profile.producer, topic: place.topicName, headerName: Identity.headerName, capacity: capacity)
    inFlight = InFlight(capacity: capacity)
    renderer = MessageRenderer(place.recipe)
    if case .constant(let rate) = place.stage.rate { dueTimes = DueTimes(rate) }
    queue = DispatchQueue(label: "rehearse.sender", qos: .userInteractive)
    timer = DispatchSource.makeTimerSource(flags: .strict, queue: queue)
    timer.setEventHandler { @Sendable [weak self] in self?.tick() }
  }

  deinit { timer.cancel() }

  /// Ends the client, once the stage has finished.
  func close() { producer.close() }

  /// Connects, so that the first message does not pay for it; then the stage begins.
  func begin() {
    // The partitions must be known before the first message, or it waits for them. What this fails to learn, the client
    // learns later by itself.
    _ = try? producer.handle.metadata(.topic(place.topicName), milliseconds: 3000)
    queue.sync {
      start = clock.now()
      timer.schedule(deadline: .now(), leeway: .nanoseconds(0))
      timer.activate()
    }
  }

  /// No more is sent; what the client holds gets its grace and is then taken back.
  func end(_ reason: Ending) {
    queue.async { @Sendable [self] in endSending(reason) }
  }

  private func endSending(_ reason: Ending) {
    guard ending == nil, phase != .finished else { return }
    ending = reason
    phase = .settling(until: clock.now() + (reason == .lost ? 0 : limits.grace))
    producer.hurry()
  }

  // MARK: One tick

  private func tick() {
    let begun = clock.now()
    poll()
    var isBehind = false
    if phase == .sending { isBehind = sendDue(begun) }
    poll()
    advance()
    handOver()
    if phase == .finished {
      timer.cancel()
      finished.signal()
    } else {
      rearm(isBehind: isBehind)
    }
  }

  /// Sends what is due, within the limits of one tick; true where more is due than was sent.
  private func sendDue(_ begun: Int64) -> Bool {
    var now = begun
    var left = Self.messagesPerTick
    while left > 0, now - begun < Self.tickLimit {
      switch pacer.decide(elapsed: now - start, sent: offered) {
      case .done:
        phase = .settling(until: nil)
        return false
      case .wait: return false
      case .send(let count):
        let run = Int(min(count, UInt64(left), 256))
        guard sendRun(run, &now) else { return false }
        left -= run
        poll()
        now = clock.now()
      }
    }
    return true
  }

  /// Sends the next `count` messages; false where the client or the broker takes no more for now.
  private func sendRun(_ count: Int, _ now: inout Int64) -> Bool {
    let isPaced = dueTimes != nil
    let measured = place.stage.measured
    for step in 0..<count {
      if isPaced || step % 16 == 0 { now = clock.now() }
      let sequence = offered
      let due = dueTimes.map { start + Int64(clamping: $0.next) } ?? now
      renderer.render(sequence, due: due)
      let partition = place.stage.partition.partition(
        sequence: sequence, key: renderer.key, of: place.partitions)
      if let fault = renderer.valueFault() {
        withhold(sequence, partition, fault, now)
        continue
      }
      let bytes = renderer.byteCount
      if let room, !room.hasRoom(partition: place.partitionBase + Int(partition), bytes: bytes) {
        hold(now, byRoom: true)
        return false
      }
      let header = renderer.identify(
        Identity(
          run: place.run, stage: UInt16(truncatingIfNeeded: place.index), producer: 0, sequence: sequence, due: due,
          payload: renderer.checksum))
      let message = InFlight.Message(
        sequence: sequence, due: due, sent: now, partition: partition, bytes: UInt32(truncatingIfNeeded: bytes))
      let isFirstAwaited = inFlight.count == 0
      guard let token = inFlight.add(message) else {
        hold(now, byRoom: false)
        return false
      }
      switch producer.send(
        partition: partition, key: renderer.key, value: renderer.value, header: header, userHeaders: renderer.headers,
        token: token)
      {
      case .queued:
        room?.take(partition: place.partitionBase + Int(partition), bytes: bytes)
      case .full:
        _ = inFlight.remove(token)
        hold(now, byRoom: false)
        return false
      case .refused(let code):
        _ = inFlight.remove(token)
        refuse(message, code: code)
      case .fatal:
        _ = inFlight.remove(token)
        endSending(.fatal(producer.handle.fatal ?? KafkaError(code: -150)))
        return false
      }
      release(now)
      if isFirstAwaited { tally.awaitingSince = now }
      if measured, isPaced { tally.lateness.record(nanoseconds: now - due) }
      tally.bytesSent += UInt64(bytes)
      if tally.firstSend == nil { tally.firstSend = now }
      tally.lastSend = now
      offered += 1
      dueTimes?.advance()
    }
    return true
  }

  /// Counts a message that may not be sent; the next is due when it always was.
  private func withhold(_ sequence: UInt64, _ partition: Int32, _ fault: ValueFault, _ now: Int64) {
    tally.send.withheld += 1
    tally.lastWithheld = now
    tally.withheld.offer(
      Anomaly(
        kind: .withheld, sequence: sequence, topic: place.topicName, partition: partition,
        detail: fault.sentence(template: place.recipe.templates[renderer.template].name)))
    offered += 1
    dueTimes?.advance()
  }

  private func hold(_ now: Int64, byRoom: Bool) {
    if heldSince == nil { heldSince = (now, byRoom) }
  }

  private func release(_ now: Int64) {
    guard let held = heldSince else { return }
    if held.byRoom { tally.heldByRoom += now - held.moment } else { tally.heldByClient += now - held.moment }
    heldSince = nil
  }

  // MARK: Answers

  private func poll() {
    let before = tally.send.acknowledged
    defer { if tally.send.acknowledged > before { liveness.heard() } }
    producer.serve { event in
      log(place.stage.name, event)
      if case .error(let error) = event, error.isFatal { endSending(.fatal(error)) }
    } delivered: { report in
      if let message = inFlight.remove(report.token) { note(report, message) }
    }
  }

  private func note(_ report: DeliveryReport, _ message: InFlight.Message) {
    let answered = clock.sinceStart(report.answeredAt)
    tally.lastAnswer = max(tally.lastAnswer ?? 0, answered)
    switch report.status {
    case .persisted:
      tally.send.acknowledged += 1
      tally.send.bytesAcknowledged += UInt64(message.bytes)
      tally.ackGapMax = max(tally.ackGapMax, answered - tally.awaitingSince)
      tally.awaitingSince = max(tally.awaitingSince, answered)
      if place.stage.measured {
        tally.service.record(nanoseconds: answered - message.sent)
        if dueTimes != nil { tally.ack.record(nanoseconds: answered - message.due) }
      }
      settlements.append(
        Settlement(
          sequence: message.sequence, offset: report.offset, partition: message.partition, outcome: .acknowledged))
    case .possiblyPersisted:
      unknown(message)
    case .notPersisted:
      let isTakenBack = ending != nil && KafkaError(code: report.code).isTakenBack
      giveBackRoom(message)
      if isTakenBack {
        tally.send.unsent += 1
        settlements.append(
          Settlement(sequence: message.sequence, offset: -1, partition: message.partition, outcome: .absent))
      } else {
        refuse(message, code: report.code)
      }
    }
  }

  private func unknown(_ message: InFlight.Message) {
    tally.send.unknown += 1
    // Should it be there after all it is given back twice; never would stop the stage for good.
    giveBackRoom(message)
    settlements.append(
      Settlement(sequence: message.sequence, offset: -1, partition: message.partition, outcome: .unknown))
  }

  private func refuse(_ message: InFlight.Message, code: Int32) {
    tally.send.rejected += 1
    tally.refusals[code, default: 0] += 1
    settlements.append(
      Settlement(sequence: message.sequence, offset: -1, partition: message.partition, outcome: .absent))
  }

  private func giveBackRoom(_ message: InFlight.Message) {
    room?.giveBack(partition: place.partitionBase + Int(message.partition), bytes: Int(message.bytes))
  }

  private func advance() {
    let now = clock.now()
    switch phase {
    case .sending, .finished: break
    case .settling(let until):
      if inFlight.count == 0 {
        phase = .finished
      } else if let until, now >= until {
        producer.takeBack()
        phase = .takingBack(until: now + limits.takeBack)
      }
    case .takingBack(let until):
      if inFlight.count == 0 {
        phase = .finished
      } else if now >= until {
        // The client does not give them back: nobody knows what became of them.
        inFlight.removeAll { message in unknown(message) }
        phase = .finished
      }
    }
  }

  private func handOver() {
    guard !settlements.isEmpty else { return }
    settle(place.index, settlements)
    settlements = []
    settlements.reserveCapacity(Self.messagesPerTick)
  }

  private func rearm(isBehind: Bool) {
    let now = clock.now()
    var wake = now + Self.idleTick
    if isBehind {
      wake = now
    } else if phase == .sending {
      switch pacer.decide(elapsed: now - start, sent: offered) {
      case .wait(let due): wake = inFlight.count > 0 ? min(start + due, wake) : start + due
      case .send: wake = now + Self.quantum
      case .done: wake = now
      }
      wake = max(wake, now + (isBehind ? 0 : Self.quantum))
    }
    // Librdkafka's own errors and log lines are looked for a few times a second even while nothing is due.
    wake = min(wake, now + 100 * .millisecond)
    timer.schedule(deadline: .now() + .nanoseconds(Int(wake - now)), leeway: .nanoseconds(0))
  }

  // MARK: What came of it

  struct Progress: Sendable {
    var elapsed: Int64
    var offered: UInt64
    var acknowledged: UInt64
    var rejected: UInt64
    var withheld: UInt64
    var latenessMax: Int64?
    var retained: Int
  }

  var progress: Progress {
    queue.sync {
      Progress(
        elapsed: clock.now() - start, offered: offered, acknowledged: tally.send.acknowledged,
        rejected: tally.send.rejected, withheld: tally.send.withheld,
        latenessMax: tally.lateness.count > 0 ? Int64(tally.lateness.maximum) : nil,
        retained: inFlight.count)
    }
  }

  struct Outcome {
    var tally: StageTally
    /// Nanoseconds since the run's start.
    var start: Int64
    var ending: Ending?
    var offered: UInt64
  }

  /// Once it has finished.
  var outcome: Outcome {
    queue.sync {
      var tally = tally
      if let held = heldSince {
        let until = tally.lastAnswer.map { max($0, held.moment) } ?? held.moment
        if held.byRoom { tally.heldByRoom += until - held.moment } else { tally.heldByClient += until - held.moment }
      }
      // At `max` with a duration as many are due as were offered.
      let due = place.stage.duration != nil && dueTimes == nil ? offered : place.stage.total ?? offered
      tally.send.due = due
      tally.send.unsent += due - offered
      tally.send.sent = due - tally.send.unsent - tally.send.withheld - tally.send.dropped
      return Outcome(tally: tally, start: start, ending: ending, offered: offered)
    }
  }
}
