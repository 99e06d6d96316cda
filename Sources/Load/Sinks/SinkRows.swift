internal import Diagnostics
internal import Scenarios
internal import Verification

/// The accounts of sinks, and their rows.
extension SinkEnding {
  func accounting(_ index: Int, _ intakes: [SinkIntake], end: SinkEnd) -> SinkAccounting {
    let holding = plan.holding(index, answers: facts.answers, origin: origin(of: index)) { stage, n in
      intakes.first?.holds(n, ofStage: stage) ?? true
    }
    return SinkAccounting(
      of: plan.sinks[index].name, topic: plan.topicName(of: index), holding, intakes.map(\.ledger), end: end)
  }

  /// Where the messages of a sink must be to be expected.
  private func origin(of index: Int) -> SinkHolding.Origin {
    switch plan.sinks[index].origin {
    case .acknowledged: return .acknowledged
    case .topic(let topic):
      let name = plan.scenario.topics[topic].name
      // Where the topic is not read, no answer to its messages is known either.
      guard let read = facts.topics[topic] else { return .acknowledged }
      return .place(name: name, isComplete: read.isComplete, contains: read.contains)
    case .sink(let other):
      let (ids, stages) = (plan.ids, plan.stages)
      let books = readings.memberIntakes(of: other).map { ($0.member, $0.intake.ledger) }
      return .place(name: plan.sinks[other].name, isComplete: all[other].end == .proven) { stage, n in
        books.contains { member, ledger in
          guard let rank = ids[member].rank(ofStage: stage, carrier: stages[stage].carrier) else { return false }
          return ledger.contains(rank: rank, n: n)
        }
      }
    }
  }

  /// The end of each sink's reading; nil for those that are not read.
  var ends: [SinkEnd?] { all.map(\.end) }

  /// The row of a sink, not yet judged.
  func result(of index: Int) -> SinkResult {
    var result = SinkResult(unread: index, plan)
    guard let end = all[index].end, let account = account(of: index) else { return result }
    result.counts = account.counts
    result.stages = account.stages
    result.unheld = account.unheld.isEmpty ? nil : account.unheld
    result.witnesses = account.witnesses
    result.unseenBecause = end.reason
    let intakes = readings.intakes(of: index)
    readings.access {
      for intake in intakes where intake.tally.endToEnd.count > 0 {
        var latencies = result.endToEndLatency ?? LatencyHistogram()
        latencies.merge(intake.tally.endToEnd)
        result.endToEndLatency = latencies
      }
      for intake in intakes { result.series.add(intake.tally.series) }
    }
    switch readings.places[index] {
    case .topic(let reader, let topic):
      result.readings = readings.readers[reader].reader.state(ofTopic: topic).readings
      if readings.readers[reader].mode != .tail { result.endToEndLatency = nil }
    case .command(let command):
      result.readings = command.state.readings
      result.endToEndLatency = nil
    case .members: result.endToEndLatency = nil
    case .unread: break
    }
    if account.isComplete, account.counts[.found] > 0, let last = progressOfMembers(index) {
      result.caughtUp = max(last - facts.answeredAt, .zero)
    }
    return result
  }

  private func progressOfMembers(_ index: Int) -> Nanoseconds? {
    plan.members(of: index).compactMap { progress($0).at }.max()
  }

  /// The account of a sink with the end that it came to; nil where nothing of it was read.
  func account(of index: Int) -> SinkAccount? {
    var account: SinkAccount?
    access {
      // Where nothing was read, everything is absent.
      let read = readings.intakes(of: index)
      let intakes = read.isEmpty ? [plan.intake(of: index)] : read
      guard let end = all[index].end else { return }
      let ids = plan.ids[index]
      account = accounting(index, intakes, end: end).account(
        id: { ids.text(rank: $0, $1) },
        due: { stage, n in intakes.lazy.compactMap { $0.due(n, ofStage: stage) }.first })
    }
    return account
  }
}

extension SinkResult {
  /// A sink that is not read, or not yet.
  init(unread index: Int, _ plan: SinkPlan) {
    let sink = plan.sinks[index]
    let kind: Kind =
      switch sink.source {
      case .topic: .topic
      case .command: .command
      case .anyOf: .anyOf
      }
    let from: String? =
      switch sink.origin {
      case .acknowledged: nil
      case .sink(let other): plan.sinks[other].name
      case .topic(let topic): plan.scenario.topics[topic].name
      }
    let members = plan.members(of: index).map { plan.sinks[$0] }
    self.init(
      name: sink.name, position: sink.range.start, kind: kind, from: from, topic: plan.topicName(of: index),
      isPartial: sink.extent == .some, copies: sink.copies,
      comparesContent: members.contains { !$0.comparisons.isEmpty },
      checksFormat: members.contains { $0.format != nil || $0.schema != nil })
  }
}

extension SinkSeries {
  fileprivate mutating func add(_ other: SinkSeries) {
    Self.add(other.found, to: &found)
    Self.add(other.duplicated, to: &duplicated)
  }

  private static func add(_ seconds: [UInt64], to sum: inout [UInt64]) {
    while sum.count < seconds.count { sum.append(0) }
    for (second, count) in seconds.enumerated() { sum[second] += count }
  }
}
