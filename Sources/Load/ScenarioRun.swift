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
  /// The surroundings of the commands of actions and sinks.
  package var commands = CommandPlace()
  /// The secrets and files of the targets that stages post to.
  package var targets = TargetMaterials()
  /// `--allow-delete`: `create: always` may delete a topic that exists.
  package var allowsDeletion = false

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

  /// Returns whatever could be observed; what kept it from more is among the errors.
  package func run() -> RunObservation {
    let clock = RunClock()
    let assembly = StageAssembly(scenario: scenario, profile: connection.profile(ofProducers:), topics: [])
    var observation = RunObservation(stages: scenario.stages.indices.map(assembly.row))
    noteSurroundings(in: &observation)
    let sinkPlan = sinkPlan()
    observation.sinks = scenario.sinks.indices.map { SinkResult(unread: $0, sinkPlan) }
    // What any client reports passes here on its way to the log.
    let breaks = ConnectionBreaks()
    var watched = self
    watched.log = breaks.noting(log)
    do throws(LoadError) {
      try watched.run(clock, breaks, &observation)
    } catch {
      observation.errors.append(error)
    }
    observation.duration = clock.time
    return observation
  }

  /// Whatever a run is made of, once its cluster is prepared.
  struct Parts {
    let clock: RunClock
    let prober: ClientHandle
    let asker: ClientHandle
    /// Those that stages send to.
    let topics: [PreparedTopic]
    /// All, those that only sinks and groups read among them.
    let watched: [PreparedTopic]
    let liveness: Liveness
    /// Nil where no partition has to be read before more is sent.
    let quota: EmbeddedQuota?
    /// Nil where nothing is read back.
    let reader: TopicReader?
    let watch: LeaderWatch
    let groups: GroupWatches
    /// Nil where there are none.
    let sinks: SinkReadings?
    let assembly: StageAssembly
    /// By identity.
    let admissions: [Admission]
  }

  private func run(
    _ clock: RunClock, _ breaks: ConnectionBreaks, _ observation: inout RunObservation
  ) throws(LoadError) {
    try findPrograms()
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
    var record = TopicRecord()
    let prepared: PreparedCluster
    do throws(LoadError) { prepared = try prepare(asking: prober, asker, &record) } catch {
      observation.notes = record.notes
      observation.createdTopics = record.created.sorted()
      throw error
    }
    observation.brokerCount = prepared.brokerCount
    observation.notes = record.notes + prepared.notes
    observation.createdTopics = record.created.sorted()
    observation.admissions = prepared.admissions
    for handle in [prober, asker] { handle.serve { log("prober", $0) } }
    try awaitTargets()
    breaks.begin()
    let groups: GroupWatches
    do throws(KafkaError) {
      groups = try GroupWatches(
        scenario, topics: prepared.watched, settings: connection.profile.prober, clock: clock,
        unless: stop.mustFinish)
    } catch { throw .settings(error) }
    defer { groups.end() }
    let liveness = Liveness(clock, patience: limits.clusterLost)
    let sinks = try sinkReadings(clock, prober, prepared, groups, liveness)
    defer { sinks?.close() }
    let parts = parts(clock, prober, asker, prepared, groups, liveness, sinks)
    defer { parts.watch.end() }
    let isTail = scenario.verify.mode == .tail
    observation.stages = scenario.stages.indices.map(parts.assembly.row)
    var course = RunCourse(self, parts, observation)
    course.connect()
    if isTail, let reader = parts.reader {
      do throws(LoadError) { try begin(reader, clock) } catch {
        course.abandon()
        throw error
      }
    }
    do throws(LoadError) { try sinks?.begin() } catch {
      course.abandon()
      throw error
    }
    groups.begin()
    let before = Usage.now()
    course.runAll()
    observation = course.observation
    // What an action has to undo is done before reading is judged.
    let actions = course.endActions()
    observation.actions = zip(actions, scenario.actions).map { $0.result(of: $1, commands.shown) }
    let outcomes = course.outcomes
    observation.sendingCPU = Usage.now().cpu - before.cpu
    let sent = SentTimes(outcomes.values.map { ($0.start, $0.tally.lastSend) }, now: clock.time)
    let lastSend = outcomes.values.compactMap(\.tally.lastSend).max()
    // Reading has its time from the end of the last action on.
    let lastUndone = actions.compactMap(\.end).max() ?? .zero
    let answeredAt = max(outcomes.values.compactMap { $0.tally.lastAnswer }.max() ?? sent.last, sent.last, lastUndone)
    guard let reader = parts.reader else {
      observe(withoutReading: parts, &observation)
      observeSinks(parts, outcomes, answeredAt: answeredAt, sending: sent.duration, &observation)
      observeSurroundings(parts, actions, traces(outcomes, observation), lastSend: lastSend, &observation)
      return
    }
    let loop = ReadingLoop(
      reader: reader, prober: prober, asker: asker, topics: parts.topics, clock: clock, stop: stop,
      liveness: parts.liveness, watch: parts.watch, breaks: breaks)
    var policies = TopicPolicies(parts.topics, isEmbedded: connection.embedded != nil)
    if !isTail {
      // Keys count from the first record on in a topic that is compacted by now.
      loop.ask(&policies, .meanwhile)
      try begin(reader, clock, reader.beginnings(asking: asker))
    }
    let readable = max(isTail ? sent.last : clock.time, lastUndone)
    let ended = loop.run(
      readingTerms(parts.topics, policies, outcomes, lastSend: readable, sending: sent.duration), &policies)
    reader.end()
    loop.ask(&policies, .end)
    policies.note(wasCompacted: parts.watch.wasCompacted)
    observation.drain = ended.endedAt - sent.last
    let readGaps = observe(parts, reader, ended, policies, outcomes, &observation)
    observeSinks(parts, outcomes, answeredAt: answeredAt, sending: sent.duration, &observation)
    observeSurroundings(
      parts, actions, traces(outcomes, observation, readGaps: readGaps), lastSend: lastSend, &observation)
  }

  private func parts(
    _ clock: RunClock, _ prober: ClientHandle, _ asker: ClientHandle, _ prepared: PreparedCluster,
    _ groups: GroupWatches, _ liveness: Liveness, _ sinks: SinkReadings?
  ) -> Parts {
    let topics = prepared.topics
    let isRead = scenario.verify.unread == nil
    let quota =
      connection.embedded != nil && scenario.verify.mode == .tail && isRead
      ? EmbeddedQuota(
        partitions: topics.reduce(0) { $0 + $1.partitions },
        largestBatch: EmbeddedCapacity.largestBatch(connection.profile)) : nil
    let plan = sinkPlan()
    let reader =
      isRead
      ? TopicReader(
        ReadingPlan(
          scenario: scenario, recipes: scenario.stages.indices.map(recipe), topics: topics, run: runID,
          profile: connection.profile(of: scenario.verify.identity),
          workFile: WorkFile(path: workFile), sabotage: sabotage, claims: { plan.claim(ofTopic: $0) },
          mustFinish: stop.mustFinish),
        clock: clock, quota: quota, liveness: liveness, log: log) : nil
    let watch = LeaderWatch(
      prober: prober, asker: asker, topics: topics, asksPolicies: connection.embedded == nil && isRead,
      liveness: liveness, log: log,
      changed: { reader?.note($0) }, present: { reader?.note(topic: $0, $1) })
    return Parts(
      clock: clock, prober: prober, asker: asker, topics: topics, watched: prepared.watched, liveness: liveness,
      quota: quota, reader: reader,
      watch: watch, groups: groups, sinks: sinks,
      assembly: StageAssembly(scenario: scenario, profile: connection.profile(ofProducers:), topics: topics),
      admissions: prepared.admissions)
  }

  /// Puts what was read, and what changed meanwhile, into the observation; returns the longest times without a record by stage.
  private func observe(
    _ parts: Parts, _ reader: TopicReader, _ ended: ReadingLoop.Outcome, _ policies: TopicPolicies,
    _ outcomes: [Int: StageSending.Outcome], _ observation: inout RunObservation
  ) -> [Int: LongestGaps] {
    var readGaps: [Int: LongestGaps] = [:]
    for index in observation.stages.indices {
      parts.assembly.note(batchLimits: policies.maxMessageBytes, in: &observation.stages[index])
    }
    let changes = ClusterChanges(parts.topics, presences: parts.watch.presence, policies)
    observation.partitions = changes.applied(to: ended.readings)
    observation.errors += ended.errors + changes.errors
    observation.notes += changes.notes(observation.partitions)
    let hindrances = reader.hindrances()
    observation.standstills = hindrances.standstills.clipped(from: .zero, to: ended.endedAt)
    observation.readerThrottled = hindrances.throttled
    noteHindrances(in: &observation)
    noteEnding(parts, in: &observation)
    do {
      let closed = try reader.close(observation.partitions, starts: outcomes.mapValues(\.start))
      for (index, outcome) in outcomes {
        if closed[index].0.unordered > 0 {
          observation.notes.append(
            .keysNotOrdered(stage: scenario.stages[index].name, records: closed[index].0.unordered))
        }
        parts.assembly.note(
          closed[index].0, closed[index].1, start: outcome.start, lastSend: outcome.tally.lastSend, hindrances,
          in: &observation.stages[index])
        readGaps[index] = closed[index].1.gaps
      }
    } catch {
      // The work file cannot be read back: the topic counts as not read.
      observation.errors.append(.workFile(error as? WorkFileError ?? WorkFileError(path: workFile, code: 0)))
    }
    return readGaps
  }

  /// Adds what ended the run before its time.
  func noteEnding(_ parts: Parts, in observation: inout RunObservation) {
    if let reason = stop.reason, !observation.errors.contains(.stopped(reason)) {
      observation.errors.append(.stopped(reason))
    }
    if parts.liveness.isLost, !observation.errors.contains(where: \.isClusterLost) {
      observation.errors.append(.clusterLost(seconds: Int(parts.liveness.patience.seconds)))
    }
  }

  /// Adds the notes that brokers held producers or reader back, and that this process was stopped: every report has them.
  func noteHindrances(in observation: inout RunObservation) {
    var (throttled, standstills) = (observation.readerThrottled, observation.standstills)
    for stage in observation.stages {
      if let times = stage.throttled { throttled.formUnion(times) }
      if let times = stage.standstills { standstills.formUnion(times) }
    }
    if !throttled.isEmpty { observation.notes.append(.throttled(throttled.total)) }
    if standstills.total >= Threshold.notableStandstill { observation.notes.append(.stoodStill(standstills.total)) }
  }

  /// `sending` is how long the sending took.
  private func readingTerms(
    _ topics: [PreparedTopic], _ policies: TopicPolicies, _ outcomes: [Int: StageSending.Outcome],
    lastSend: Nanoseconds, sending: Nanoseconds
  ) -> ReadingTerms {
    let sendings = topics.indices.map { topic in
      selected.filter { scenario.stages[$0].topic == topic }.map { self.sending(of: $0, outcomes[$0]) }
    }
    return ReadingTerms(
      rules: zip(topics, sendings).flatMap { topic, sendings in
        topic.noted.map { _ in EndRule(sendings, isEmbedded: connection.embedded != nil) }
      },
      within: scenario.verify.within,
      atMost: ReadingTerms.atMost(stated: scenario.verify.atMost, sending: sending), lastSend: lastSend,
      afterStop: limits.afterStop,
      noted: topics.flatMap(\.noted), notedLeaders: topics.flatMap(\.leaders),
      sendingObstacles: zip(topics, sendings).flatMap { topic, sendings in
        topic.noted.map { _ in sendings.lazy.compactMap(\.obstacle).first }
      },
      minimumInSync: zip(topics, policies.minimumInSync).flatMap { topic, minimum in
        topic.noted.map { _ in minimum }
      })
  }

  /// The sending of a stage; one that never began leaves what was due.
  private func sending(of stage: Int, _ outcome: StageSending.Outcome?) -> SentStage {
    let profile = connection.profile(ofProducers: scenario.stages[stage])
    let reportsCloses = [profile, connection.profile, connection.profile(of: scenario.verify.identity)].allSatisfy {
      $0.reportsCloses
    }
    return SentStage(
      isTailed: scenario.verify.mode == .tail, hasAcksAll: profile.acks == "all", isIdempotent: profile.isIdempotent,
      isTransactional: profile.transactions != nil, reportsCloses: reportsCloses,
      due: outcome?.tally.due ?? .max,
      acknowledged: outcome?.tally.acknowledged ?? 0)
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
  private func prepare(
    asking prober: ClientHandle, _ asker: ClientHandle, _ record: inout TopicRecord
  ) throws(LoadError) -> PreparedCluster {
    for handle in [prober, asker] { handle.endWaits(when: stop.isStopped) }
    defer { for handle in [prober, asker] { handle.endWaits(when: stop.mustFinish) } }
    do throws(LoadError) {
      return try TopicPreparation(
        connection: connection, scenario: scenario, selected: selected, prober: prober, asker: asker, stop: stop,
        log: log, allowsDeletion: allowsDeletion
      ).prepare(&record)
    } catch {
      // A question that was not waited for looks like one without an answer.
      throw stop.reason.map(LoadError.stopped) ?? error
    }
  }
}

extension LoadError {
  var isClusterLost: Bool { if case .clusterLost = self { true } else { false } }
}
