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
    let assembly = StageAssembly(scenario: scenario, profile: connection.profile, topics: [])
    var observation = RunObservation(stages: scenario.stages.indices.map(assembly.row))
    do throws(LoadError) {
      try run(clock, &observation)
    } catch {
      observation.errors.append(error)
    }
    observation.duration = clock.time
    return observation
  }

  private func run(_ clock: RunClock, _ observation: inout RunObservation) throws(LoadError) {
    let prober: ClientHandle
    do { prober = try ClientHandle.prober(connection.profile.prober) } catch { throw .settings(error) }
    defer { prober.close() }
    try refuseWhatWouldNotFit()
    let prepared = try TopicPreparation(
      connection: connection, scenario: scenario, selected: selected, prober: prober, stop: stop, log: log
    ).prepare()
    observation.brokerCount = prepared.brokerCount
    observation.notes = prepared.notes

    let liveness = Liveness(clock, patience: limits.clusterLost)
    let isTail = scenario.verify.mode == .tail
    let quota =
      connection.embedded != nil && isTail
      ? EmbeddedQuota(partitions: prepared.topics.reduce(0) { $0 + $1.partitions }) : nil
    let reader = TopicReader(
      ReadingPlan(
        scenario: scenario, recipes: scenario.stages.indices.map(recipe), topics: prepared.topics, run: runID,
        profile: connection.profile,
        workFile: WorkFile(path: workFile), sabotage: sabotage),
      clock: clock, quota: quota, liveness: liveness, log: log)
    let watch = LeaderWatch(
      prober: prober, topics: prepared.topics, liveness: liveness, log: log, changed: { reader.note($0) },
      gone: { reader.note(topic: $0, isGone: $1) })
    defer { watch.end() }
    if isTail { try begin(reader, clock) }

    let assembly = StageAssembly(scenario: scenario, profile: connection.profile, topics: prepared.topics)
    observation.stages = scenario.stages.indices.map(assembly.row)
    let closing = DispatchGroup()
    let outcomes = send(prepared, reader, quota, liveness, watch, clock, assembly, closing, &observation)
    // The ends are asked for once no producer has a request on the wire any more; each ends within five seconds.
    _ = closing.wait(timeout: .now() + 6)
    let loop = ReadingLoop(
      reader: reader, prober: prober, topics: prepared.topics, clock: clock, stop: stop, liveness: liveness)
    var policies = TopicPolicies(prepared.topics, isEmbedded: connection.embedded != nil)
    loop.ask(&policies)
    if !isTail { try begin(reader, clock, reader.beginnings(asking: prober)) }

    let starts = outcomes.values.map(\.start)
    let lastSend = outcomes.values.compactMap(\.tally.lastSend).max() ?? clock.time
    let ended = loop.run(
      readingTerms(
        prepared, policies, lastSend: isTail ? lastSend : clock.time,
        sending: lastSend - (starts.min() ?? lastSend)),
      &policies)
    reader.end()
    loop.ask(&policies)
    let changes = ClusterChanges(prepared.topics, presences: watch.presence, policies)
    observation.partitions = changes.applied(to: ended.readings)
    observation.errors += ended.errors + changes.errors
    observation.notes += changes.notes(observation.partitions)
    if let reason = stop.reason, !observation.errors.contains(.stopped(reason)) {
      observation.errors.append(.stopped(reason))
    }
    observation.drain = ended.endedAt - lastSend
    if liveness.isLost, !observation.errors.contains(where: \.isClusterLost) {
      observation.errors.append(.clusterLost(seconds: Int(liveness.patience.seconds)))
    }
    do {
      for (index, closed) in try reader.close(observation.partitions, starts: outcomes.mapValues(\.start))
        .enumerated() where outcomes[index] != nil
      {
        assembly.note(
          closed.0, closed.1, start: outcomes[index]?.start, lastSend: outcomes[index]?.tally.lastSend,
          in: &observation.stages[index])
      }
    } catch {
      // The work file cannot be read back: the topic counts as not read.
      observation.errors.append(.workFile(error as? WorkFileError ?? WorkFileError(path: workFile, code: 0)))
    }
  }

  /// `sending` is how long the sending took.
  private func readingTerms(
    _ prepared: PreparedCluster, _ policies: TopicPolicies, lastSend: Nanoseconds, sending: Nanoseconds
  ) -> ReadingTerms {
    ReadingTerms(
      rule: connection.embedded != nil ? .embedded : connection.profile.acks == "all" ? .acksAll : .acksBelowAll,
      within: scenario.verify.within,
      atMost: ReadingTerms.atMost(stated: scenario.verify.atMost, sending: sending), lastSend: lastSend,
      afterStop: limits.afterStop,
      noted: prepared.topics.flatMap(\.noted),
      minimumInSync: zip(prepared.topics, policies.minimumInSync).flatMap { topic, minimum in
        topic.noted.map { _ in minimum }
      })
  }

  private func begin(
    _ reader: TopicReader, _ clock: RunClock, _ beginnings: [Int64?] = []
  ) throws(LoadError) {
    do { try reader.begin(beginnings: beginnings) } catch { throw .readerFailed(error) }
    // The first fetch takes longest; a stage that began before it would count that as its own latency.
    let begun = clock.time
    let pause = DispatchSemaphore(value: 0)
    while clock.time - begun < limits.warmUp, stop.reason == nil, !reader.state.partitions.allSatisfy(\.isAwake) {
      _ = pause.wait(timeout: .now() + .milliseconds(2))
    }
  }

  // MARK: Sending

  private func send(
    _ prepared: PreparedCluster, _ reader: TopicReader, _ quota: EmbeddedQuota?, _ liveness: Liveness,
    _ leaders: LeaderWatch, _ clock: RunClock, _ assembly: StageAssembly, _ closing: DispatchGroup,
    _ observation: inout RunObservation
  ) -> [Int: ProducerWorker.Outcome] {
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
          plan(of: index, prepared), profile: connection.profile, clock: clock, quota: quota, liveness: liveness,
          limits: limits,
          log: log
        ) { stage, settlements in
          reader.settle(stage: stage, settlements)
        }
        reader.enter(stage: index)
        worker.begin()
        let outcome = watch(worker, index, reader, liveness)
        // Beside the next stage, which would else begin up to a second later.
        DispatchQueue.global(qos: .userInitiated).async(group: closing) { @Sendable in worker.close() }
        outcomes[index] = outcome
        assembly.note(
          outcome, startedAt: startedAt, usage: (before, Usage.now()),
          isTopicDeleted: leaders.presence[scenario.stages[index].topic].wasAbsent, in: &observation.stages[index])
        switch outcome.ending {
        case nil: break
        case .stopped?: observation.errors.append(.stopped(stop.reason ?? .interrupt))
        case .lost?: observation.errors.append(.clusterLost(seconds: Int(liveness.patience.seconds)))
        case .tooLong?:
          observation.errors.append(.stageTooLong(stage: index, atMost: limits.atMost(scenario.stages[index])))
        case .fatal(let error)?: observation.errors.append(.fatal(stage: index, error))
        }
        if outcome.ending == .stopped || outcome.ending == .lost { break }
      } catch {
        observation.errors.append(.settings(error))
        break
      }
    }
    return outcomes
  }

  private func plan(of index: Int, _ prepared: PreparedCluster) -> SendingPlan {
    let stage = scenario.stages[index]
    return SendingPlan(
      index: index, stage: stage, recipe: recipe(of: index),
      topicName: prepared.topics[stage.topic].name, partitions: Int32(prepared.topics[stage.topic].partitions),
      partitionBase: prepared.topics[..<stage.topic].reduce(0) { $0 + $1.partitions }, run: runID)
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
    while worker.finished.wait(timeout: .now() + .milliseconds(20)) == .timedOut {
      let now = clock.time
      if let ending = SendingEnding(
        isStopped: stop.reason != nil, isLost: liveness.isLost, elapsed: now, atMost: limits.atMost(stage))
      {
        worker.end(ending)
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

  /// With `mode: after` the embedded broker is not read while the load runs, so it must hold everything.
  private func refuseWhatWouldNotFit() throws(LoadError) {
    guard connection.embedded != nil, scenario.verify.mode == .after else { return }
    var bytes: [Int: UInt64] = [:]
    for index in selected {
      let stage = scenario.stages[index]
      // The longest of some, the last among them, whose numbers have the most digits.
      var renderer = MessageRenderer(recipe(of: index))
      let last = (stage.schedule.total ?? 1) - 1
      var longest = 0
      for number in [last] + (0..<min(last, 64)) {
        renderer.render(number, due: 0)
        longest = max(longest, renderer.byteCount)
      }
      let each = UInt64(longest + MockCluster.overheadPerRecord)
      let partitions = UInt64(
        stage.partition == .roundRobin || stage.partition == .sticky
          ? scenario.topics[stage.topic].partitions ?? 1 : 1)
      let (product, overflow) = (stage.schedule.total ?? .max).multipliedReportingOverflow(by: each)
      let share = overflow ? UInt64.max : product / partitions + PartitionRule.stickyRun * each
      bytes[stage.topic, default: 0] = bytes[stage.topic, default: 0].addingReportingOverflow(share).partialValue
      if overflow || bytes[stage.topic, default: 0] > UInt64(MockCluster.boundPerPartition) {
        throw .tooMuchForEmbedded(stage: index, bound: MockCluster.boundPerPartition)
      }
    }
  }
}

extension LoadError {
  var isClusterLost: Bool { if case .clusterLost = self { true } else { false } }
}
