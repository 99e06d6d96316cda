internal import Dispatch
internal import Kafka
package import Scenarios
internal import Templates
package import Verification

/// One run of a scenario, top to bottom: prepare, read, send stage after stage, read to the end, observe.
package struct ScenarioRun: Sendable {
  package var scenario: Scenario
  package var runID: RunID
  /// The seed of all random values of templates.
  package var seed: UInt64
  /// The start in milliseconds since 1970: dates in templates are relative to it.
  package var startedAt: Int64
  package var connection: ClusterConnection
  /// Indices of the stages to run.
  package var selected: [Int]
  /// The path at which the ledger's work file may be made.
  package var workFile: String
  package var stop: StopRequest
  package var log: ClientLog
  package var progress: @Sendable (StageProgress) -> Void
  package var wallClock: @Sendable () -> Int64
  package var sabotage: Sabotage?
  package var limits = RunLimits()

  /// `wallClock` returns milliseconds since 1970.
  package init(
    scenario: Scenario, runID: RunID, seed: UInt64 = 0, startedAt: Int64 = 0, connection: ClusterConnection,
    selected: [Int], workFile: String,
    stop: StopRequest, log: @escaping ClientLog, progress: @escaping @Sendable (StageProgress) -> Void,
    wallClock: @escaping @Sendable () -> Int64, sabotage: Sabotage? = nil
  ) {
    self.scenario = scenario
    self.runID = runID
    self.seed = seed
    self.startedAt = startedAt
    self.connection = connection
    self.selected = selected
    self.workFile = workFile
    self.stop = stop
    self.log = log
    self.progress = progress
    self.wallClock = wallClock
    self.sabotage = sabotage
  }

  private static let progressInterval = Nanoseconds.seconds(5)

  /// Returns whatever could be observed; what kept it from more is among the errors.
  package func run() -> RunObservation {
    let clock = RunClock()
    let assembly = StageAssembly(scenario: scenario, profile: connection.profile(of:), topics: [])
    var observation = RunObservation(stages: scenario.stages.indices.map(assembly.row))
    do throws(LoadError) {
      try run(clock, &observation)
    } catch {
      observation.errors.append(error)
    }
    observation.duration = clock.time
    return observation
  }

  /// Whatever a run is made of, once its cluster is prepared.
  private struct Parts {
    let clock: RunClock
    let prober: ClientHandle
    let asker: ClientHandle
    let topics: [PreparedTopic]
    let liveness: Liveness
    /// Nil where no partition has to be read before more is sent.
    let quota: EmbeddedQuota?
    let reader: TopicReader
    let watch: LeaderWatch
    let assembly: StageAssembly
    /// By identity.
    let admissions: [Admission]
  }

  private func run(_ clock: RunClock, _ observation: inout RunObservation) throws(LoadError) {
    let prober: ClientHandle
    do { prober = try ClientHandle.prober(connection.profile.prober) } catch { throw .settings(error) }
    defer { prober.close() }
    let asker = try connection.asker(for: scenario, beside: prober)
    defer { if asker !== prober { asker.close() } }
    if connection.embedded != nil,
      let fault = EmbeddedCapacity(scenario, profile: connection.profile).refusal(selected: selected, recipe: recipe)
    {
      throw fault
    }
    let prepared = try prepare(asking: prober, asker)
    observation.brokerCount = prepared.brokerCount
    observation.notes = prepared.notes
    observation.admissions = prepared.admissions
    let parts = parts(clock, prober, asker, prepared)
    defer { parts.watch.end() }
    let isRead = scenario.verify.refusal == nil
    let isTail = scenario.verify.mode == .tail
    if isTail, isRead { try begin(parts.reader, clock) }
    observation.stages = scenario.stages.indices.map(parts.assembly.row)
    let outcomes = send(parts, &observation)
    guard isRead else {
      observe(withoutReading: parts, &observation)
      return
    }
    let loop = ReadingLoop(
      reader: parts.reader, prober: prober, asker: asker, topics: parts.topics, clock: clock, stop: stop, liveness: parts.liveness)
    var policies = TopicPolicies(parts.topics, isEmbedded: connection.embedded != nil)
    if !isTail {
      // Keys count from the first record on in a topic that is compacted by now.
      loop.ask(&policies, .meanwhile)
      try begin(parts.reader, clock, parts.reader.beginnings(asking: asker))
    }
    let sent = SentTimes(outcomes.values.map { ($0.start, $0.tally.lastSend) }, now: clock.time)
    let ended = loop.run(
      readingTerms(parts.topics, policies, lastSend: isTail ? sent.last : clock.time, sending: sent.duration), &policies
    )
    parts.reader.end()
    loop.ask(&policies, .end)
    policies.note(wasCompacted: parts.watch.wasCompacted)
    observation.drain = ended.endedAt - sent.last
    observe(parts, ended, policies, outcomes, &observation)
  }

  /// What there is to observe where the reader must be refused: nothing is read back.
  private func observe(withoutReading parts: Parts, _ observation: inout RunObservation) {
    let sent = parts.topics.filter { $0.partitions > 0 }
    observation.readerAnswer =
      if let refusal = parts.admissions[scenario.verify.identity].refusal {
        refusal.reason.map { .refused($0, refusal.error.text) } ?? .unknown(refusal.error.text)
      } else {
        ReaderTrial(
          profile: connection.profile(of: scenario.verify.identity), topics: sent, stop: stop, log: log
        ).answer()
      }
    parts.reader.end()
    observation.errors += parts.watch.presence.indices.filter { parts.watch.presence[$0].isGone }.map {
      .topicGone(topic: $0)
    }
    if let reason = stop.reason, !observation.errors.contains(.stopped(reason)) {
      observation.errors.append(.stopped(reason))
    }
  }

  private func parts(
    _ clock: RunClock, _ prober: ClientHandle, _ asker: ClientHandle, _ prepared: PreparedCluster
  ) -> Parts {
    let topics = prepared.topics
    let liveness = Liveness(clock, patience: limits.clusterLost)
    let quota =
      connection.embedded != nil && scenario.verify.mode == .tail
      ? EmbeddedQuota(
        partitions: topics.reduce(0) { $0 + $1.partitions },
        largestBatch: EmbeddedCapacity.largestBatch(connection.profile)) : nil
    let reader = TopicReader(
      ReadingPlan(
        scenario: scenario, recipes: scenario.stages.indices.map(recipe), topics: topics, run: runID,
        profile: connection.profile(of: scenario.verify.identity),
        workFile: WorkFile(path: workFile), sabotage: sabotage, mustFinish: stop.mustFinish),
      clock: clock, quota: quota, liveness: liveness, log: log)
    let watch = LeaderWatch(
      prober: prober, asker: asker, topics: topics, asksPolicies: connection.embedded == nil, liveness: liveness, log: log,
      changed: { reader.note($0) }, present: { reader.note(topic: $0, $1) })
    return Parts(
      clock: clock, prober: prober, asker: asker, topics: topics, liveness: liveness, quota: quota, reader: reader, watch: watch,
      assembly: StageAssembly(scenario: scenario, profile: connection.profile(of:), topics: topics),
      admissions: prepared.admissions)
  }

  /// Puts what was read, and what changed meanwhile, into the observation.
  private func observe(
    _ parts: Parts, _ ended: ReadingLoop.Outcome, _ policies: TopicPolicies,
    _ outcomes: [Int: ProducerWorker.Outcome], _ observation: inout RunObservation
  ) {
    for index in observation.stages.indices {
      parts.assembly.note(batchLimits: policies.maxMessageBytes, in: &observation.stages[index])
    }
    let changes = ClusterChanges(parts.topics, presences: parts.watch.presence, policies)
    observation.partitions = changes.applied(to: ended.readings)
    observation.errors += ended.errors + changes.errors
    observation.notes += changes.notes(observation.partitions)
    let hindrances = parts.reader.hindrances()
    observation.standstills = hindrances.standstills.clipped(from: .zero, to: ended.endedAt)
    observation.readerThrottled = hindrances.throttled
    noteHindrances(in: &observation)
    if let reason = stop.reason, !observation.errors.contains(.stopped(reason)) {
      observation.errors.append(.stopped(reason))
    }
    if parts.liveness.isLost, !observation.errors.contains(where: \.isClusterLost) {
      observation.errors.append(.clusterLost(seconds: Int(parts.liveness.patience.seconds)))
    }
    do {
      let closed = try parts.reader.close(observation.partitions, starts: outcomes.mapValues(\.start))
      for (index, outcome) in outcomes {
        parts.assembly.note(
          closed[index].0, closed[index].1, start: outcome.start, lastSend: outcome.tally.lastSend, hindrances,
          in: &observation.stages[index])
      }
    } catch {
      // The work file cannot be read back: the topic counts as not read.
      observation.errors.append(.workFile(error as? WorkFileError ?? WorkFileError(path: workFile, code: 0)))
    }
  }

  /// A process that was stopped for less than this is not worth a note.
  private static let notableStandstill = Nanoseconds.milliseconds(500)

  /// Adds the notes that brokers held producers or reader back, and that this process was stopped: every report has them.
  private func noteHindrances(in observation: inout RunObservation) {
    var (throttled, standstills) = (observation.readerThrottled, observation.standstills)
    for stage in observation.stages {
      if let times = stage.throttled { throttled.formUnion(times) }
      if let times = stage.standstills { standstills.formUnion(times) }
    }
    if !throttled.isEmpty { observation.notes.append(.throttled(throttled.total)) }
    if standstills.total >= Self.notableStandstill { observation.notes.append(.stoodStill(standstills.total)) }
  }

  /// `sending` is how long the sending took.
  private func readingTerms(
    _ topics: [PreparedTopic], _ policies: TopicPolicies, lastSend: Nanoseconds, sending: Nanoseconds
  ) -> ReadingTerms {
    ReadingTerms(
      rule: connection.embedded != nil ? .embedded : connection.profile.acks == "all" ? .acksAll : .acksBelowAll,
      within: scenario.verify.within,
      atMost: ReadingTerms.atMost(stated: scenario.verify.atMost, sending: sending), lastSend: lastSend,
      afterStop: limits.afterStop,
      noted: topics.flatMap(\.noted),
      minimumInSync: zip(topics, policies.minimumInSync).flatMap { topic, minimum in
        topic.noted.map { _ in minimum }
      })
  }

  private func begin(
    _ reader: TopicReader, _ clock: RunClock, _ beginnings: [Int64?] = []
  ) throws(LoadError) {
    do { try reader.begin(beginnings: beginnings) } catch { throw .readerFailed(error) }
    // The first fetch takes longest; a stage that began before it would count that as its own latency.
    let begun = clock.time
    while clock.time - begun < limits.warmUp, !stop.isStopped(), !reader.state.partitions.allSatisfy(\.isAwake) {
      if let refusal = Self.refusal(of: reader) { throw refusal }
      pause(for: .milliseconds(2))
    }
  }

  /// The permission that the reader turned out to lack.
  private static func refusal(of reader: TopicReader) -> LoadError? {
    for (index, partition) in reader.state.partitions.enumerated() {
      if case .fetchFailed(let error)? = partition.interruption, error.kind == .authorization {
        return .readingRefused(topic: reader.partition(at: index).topic, error)
      }
    }
    return nil
  }

  /// A stop ends what the preparation waits for; from then on only a second one ends what is waited for.
  private func prepare(asking prober: ClientHandle, _ asker: ClientHandle) throws(LoadError) -> PreparedCluster {
    for handle in [prober, asker] { handle.endWaits(when: stop.isStopped) }
    defer { for handle in [prober, asker] { handle.endWaits(when: stop.mustFinish) } }
    do throws(LoadError) {
      return try TopicPreparation(
        connection: connection, scenario: scenario, selected: selected, prober: prober, asker: asker, stop: stop, log: log
      ).prepare()
    } catch {
      // A question that was not waited for looks like one without an answer.
      throw stop.reason.map(LoadError.stopped) ?? error
    }
  }

  // MARK: Sending

  /// Sends the stages one after another; returns once their clients are closed, or have had their time for it.
  private func send(_ parts: Parts, _ observation: inout RunObservation) -> [Int: ProducerWorker.Outcome] {
    let reader = parts.reader
    var closing: [Completion] = []
    var outcomes: [Int: ProducerWorker.Outcome] = [:]
    for index in selected {
      if let reason = stop.reason {
        observation.errors.append(.stopped(reason))
        break
      }
      let before = Usage.now()
      let startedAt = wallClock()
      do {
        let worker = try ProducerWorker(
          plan(of: index, parts), profile: connection.profile(of: scenario.stages[index].identity), clock: parts.clock, quota: parts.quota,
          liveness: parts.liveness, limits: limits, log: log
        ) { stage, settlements in
          reader.settle(stage: stage, settlements)
        }
        reader.enter(stage: index)
        worker.begin(stop)
        let outcome = watch(worker, index, reader, parts.liveness)
        // Beside the next stage, which would else begin up to a second later.
        let closed = Completion()
        DispatchQueue(label: "rehearse.closing").async { @Sendable in
          worker.close()
          closed.signal()
        }
        closing.append(closed)
        outcomes[index] = outcome
        parts.assembly.note(
          outcome, startedAt: startedAt, usage: (before, Usage.now()),
          isTopicDeleted: parts.watch.presence[scenario.stages[index].topic].wasAbsent, in: &observation.stages[index])
        switch outcome.ending {
        case nil: break
        case .stopped?: observation.errors.append(.stopped(stop.reason ?? .interrupt))
        case .lost?: observation.errors.append(.clusterLost(seconds: Int(parts.liveness.patience.seconds)))
        case .tooLong?:
          observation.errors.append(.stageTooLong(stage: index, atMost: limits.atMost(scenario.stages[index])))
        case .held?: observation.errors.append(.heldByEmbedded(stage: index, limits.held))
        case .refused(let error)?:
          observation.errors.append(refused(index, error))
        case .fatal(let error)?:
          observation.errors.append(
            error.kind == .authorization ? .writingRefused(stage: index, error) : .fatal(stage: index, error))
        }
        if outcome.ending == nil, let error = outcome.unexpectedRefusal {
          observation.errors.append(.writingRefused(stage: index, error))
        }
        if outcome.ending == .stopped || outcome.ending == .lost { break }
      } catch {
        observation.errors.append(.settings(error))
        break
      }
    }
    // The ends are asked for once no producer has a request on the wire any more; each ends within five seconds.
    let closingEnds = parts.clock.time + limits.closing
    for closed in closing {
      _ = closed.wait(
        for: .nanoseconds(max(closingEnds - parts.clock.time, .zero).count), unless: stop.mustFinish)
    }
    return outcomes
  }

  /// The refusal that ended a stage.
  private func refused(_ stage: Int, _ error: KafkaError) -> LoadError {
    let identity = scenario.stages[stage].identity
    if error.kind == .authorization { return .writingRefused(stage: stage, error) }
    let profile = connection.profile(of: identity)
    return .accessRefused(
      identity: identity, address: profile.bootstrap.first { error.text.contains($0) } ?? profile.bootstrap.first ?? "",
      .of(profile.offer, last: error, seconds: 0, found: nil))
  }

  private func plan(of index: Int, _ parts: Parts) -> SendingPlan {
    let stage = scenario.stages[index]
    let (topics, topic) = (parts.topics, parts.topics[stage.topic])
    return SendingPlan(
      index: index, stage: stage, recipe: recipe(of: index), topicName: topic.name,
      partitions: max(Int32(clamping: topic.partitions), 1),
      partitionBase: topics[..<stage.topic].reduce(0) { $0 + $1.partitions }, run: runID,
      batchLimit: topic.maxMessageBytes, expectedRefusal: scenario.expectedRefusal(ofStage: index),
      refusal: parts.admissions[stage.identity].refusal?.error)
  }

  private func recipe(of stage: Int) -> RenderRecipe {
    scenario.recipe(stage: stage, seed: seed, runID: runID.text, startedAt: startedAt)
  }

  /// Waits for the end of a stage, reports its progress, and ends its sending where something asks for it.
  private func watch(
    _ worker: ProducerWorker, _ index: Int, _ reader: TopicReader, _ liveness: Liveness
  ) -> ProducerWorker.Outcome {
    let stage = scenario.stages[index]
    let clock = RunClock()
    var reported: (at: Nanoseconds, sent: UInt64) = (.zero, 0)
    var isHeldAsked = Nanoseconds.zero
    while !worker.finished.wait(for: .milliseconds(20)) {
      let now = clock.time
      if let ending = SendingEnding(
        isStopped: stop.isStopped(), isLost: liveness.isLost, elapsed: now, atMost: limits.atMost(stage))
      {
        worker.end(ending)
      }
      if stop.mustFinish() { worker.hurry() }
      if connection.embedded != nil, now - isHeldAsked > .seconds(1) {
        isHeldAsked = now
        if let held = worker.progress.heldByBroker, held > limits.held { worker.end(.held) }
      }
      guard now - reported.at >= Self.progressInterval else { continue }
      let (sending, reading) = (worker.progress, reader.state)
      let sent = sending.offered - sending.withheld
      progress(
        StageProgress(
          stage: stage.name, elapsed: sending.elapsed, target: stage.schedule.length,
          sent: sent, total: stage.schedule.total, acknowledged: sending.acknowledged, rejected: sending.rejected,
          withheld: sending.withheld,
          read: reading.read[index], rate: Double(sent - reported.sent) / (now - reported.at).seconds,
          latenessMax: sending.latenessMax, lag: reading.lag))
      reported = (now, sent)
    }
    return worker.outcome
  }
}

extension LoadError {
  var isClusterLost: Bool { if case .clusterLost = self { true } else { false } }
}
