internal import Dispatch
internal import Kafka
internal import Scenarios
internal import Synchronization
internal import Verification

/// The course of a run's sending: what the time line says is connected in time, begun, watched and ended. It waits; what to do
/// when is decided by `RunTimeline`.
struct RunCourse {
  private static let progressInterval = Nanoseconds.seconds(5)
  /// Clients connect this much before their stage is expected to begin.
  private static let lead = Nanoseconds.seconds(2)
  /// A stage waits for the clients of those that begin this little behind it.
  private static let companionship = Nanoseconds.seconds(1)
  private static let tick = Nanoseconds.milliseconds(20)

  private let run: ScenarioRun
  private let parts: ScenarioRun.Parts
  private let bell = Bell()
  private var origin: Nanoseconds
  private var timeline: RunTimeline
  private var actions: RunActions
  private var prepared: [Int: Preparation] = [:]
  private var running: [Int: Watched] = [:]
  private var closing: [Completion] = []
  /// Nothing more begins.
  private var isEnding = false
  private(set) var observation: RunObservation
  private(set) var outcomes: [Int: StageSending.Outcome] = [:]

  /// The clients of a stage that has not begun.
  private struct Preparation {
    let sending: StageSending
    let connected = Completion()
    let error = Kept<KafkaError?>(nil)
  }

  /// A stage that is being sent.
  private struct Watched {
    let sending: StageSending
    /// Since the run's start.
    let start: Nanoseconds
    /// Milliseconds since 1970.
    let startedAt: Int64
    let usage: Usage
    var overlaps: Bool
    var isSettling = false
    var conditions: AbortWatch
    var conditionsAt: Nanoseconds
    var heldAt = Nanoseconds.zero
    var reported: (at: Nanoseconds, sent: UInt64) = (.zero, 0)
  }

  init(_ run: ScenarioRun, _ parts: ScenarioRun.Parts, _ observation: RunObservation) {
    self.run = run
    self.parts = parts
    self.observation = observation
    origin = parts.clock.time
    timeline = RunTimeline(run.scenario, running: run.selected, origin: origin)
    actions = RunActions(
      run.scenario.actions, run.commands, clock: parts.clock, liveness: parts.liveness, stop: run.stop)
  }

  /// Makes and connects the clients of the stages that come first, which takes its time beside the reader's first fetch.
  mutating func connect() { prepare(parts.clock.time) }

  /// Closes what was connected: nothing is sent.
  mutating func abandon() {
    isEnding = true
    closeAll()
  }

  mutating func runAll() {
    origin = parts.clock.time
    timeline = RunTimeline(run.scenario, running: run.selected, origin: origin)
    while !(running.isEmpty && (isEnding || timeline.isOver)) {
      let now = parts.clock.time
      timeline.pass(now)
      endWhereAsked(now)
      if !isEnding { prepare(now) }
      if !isEnding { begin(now) }
      if !isEnding { actions.begin(by: parts.clock.time, timeline) }
      for index in running.keys.sorted() { watch(index, now) }
      collect()
      if running.isEmpty, isEnding || timeline.isOver { break }
      let changes = [timeline.nextChange(after: now), actions.nextChange(after: now, timeline)].compactMap { $0 }
      let next = changes.min().map { min($0 - now, Self.tick) } ?? Self.tick
      bell.wait(for: .nanoseconds(max(next, .microseconds(100)).count))
    }
    closeAll()
  }

  /// Waits until every action that was begun has ended, and returns the course of each: what it has to undo must be done before
  /// reading is judged.
  func endActions() -> [ActionRecord] {
    actions.wait()
    return actions.records
  }

  /// Closes every client, and waits for it within limits.
  private mutating func closeAll() {
    for preparation in prepared.values {
      preparation.sending.hurry()
      closing.append(preparation.sending.close())
    }
    // The ends are asked for once no producer has a request on the wire any more; each ends within five seconds.
    let closingEnds = parts.clock.time + run.limits.closing
    for closed in closing {
      _ = closed.wait(
        for: .nanoseconds(max(closingEnds - parts.clock.time, .zero).count), unless: run.stop.mustFinish)
    }
  }

