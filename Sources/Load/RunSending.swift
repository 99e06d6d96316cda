internal import Kafka
internal import Posting
internal import Scenarios
internal import Templates
internal import Verification

/// The sending of a run: the stages as the time line has them, each by clients of its own.
extension ScenarioRun {
  /// Makes the producers of a stage, or its posting client.
  func sending(of index: Int, _ parts: Parts, _ bell: Bell) throws(LoadError) -> StageSending {
    if let target = scenario.stages[index].target { return try posting(of: index, to: target, parts, bell) }
    let reader = parts.reader
    do throws(KafkaError) {
      return try StageSending(
        plans(of: index, parts), profile: connection.profile(ofProducers: scenario.stages[index]), clock: parts.clock,
        quota: parts.quota, liveness: parts.liveness, limits: limits, bell: bell, log: log
      ) { stage, settlements in
        reader?.settle(stage: stage, settlements)
      }
    } catch { throw .settings(error) }
  }

  private func posting(
    of index: Int, to target: Int, _ parts: Parts, _ bell: Bell
  ) throws(LoadError) -> StageSending {
    let material = targets.material(ofStage: index, target, scenario)
    let plan = PostingPlan(
      index: index, stage: scenario.stages[index], recipe: recipe(of: index), target: scenario.targets[target],
      settings: PostingSettings(scenario.targets[target], material),
      expectedRefusal: scenario.expectedRefusal(ofStage: index))
    do throws(PostingError) {
      return try StageSending(plan, clock: parts.clock, liveness: parts.liveness, limits: limits, bell: bell)
    } catch { throw .targetNotReady(target: target, because: "no request can be made: \(error.words)") }
  }

  /// Asks the targets of the stages that run whether they are ready.
  func awaitTargets() throws(LoadError) {
    for target in Set(selected.compactMap { scenario.stages[$0].target }).sorted() {
      let readiness = TargetReadiness(scenario.targets[target], targets.material(ofTarget: target, scenario))
      guard let reason = readiness.refusal(within: limits.targetReady, unless: stop.isStopped) else { continue }
      throw stop.reason.map(LoadError.stopped) ?? .targetNotReady(target: target, because: reason)
    }
  }

  private func plans(of index: Int, _ parts: Parts) -> [SendingPlan] {
    let stage = scenario.stages[index]
    guard let place = stage.topic else { return [] }
    let (topics, topic) = (parts.topics, parts.topics[place])
    let (recipe, shared) = (recipe(of: index), sharing(stage))
    return (0..<stage.producers).map { producer in
      SendingPlan(
        index: index, stage: stage, recipe: recipe, topicName: topic.name,
        partitions: max(Int32(clamping: topic.partitions), 1), producer: producer, part: shared(producer),
        transactionalID: "rehearse-\(runID.text)-\(stage.name)-\(producer)",
        showsAborted: scenario.verify.isolation == .readUncommitted,
        partitionBase: topics[..<place].reduce(0) { $0 + $1.partitions }, run: runID,
        batchLimit: topic.maxMessageBytes, expectedRefusal: scenario.expectedRefusal(ofStage: index),
        refusal: parts.admissions[stage.identity].refusal?.error)
    }
  }

  /// The part of a stage that each of its producers has.
  private func sharing(_ stage: Stage) -> (Int) -> Numbering.Part {
    guard stage.producers > 1 else { return { _ in .share(.whole) } }
    if scenario.verify.order == .perKey {
      let turns = KeyedTurns(producers: stage.producers)
      return { .keys(turns, producer: $0) }
    }
    if !stage.schedule.isPaced {
      let counter = BlockCounter()
      return { _ in .blocks(counter) }
    }
    return { .share(Share(index: UInt64($0), of: UInt64(stage.producers))) }
  }

  func recipe(of stage: Int) -> RenderRecipe {
    scenario.recipe(stage: stage, seed: seed, runID: runID.text, startedAt: startedAt)
  }

  /// The refusal that ended a stage.
  func refused(_ stage: Int, _ error: KafkaError) -> LoadError {
    let identity = scenario.stages[stage].identity
    if error.kind == .authorization { return .writingRefused(stage: stage, error) }
    let profile = connection.profile(of: identity)
    return .accessRefused(
      identity: identity, address: profile.bootstrap.first { error.text.contains($0) } ?? profile.bootstrap.first ?? "",
      .of(profile.offer, last: error, seconds: 0, found: nil))
  }

  /// The errors with which a stage ended.
  func errors(_ outcome: StageSending.Outcome, of stage: Int, _ liveness: Liveness) -> [LoadError] {
    var errors: [LoadError] = []
    switch outcome.ending {
    case nil: break
    case .stopped?: errors.append(.stopped(stop.reason ?? .interrupt))
    case .targetLost?:
      errors.append(.targetLost(target: scenario.stages[stage].target ?? 0, seconds: Int(liveness.patience.seconds)))
    case .lost?: errors.append(.clusterLost(seconds: Int(liveness.patience.seconds)))
    case .tooLong?: errors.append(.stageTooLong(stage: stage, atMost: limits.atMost(scenario.stages[stage])))
    case .runTooLong?: errors.append(.runTooLong(atMost: scenario.sendingLimit ?? .zero))
    case .queueFull?: errors.append(.queueFull(stage: stage))
    case .aborted(let condition, let owner)?: errors.append(.aborted(stage: owner, condition))
    case .held?: errors.append(.heldByEmbedded(stage: stage, limits.held))
    case .refused(let error)?: errors.append(refused(stage, error))
    case .fatal(let error)?:
      errors.append(error.kind == .authorization ? .writingRefused(stage: stage, error) : .fatal(stage: stage, error))
    }
    if outcome.ending == nil, let error = outcome.unexpectedRefusal {
      errors.append(.writingRefused(stage: stage, error))
    }
    if outcome.tally.openTransactions > 0 {
      let profile = connection.profile(ofProducers: scenario.stages[stage])
      errors.append(.transactionLeftOpen(stage: stage, timeout: .milliseconds(Int64(profile.transactionTimeout))))
    }
    return errors
  }
}
