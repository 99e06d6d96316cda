internal import Dispatch
internal import Kafka
internal import Scenarios
internal import Templates
internal import Verification

/// The sending of a run: stage after stage, each by a client of its own.
extension ScenarioRun {
  private static let progressInterval = Nanoseconds.seconds(5)

  /// Sends the stages one after another; returns once their clients are closed, or have had their time for it.
  func send(_ parts: Parts, _ observation: inout RunObservation) -> [Int: ProducerWorker.Outcome] {
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
          plan(of: index, parts), profile: connection.profile(of: scenario.stages[index].identity), clock: parts.clock,
          quota: parts.quota,
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

  func recipe(of stage: Int) -> RenderRecipe {
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