  // MARK: Beginning

  /// Makes and connects the clients of stages that are expected to begin soon.
  private mutating func prepare(_ now: Nanoseconds) {
    for index in timeline.expected(before: now + Self.lead) where prepared[index] == nil {
      do throws(LoadError) {
        let preparation = Preparation(sending: try run.sending(of: index, parts, bell))
        let (stop, bell) = (run.stop, bell)
        DispatchQueue(label: "rehearse.connecting").async { @Sendable in
          preparation.error.value = preparation.sending.connect(stop)
          preparation.connected.signal()
          bell.ring()
        }
        prepared[index] = preparation
      } catch {
        observation.errors.append(error)
        return endAll(nil)
      }
    }
  }

  private func isReady(_ index: Int) -> Bool { prepared[index]?.connected.wait(for: .zero) ?? false }

  private mutating func begin(_ now: Nanoseconds) {
    for (index, at) in timeline.scheduled {
      guard isReady(index), at - now <= Self.tick,
        timeline.companions(of: index, within: Self.companionship).allSatisfy(isReady),
        let preparation = prepared.removeValue(forKey: index)
      else { continue }
      if let error = preparation.error.value {
        closing.append(preparation.sending.close())
        observation.errors.append(.transactionsRefused(stage: index, error))
        return endAll(nil)
      }
      let begun = parts.clock.time
      let start = max(at, begun)
      let startedAt = run.wallClock() + (start - begun).count / 1_000_000
      for other in running.keys { running[other]?.overlaps = true }
      running[index] = Watched(
        sending: preparation.sending, start: start, startedAt: startedAt, usage: Usage.now(),
        overlaps: !running.isEmpty, conditions: AbortWatch(run.scenario.stages[index].abortConditions),
        conditionsAt: start)
      parts.reader?.begin(stage: index, at: start)
      parts.sinks?.begin(stage: index, at: start)
      preparation.sending.begin(at: start)
      timeline.begin(stage: index, at: start)
    }
  }

  // MARK: Watching

  /// Ends all sending where a signal, a lost cluster or the limit of the whole run asks for it.
  private mutating func endWhereAsked(_ now: Nanoseconds) {
    if run.stop.mustFinish() { for watched in running.values { watched.sending.hurry() } }
    guard !isEnding,
      let ending = SendingEnding(
        isStopped: run.stop.isStopped(), isLost: parts.liveness.isLost, elapsed: now - origin,
        atMost: run.scenario.sendingLimit)
    else { return }
    if ending == .stopped { note(.stopped(run.stop.reason ?? .interrupt)) }
    if ending == .runTooLong { note(.runTooLong(atMost: run.scenario.sendingLimit ?? .zero)) }
    endAll(ending)
  }

  private mutating func note(_ error: LoadError) {
    if !observation.errors.contains(error) { observation.errors.append(error) }
  }

  /// Nothing more begins; what is being sent ends for this reason, or where there is none, comes to its own end.
  private mutating func endAll(_ reason: SendingEnding?) {
    isEnding = true
    guard let reason else { return }
    actions.hurry()
    for watched in running.values { watched.sending.end(reason) }
  }

