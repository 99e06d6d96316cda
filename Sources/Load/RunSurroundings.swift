internal import Diagnostics
internal import Kafka
internal import Scenarios
internal import Verification

/// The groups and actions of a run: what surrounds its sending and reading.
extension ScenarioRun {
  /// The rows of what has not happened yet.
  func noteSurroundings(in observation: inout RunObservation) {
    observation.actions = scenario.actions.map { ActionRecord().result(of: $0, commands.shown) }
    observation.groups = scenario.groups.map { group in
      GroupResult(
        name: group.name, group: group.group, position: group.range.start,
        topics: group.topics.map { scenario.topics[$0].name })
    }
  }

  /// Waits for groups that have not caught up, for as long as an expectation allows.
  private func awaitGroups(_ parts: Parts, since lastSend: Nanoseconds) {
    var stopped: Nanoseconds?
    while !parts.groups.areOver(since: lastSend, now: parts.clock.time), !stop.mustFinish(), !parts.liveness.isLost {
      if stop.isStopped() {
        let since = stopped ?? parts.clock.time
        stopped = since
        if parts.clock.time - since > limits.afterStop { return }
      }
      pause(for: .milliseconds(20), unless: stop.mustFinish)
    }
  }

  /// Puts into the observation what was seen of groups, and what the actions cost, once everything else is known.
  /// - Parameter traces: the stages that were sent, as the actions may have disturbed them.
  func observeSurroundings(
    _ parts: Parts, _ actions: [ActionRecord], _ traces: [DisturbedStage], lastSend: Nanoseconds?,
    _ observation: inout RunObservation
  ) {
    if let lastSend { awaitGroups(parts, since: lastSend) }
    parts.groups.end()
    observation.groups = parts.groups.results(since: lastSend)
    let attribution = AnomalyAttribution(
      scenario, stages: observation.stages, sinks: observation.sinks,
      starts: Dictionary(traces.map { ($0.index, $0.start) }, uniquingKeysWith: { first, _ in first }))
    for (index, record) in actions.enumerated() {
      guard let begun = record.run?.begun, let ended = record.end else { continue }
      let cost = ActionCost(begun: begun, ended: ended, stages: traces)
      observation.actions[index].ackGapMax = cost.ackGap
      observation.actions[index].readGapMax = cost.readGap
      observation.actions[index].recovery = cost.recovery
      observation.actions[index].lost = attribution.lost(where: cost.contains)
      observation.actions[index].missing = attribution.missing(where: cost.contains)
      observation.actions[index].duplicated = attribution.duplicated(where: cost.contains)
    }
  }

  /// The stages that were sent; `readGaps` are by stage.
  func traces(
    _ outcomes: [Int: StageSending.Outcome], _ observation: RunObservation, readGaps: [Int: LongestGaps] = [:]
  ) -> [DisturbedStage] {
    outcomes.sorted { $0.key < $1.key }.map { index, outcome in
      DisturbedStage(
        index: index, start: outcome.start, series: observation.stages[index].series ?? outcome.series,
        ackGaps: outcome.tally.ackGaps, readGaps: readGaps[index] ?? LongestGaps())
    }
  }
}
