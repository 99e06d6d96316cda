internal import Dispatch
internal import Kafka
internal import Scenarios
internal import Verification

/// Sends one stage: a serial queue with a strict one-shot timer that sends what is due, polls delivery reports inline, and
/// returns, so that a stop is always heard (ARCHITECTURE.md, decision 4).
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
    case settling(until: Nanoseconds?)
    /// The client was told to give everything back; until this moment it may.
    case takingBack(until: Nanoseconds)
    case finished
  }

  private static let messagesPerTick = 4096
  private static let tickLimit = Nanoseconds.milliseconds(5)
  private static let quantum = Nanoseconds.microseconds(250)
  /// While answers are awaited and nothing is due, reports are looked for this often.
  private static let idleTick = Nanoseconds.milliseconds(1)

  let queue: DispatchQueue
  let finished = DispatchSemaphore(value: 0)
  private let place: StagePlace
  private let clock: RunClock
  private let pacer: Pacer
  private let producer: Producer
  private let liveness: Liveness
  private let settle: @Sendable (_ stage: Int, [Settlement]) -> Void
  private let limits: RunLimits
  private let log: ClientLog
  private let timer: any DispatchSourceTimer

  /// Beyond what the client's queue takes.
  static let spareTokens = 64

  /// Never moved: what the hot loop touches is not checked at every access, as a property would be.
  private let traffic: UnsafeMutablePointer<StageTraffic>
  private var phase = Phase.sending
  private var ending: Ending?

  init(
    _ place: StagePlace, profile: ClientProfile, clock: RunClock, room: EmbeddedRoom?, liveness: Liveness,
    limits: RunLimits, log: @escaping ClientLog, settle: @escaping @Sendable (_ stage: Int, [Settlement]) -> Void
  ) throws(KafkaError) {
    self.place = place
    self.clock = clock
    self.liveness = liveness
    self.limits = limits
    self.log = log
    self.settle = settle
    pacer = Pacer(place.stage.schedule)
    let capacity = profile.queueCapacity + Self.spareTokens
    producer = try Producer(
      profile.producer, topic: place.topicName, headerName: Identity.headerName, capacity: capacity)
    traffic = .allocate(capacity: 1)
    traffic.initialize(to: StageTraffic(place, clock: clock, producer: producer, room: room, capacity: capacity))
    queue = DispatchQueue(label: "rehearse.sender", qos: .userInteractive)
    timer = DispatchSource.makeTimerSource(flags: .strict, queue: queue)
    timer.setEventHandler { @Sendable [weak self] in self?.tick() }
  }

  deinit {
    timer.cancel()
    traffic.deinitialize(count: 1)
    traffic.deallocate()
  }

  /// Ends the client, once the stage has finished.
  func close() { producer.close() }

  /// Connects, so that the first message does not pay for it; then the stage begins.
  func begin() {
    // The partitions must be known before the first message, or it waits for them. What this fails to learn, the client
    // learns later by itself.
    _ = try? producer.handle.metadata(.topic(place.topicName), timeout: .seconds(3))
    queue.sync {
      traffic.pointee.begin()
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
    phase = .settling(until: clock.time + (reason == .lost ? .zero : limits.grace))
    producer.hurry()
  }

  // MARK: One tick

  private func tick() {
    let begun = clock.time
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
  private func sendDue(_ begun: Nanoseconds) -> Bool {
    var now = begun
    var left = Self.messagesPerTick
    while left > 0, now - begun < Self.tickLimit {
      switch pacer.decide(elapsed: now - traffic.pointee.start, sent: traffic.pointee.offered) {
      case .done:
        phase = .settling(until: nil)
        return false
      case .wait: return false
      case .send(let count):
        let run = Int(min(count, UInt64(left), 256))
        switch traffic.pointee.hand(run, until: begun + Self.tickLimit, &now) {
        case .all: break
        case .held: return false
        case .fatal:
          endSending(.fatal(producer.handle.fatal ?? KafkaError(code: -150)))
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
    let before = traffic.pointee.acknowledged
    defer { if traffic.pointee.acknowledged > before { liveness.heard() } }
    producer.serve { event in
      log(place.stage.name, event)
      if case .error(let error) = event, error.isFatal { endSending(.fatal(error)) }
    } delivered: { report in
      traffic.pointee.note(report, isEnded: ending != nil)
    }
  }

  private func advance() {
    let now = clock.time
    switch phase {
    case .sending, .finished: break
    case .settling(let until):
      if traffic.pointee.awaited == 0 {
        phase = .finished
      } else if let until, now >= until {
        producer.takeBack()
        phase = .takingBack(until: now + limits.takeBack)
      }
    case .takingBack(let until):
      if traffic.pointee.awaited == 0 {
        phase = .finished
      } else if now >= until {
        traffic.pointee.giveUp()
        phase = .finished
      }
    }
  }

  private func handOver() {
    let settlements = traffic.pointee.takeSettlements(capacity: Self.messagesPerTick)
    if !settlements.isEmpty { settle(place.index, settlements) }
  }

  private func rearm(isBehind: Bool) {
    let now = clock.time
    var wake = now + Self.idleTick
    if isBehind {
      wake = now
    } else if phase == .sending {
      let start = traffic.pointee.start
      switch pacer.decide(elapsed: now - start, sent: traffic.pointee.offered) {
      case .wait(let elapsed):
        let due = start + elapsed
        wake = traffic.pointee.awaited > 0 ? min(due, wake) : due
      case .send: wake = now + Self.quantum
      case .done: wake = now
      }
      wake = max(wake, now + (isBehind ? .zero : Self.quantum))
    }
    // Librdkafka's own errors and log lines are looked for a few times a second even while nothing is due.
    wake = min(wake, now + .milliseconds(100))
    timer.schedule(deadline: .now() + .nanoseconds(Int((wake - now).count)), leeway: .nanoseconds(0))
  }

  // MARK: What came of it

  struct Progress: Sendable {
    var elapsed: Nanoseconds
    var offered: UInt64
    var acknowledged: UInt64
    var rejected: UInt64
    var withheld: UInt64
    var latenessMax: Nanoseconds?
    var retained: Int
  }

  var progress: Progress { queue.sync { traffic.pointee.progress } }

  struct Outcome {
    var tally: StageTally
    /// Since the run's start.
    var start: Nanoseconds
    var ending: Ending?
    var offered: UInt64
  }

  /// Once it has finished.
  var outcome: Outcome {
    queue.sync {
      Outcome(
        tally: traffic.pointee.result, start: traffic.pointee.start, ending: ending, offered: traffic.pointee.offered)
    }
  }
}