  private mutating func watch(_ index: Int, _ now: Nanoseconds) {
    guard var watched = running[index] else { return }
    defer { running[index] = watched }
    let (stage, sending) = (run.scenario.stages[index], watched.sending)
    let elapsed = now - watched.start
    sending.spreadEnding()
    if elapsed > run.limits.atMost(stage) { sending.end(.tooLong) }
    if !watched.isSettling, sending.isSettling {
      watched.isSettling = true
      timeline.settle(stage: index, at: now)
    }
    if parts.quota != nil || run.connection.embedded != nil, elapsed - watched.heldAt > .seconds(1) {
      watched.heldAt = elapsed
      if let held = sending.progress.heldByBroker, held > run.limits.held { sending.end(.held) }
    }
    if !stage.abortConditions.isEmpty, now - watched.conditionsAt >= .seconds(1) {
      watched.conditionsAt = now
      let snapshot = sending.progress.snapshot(stage.schedule)
      if let condition = watched.conditions.observe(snapshot) { abort(condition, of: index, sending) }
    }
    guard elapsed - watched.reported.at >= Self.progressInterval else { return }
    let (progress, reading) = (sending.progress, parts.reader?.state)
    let sent = progress.offered - progress.withheld - progress.dropped
    run.progress(
      StageProgress(
        stage: stage.name, elapsed: progress.elapsed, target: stage.schedule.length, sent: sent,
        total: stage.schedule.total, acknowledged: progress.acknowledged, rejected: progress.rejected,
        withheld: progress.withheld, read: reading?.read[index],
        rate: Double(sent - min(watched.reported.sent, sent)) / max(elapsed - watched.reported.at, 1).seconds,
        latenessMax: progress.latenessMax, lag: reading?.lag))
    watched.reported = (elapsed, sent)
  }

  private mutating func abort(_ condition: AbortCondition, of index: Int, _ sending: StageSending) {
    let ending = SendingEnding.aborted(condition.expectation, stage: index)
    switch condition.scope {
    case .stage: sending.end(ending)
    case .run: endAll(ending)
    }
  }

  /// Takes the outcomes of stages that have finished.
  private mutating func collect() {
    for (index, watched) in running.sorted(by: { $0.key < $1.key }) where watched.sending.isFinished {
      let now = parts.clock.time
      let outcome = watched.sending.outcome(start: watched.start)
      var conditions = watched.conditions
      let last = watched.sending.progress.snapshot(run.scenario.stages[index].schedule)
      if outcome.ending == nil, let condition = conditions.observe(last) {
        let ending = SendingEnding.aborted(condition.expectation, stage: index)
        note(.aborted(stage: index, condition.expectation))
        if condition.scope == .run { endAll(ending) }
      }
      running[index] = nil
      timeline.end(stage: index, at: now)
      parts.reader?.end(stage: index)
      closing.append(watched.sending.close())
      parts.assembly.note(
        outcome, startedAt: watched.startedAt, usage: watched.overlaps ? nil : (watched.usage, Usage.now()),
        isTopicDeleted: run.scenario.stages[index].topic.map { parts.watch.presence[$0].wasAbsent } ?? false,
        in: &observation.stages[index])
      observation.stages[index].overlaps = watched.overlaps ? true : nil
      observation.stages[index].checks = conditions.checks(last)
      for error in run.errors(outcome, of: index, parts.liveness) { note(error) }
      outcomes[index] = outcome
      if outcome.ending == .stopped || outcome.ending == .lost || outcome.ending == .targetLost {
        isEnding = true
        actions.hurry()
      }
    }
  }
}

/// A value that one thread leaves for another.
private final class Kept<Value: Sendable>: Sendable {
  private let kept: Mutex<Value>

  init(_ value: Value) { kept = Mutex(value) }

  var value: Value {
    get { kept.withLock { $0 } }
    set { kept.withLock { $0 = newValue } }
  }
}

extension SendingProgress {
  /// The counts so far; of `due`, what was due by now.
  fileprivate func snapshot(_ schedule: Schedule) -> SendingSnapshot {
    var counts = SendCounts()
    counts[.due] = schedule.isPaced ? max(schedule.count(by: elapsed), offered) : offered
    counts[.sent] = offered - withheld - dropped
    counts[.acknowledged] = acknowledged
    counts[.rejected] = rejected
    counts[.unknown] = unknown
    counts[.aborted] = aborted
    counts[.withheld] = withheld
    counts[.dropped] = dropped
    counts[.bytesAcknowledged] = bytesAcknowledged
    return SendingSnapshot(elapsed: elapsed, counts: counts)
  }
}
