internal import Diagnostics
internal import Load
internal import Scenarios
internal import Verification

/// The judgement on what lies around the stages of a run: sinks, groups and actions.
struct SystemFacts {
  let scenario: Scenario
  /// Indices of the stages that were to run.
  let selected: [Int]
  let observation: RunObservation

  // MARK: Sinks

  /// Judged; `stages` are those of the run, with their problems noted.
  func sinks(_ stages: [StageResult]) -> [SinkResult] {
    observation.sinks.enumerated().map { index, sink in
      var sink = sink
      let expectations = scenario.effectiveExpectations(ofSink: index)
      if let reason = unread(index, stages) {
        SinkJudgement.skip(&sink, expectations, because: reason)
      } else {
        SinkJudgement.judge(
          &sink, expectations, end: end(of: index) ?? .unfinished(because: "the run ended before it was read"),
          originUnread: originUnread(index), cutShort: cutShort(index, stages))
      }
      return sink
    }
  }

  /// The reason why a sink was not to be read; nil where it was.
  private func unread(_ index: Int, _ stages: [StageResult]) -> String? {
    let sink = scenario.sinks[index]
    if !sink.heldStages.contains(where: { stages[$0].startedAt != nil }) { return "none of its stages ran" }
    if sink.mode == .later { return "it is not read by the run: its mode is later" }
    return scenario.isRead(sink: index)
      ? nil : "it is not read by the run: the mode of a sink that it depends on is later"
  }

  private func end(of index: Int) -> SinkEnd? {
    observation.sinkEnds.indices.contains(index) ? observation.sinkEnds[index] : nil
  }

  /// The reason why what a sink takes from is not known completely.
  private func originUnread(_ index: Int) -> String? {
    switch scenario.sinks[index].origin {
    case .acknowledged: return nil
    case .sink(let other):
      let name = scenario.sinks[other].name
      guard let end = end(of: other) else { return "sink \"\(name)\" was not read" }
      return end.reason.map { "of sink \"\(name)\": \($0)" }
    case .topic(let topic):
      let name = scenario.topics[topic].name
      let readings = observation.partitions.filter { $0.topic == name }
      guard !readings.isEmpty else { return "topic \"\(name)\" was not read back" }
      return readings.lazy.compactMap(\.unfinished).first
    }
  }

  private func cutShort(_ index: Int, _ stages: [StageResult]) -> String? {
    scenario.sinks[index].heldStages.lazy.compactMap { stages[$0].problem?.sentence }.first
  }

  /// The finds of the sinks that were to be read, of a stage whose messages must be refused.
  func refused(_ stage: String, _ stages: [StageResult]) -> RefusedInSinks {
    RefusedInSinks(
      stage: stage, in: observation.sinks.enumerated().filter { unread($0.offset, stages) == nil }.map(\.element))
  }

  // MARK: Groups and actions

  func groups(_ stages: [StageResult]) -> [GroupResult] {
    observation.groups.enumerated().map { index, group in
      var group = group
      let expectations = scenario.effectiveExpectations(ofGroup: index)
      if stages.contains(where: { $0.startedAt != nil }) {
        GroupJudgement.judge(&group, expectations)
      } else {
        GroupJudgement.skip(&group, expectations, because: "no stage ran")
      }
      return group
    }
  }

  func actions(_ stages: [StageResult]) -> [ActionResult] {
    observation.actions.enumerated().map { index, action in
      var action = action
      ActionJudgement.judge(&action, range: scenario.actions[index].range)
      guard action.outcome == .neverRan, let reason = notAsked(index, stages) else { return action }
      for check in action.checks.indices { action.checks[check].outcome = .skipped(because: reason) }
      return action
    }
  }

  /// The reason why an action could not come to happen, and was not to; nil where it was to happen.
  private func notAsked(_ index: Int, _ stages: [StageResult]) -> String? {
    guard stages.contains(where: { $0.startedAt != nil }) else { return "no stage ran" }
    guard case .with(let entry, _) = scenario.actions[index].start,
      case .stage(let stage) = scenario.timeline.entries[entry].activity, !selected.contains(stage)
    else { return nil }
    return "stage \"\(scenario.stages[stage].name)\", with which it begins, was left out"
  }

  // MARK: The whole

  /// Stages that posted messages which no sink looks for.
  func notes(_ stages: [StageResult]) -> [String] {
    stages.indices.compactMap { index in
      let stage = scenario.stages[index]
      guard let target = stage.target, stages[index].startedAt != nil, stages[index].control == nil,
        !scenario.sinks.contains(where: { $0.heldStages.contains(index) })
      else { return nil }
      return
        "stage \"\(stage.name)\" posts to target \"\(scenario.targets[target].name)\", and no sink holds its messages: nothing "
        + "was verified"
    }
  }

  /// Counts of sinks that do not add up, which is a defect of this program.
  func violations(_ sinks: [SinkResult]) -> [Problem] {
    sinks.flatMap { sink in
      sink.violations.map {
        Problem(.count, "the counts of sink \"\(sink.name)\" do not add up: \($0)", do: "please report this")
      }
    }
  }
}

extension StageResult {
  /// A stage that posts has neither a topic nor a Kafka client: what its row says of these is not its own.
  mutating func forgetClient(target: String) {
    answers = answers ?? TargetAnswers(target: target)
    (topic, partitionCount, replicationFactor, securityProtocol) = (nil, nil, nil, nil)
    (acks, compression, lingerMilliseconds, idempotent, producerCount) = (nil, nil, nil, nil, nil)
    (read, notRead) = (nil, nil)
  }
}
