internal import Kafka
internal import Scenarios
internal import Verification

/// The sinks of a run.
extension ScenarioRun {
  func sinkPlan() -> SinkPlan { SinkPlan(scenario, run: runID, selected: selected, recipe: recipe) }

  /// The readings of all sinks; nil where the scenario has none.
  func sinkReadings(
    _ clock: RunClock, _ prober: ClientHandle, _ prepared: PreparedCluster, _ groups: GroupWatches, _ liveness: Liveness
  ) throws(LoadError) -> SinkReadings? {
    guard !scenario.sinks.isEmpty else { return nil }
    do throws(KafkaError) {
      return try SinkReadings(
        sinkPlan(), topics: prepared.watched,
        SinkReadings.Surroundings(
          clock: clock, stop: stop, liveness: liveness, limits: limits, connection: connection, commands: commands,
          log: log, prober: prober, hasCaughtUp: { groups.watch(of: $0).isCaughtUp(since: $1) }))
    } catch { throw .readerFailed(error) }
  }

  /// Reads the sinks to their ends, and puts what is in them into the observation.
  /// - Parameters:
  ///   - answeredAt: the time when all was answered and what actions had to undo was done.
  ///   - sending: how long the sending took.
  func observeSinks(
    _ parts: Parts, _ outcomes: [Int: StageSending.Outcome], answeredAt: Nanoseconds, sending: Nanoseconds,
    _ observation: inout RunObservation
  ) {
    guard let sinks = parts.sinks else { return }
    let ledger = parts.reader.map { $0.access { $0 } }
    var answers: [Int: StageAnswers] = [:]
    for (index, outcome) in outcomes { answers[index] = self.answers(of: index, outcome, ledger) }
    let facts = SinkEnding.Facts(
      answers: answers, topics: topicFacts(parts, ledger, observation.partitions), answeredAt: answeredAt,
      atMost: ReadingTerms.atMost(stated: scenario.verify.atMost, sending: sending),
      access: { body in
        guard let reader = parts.reader else { return body() }
        reader.access { _ in body() }
      })
    var ending = SinkEnding(sinks, facts)
    ending.run()
    observation.sinks = scenario.sinks.indices.map(ending.result)
    observation.sinkEnds = ending.ends
    sinks.close()
  }

  /// The answers to a stage's messages; nothing is known of them where its topic is not read back.
  private func answers(of index: Int, _ outcome: StageSending.Outcome, _ ledger: Ledger?) -> StageAnswers {
    let stage = scenario.stages[index]
    if let posted = outcome.posted {
      return StageAnswers(limit: posted.limit) { n in
        switch posted.answer(n) {
        case .acknowledged?: .acknowledged
        case .rejected?: .rejected
        case .unknown?: .unknown
        case nil: nil
        }
      }
    }
    // At `max` producers take blocks of numbers, of which the last need not be used up.
    let limit = stage.schedule.total ?? outcome.offered + UInt64(clamping: stage.producers) * 1024
    guard let ledger else { return StageAnswers(limit: limit) { _ in .unknown } }
    return StageAnswers(limit: limit) { ledger.answer(stage: index, sequence: $0) }
  }

  private func topicFacts(
    _ parts: Parts, _ ledger: Ledger?, _ readings: [PartitionReading]
  ) -> [Int: (isComplete: Bool, contains: (Int, UInt64) -> Bool)] {
    guard let ledger else { return [:] }
    var facts: [Int: (isComplete: Bool, contains: (Int, UInt64) -> Bool)] = [:]
    for (index, topic) in parts.topics.enumerated() where topic.partitions > 0 {
      let own = readings.filter { $0.topic == topic.name }
      let isComplete = own.count == topic.partitions && own.allSatisfy(\.isWhole)
      facts[index] = (
        isComplete,
        { stage, n in
          scenario.stages[stage].topic == index && ledger.contains(stage: stage, sequence: n)
        }
      )
    }
    return facts
  }
}

extension PartitionReading {
  /// It was read to a stable end, and still begins at or before its noted offset.
  fileprivate var isWhole: Bool {
    !isProvisional && isReadThrough && endIsStable && replacement == nil && compaction == .no
      && beginning.map { $0 <= noted } ?? false
  }
}
