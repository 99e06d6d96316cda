internal import Dispatch
internal import Kafka
internal import Posting
internal import Scenarios
internal import Verification

/// Posts a stage to its target: a serial queue with a strict one-shot timer for what is due, and one read source for all connections
/// (ARCHITECTURE.md, decision 4).
///
/// `@unchecked Sendable`: everything mutable is touched on `queue` alone.
final class PostingWorker: StageWorker, @unchecked Sendable {
  private static let messagesPerTick = 4096
  private static let tickLimit: Nanoseconds = .milliseconds(5)
  /// Without anything due or readable it ticks this often.
  private static let longest: Nanoseconds = .milliseconds(100)

  let queue: DispatchQueue
  let finished = Completion()
  private let plan: PostingPlan
  private let clock: RunClock
  private let client: PostingClient
  private let liveness: Liveness
  private let bell: Bell
  private let timer: any DispatchSourceTimer
  private let source: any DispatchSourceRead
  private let traffic: FixedValue<PostingTraffic>
  private let quantum = NextTick.quantum(producers: 1)
  private var state: SendingState
  private var watch = TickWatch()

  init(
    _ plan: PostingPlan, clock: RunClock, liveness: Liveness, limits: RunLimits, intervals: StageIntervals, bell: Bell
  ) throws(PostingError) {
    self.plan = plan
    self.clock = clock
    self.liveness = liveness
    self.bell = bell
    state = SendingState(limits)
    let client = try PostingClient(plan.settings)
    self.client = client
    traffic = FixedValue(PostingTraffic(plan, clock: clock, client: client, intervals: intervals))
    queue = DispatchQueue(label: "rehearse.sender", qos: .userInteractive)
    timer = DispatchSource.makeTimerSource(flags: .strict, queue: queue)
    source = DispatchSource.makeReadSource(fileDescriptor: client.descriptor, queue: queue)
    timer.setEventHandler { @Sendable [weak self] in self?.tick() }
    source.setEventHandler { @Sendable [weak self] in self?.tick() }
    // The descriptor is the client's: it lives until the source has let go of it.
    source.setCancelHandler { @Sendable in withExtendedLifetime(client) {} }
  }

  deinit {
    timer.cancel()
    source.cancel()
    // Dispatch traps where a source is released that was never activated, as that of a stage which never begins.
    timer.activate()
    source.activate()
  }

  /// The target is not asked before the first message is due.
  func connect(_ stop: StopRequest) -> KafkaError? { nil }

  func begin(at start: Nanoseconds) {
    queue.sync {
      traffic.value.begin(at: start)
      let delay = max(start - clock.time, .zero)
      timer.schedule(deadline: .now() + .nanoseconds(Int(delay.count)), leeway: .nanoseconds(0))
      timer.activate()
      source.activate()
    }
  }

  func end(_ reason: SendingEnding) {
    queue.async { @Sendable [self] in
      guard state.end(reason, at: clock.time) else { return }
      tick()
    }
  }

  func hurry() {
    queue.async { @Sendable [self] in state.hurry(at: clock.time) }
  }

  func close() { queue.sync { client.abandon() } }

  // MARK: One tick

  private func tick() {
    guard state.phase != .finished else { return }
    let begun = clock.time
    watch.runs(at: begun)
    take()
    var isBehind = false
    if state.phase == .sending { isBehind = sendDue(begun) }
    takeAnswers()
    weighSilence()
    advance()
    traffic.value.passTime(clock.time)
    watchProgress(isBehind: isBehind)
    if state.phase == .finished {
      finish()
    } else {
      rearm(isBehind: isBehind)
    }
  }

  private func finish() {
    traffic.value.finish()
    watch.ends(at: clock.time, wake: nil)
    timer.cancel()
    source.cancel()
    finished.signal()
    bell.ring()
  }

  private func take() {
    client.drive()
    takeAnswers()
  }

  private func takeAnswers() {
    watch.runs(at: clock.time)
    traffic.value.hinderedUntil = watch.hinderedUntil
    traffic.value.takeAnswers(watch)
  }

  /// Posts what is due, within the limits of one tick; true where more is due than was posted and could have been.
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
        let run = Int(min(count, UInt64(left), 64))
        switch traffic.value.hand(run, until: begun + Self.tickLimit, &now) {
        case .all: break
        case .held: return false
        case .full:
          _ = state.end(.queueFull, at: clock.time)
          return false
        }
        left -= run
        take()
        now = clock.time
      }
    }
    return true
  }

  /// Ends the sending to a target that answers nothing, unless an action may be the reason.
  private func weighSilence() {
    guard state.phase == .sending, !liveness.isDisturbed else { return }
    let watch = watch
    let isLost = traffic.value.silence.isLost(
      at: clock.time, patience: liveness.patience, isAwaiting: traffic.value.awaited > 0
    ) { watch.stopped(from: $0, to: $1) }
    if isLost { _ = state.end(.targetLost, at: clock.time) }
  }

  private func advance() {
    // An answer that is given up is there at once, so one round more is enough.
    for _ in 0..<2 {
      switch state.advance(awaited: traffic.value.awaited, at: clock.time) {
      case .none: return
      case .purge, .giveUp:
        client.abandon()
        takeAnswers()
      }
    }
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
    var wake = now + Self.longest
    if state.phase == .sending {
      // While all connections are busy an answer wakes it; only where messages are dropped meanwhile is there more to do.
      let isBlocked = traffic.value.isHeld && plan.stage.whenFull == .block
      if isBehind || !isBlocked {
        wake = NextTick.time(
          isBehind: isBehind, traffic.value.decide(at: now), start: traffic.value.start, isAwaiting: false,
          quantum: quantum, at: now)
      }
    }
    if let next = client.nextTime { wake = min(wake, max(clock.time(of: next), now)) }
    watch.ends(at: now, wake: wake)
    timer.schedule(deadline: .now() + .nanoseconds(Int((wake - now).count)), leeway: .nanoseconds(0))
  }

  // MARK: Progress and outcome

  var progress: SendingProgress { queue.sync { traffic.value.progress } }

  var isSending: Bool { queue.sync { state.phase == .sending } }

  var ending: SendingEnding? { queue.sync { state.ending } }

  var outcome: WorkerOutcome {
    queue.sync {
      WorkerOutcome(
        tally: traffic.value.result, ending: state.ending, offered: traffic.value.offered,
        standstills: watch.standstills(until: clock.time),
        answers: traffic.value.answers.answers(of: plan.target.name, client), posted: traffic.value.posted)
    }
  }
}
