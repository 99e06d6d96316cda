internal import Diagnostics
internal import Kafka
internal import Scenarios
internal import Verification

/// The watches of a run's consumer groups, in the order of the scenario, each with a client of its own.
struct GroupWatches: Sendable {
  private struct Watched: Sendable {
    let group: WatchedGroup
    let topics: [String]
    let handle: ClientHandle
    let watch: GroupWatch
    /// The time after the last send for which it is waited for.
    let patience: Nanoseconds
  }

  private let all: [Watched]

  /// - Parameter topics: those of the scenario, in its order, with the ends noted before the first send.
  init(
    _ scenario: Scenario, topics: [PreparedTopic], settings: ClientSettings, clock: RunClock,
    unless isRefused: @escaping @Sendable () -> Bool
  ) throws(KafkaError) {
    var all: [Watched] = []
    do throws(KafkaError) {
      for group in scenario.groups {
        let prepared = group.topics.map { topics[$0] }
        let names = prepared.map(\.name)
        var noted: [TopicPartition: Int64] = [:]
        for topic in prepared {
          for (index, offset) in topic.noted.enumerated() {
            noted[TopicPartition(topic: topic.name, partition: Int32(clamping: index))] = offset
          }
        }
        let handle = try ClientHandle.asking(ofGroup: group.group, settings)
        handle.endWaits(when: isRefused)
        let questions = GroupQuestions(handle: handle, topics: names)
        let watch = GroupWatch(topics: names, noted: noted, clock: clock) { () throws(KafkaError) in
          try questions.positions()
        }
        all.append(
          Watched(
            group: group, topics: names, handle: handle, watch: watch,
            patience: GroupPatience.time(of: group, scenario)))
      }
    } catch {
      for watched in all { watched.handle.close() }
      throw error
    }
    self.all = all
  }

  /// Takes the first sample of each, and returns with them.
  func begin() {
    for watched in all { watched.watch.begin(every: watched.group.every) }
    for watched in all { watched.watch.awaitFirst() }
  }

  /// The watch of a group by its index in the scenario.
  func watch(of group: Int) -> GroupWatch { all[group].watch }

  /// True once every group has caught up since then, or has been waited for as long as an expectation allows.
  func areOver(since lastSend: Nanoseconds, now: Nanoseconds) -> Bool {
    all.allSatisfy { $0.watch.hasCaughtUp(since: lastSend) || now - lastSend > $0.patience + $0.group.every }
  }

  /// Ends all of them, within the time of one question.
  func end() {
    for watched in all {
      watched.watch.end()
      watched.handle.close()
    }
  }

  /// The groups as they were seen, not yet judged. `lastSend` is nil where nothing was sent.
  func results(since lastSend: Nanoseconds?) -> [GroupResult] {
    all.map { watched in
      let lag = watched.watch.lag
      var result = GroupResult(
        name: watched.group.name, group: watched.group.group, position: watched.group.range.start,
        topics: watched.topics, lagMax: lag.max(), lagEnd: lag.last(), samples: lag.samples.count,
        samplesFailed: lag.failures, lastFailure: watched.watch.lastFailure?.text, series: lag.series)
      result.isAnsweredAtEnd = lastSend.map { lag.isAnsweredAtEnd(since: $0) } ?? false
      switch lastSend.map({ lag.caughtUp(since: $0) }) ?? .unknown {
      case .after(let time, let gapSince):
        result.caughtUp = time
        result.behindAfter = gapSince
      case .notWithin(let time): result.behindAfter = time
      case .unknown: break
      }
      return result
    }
  }
}

/// The time for which a group is waited for.
enum GroupPatience {
  /// Up to the greatest time in which it must have caught up; where nothing is said about that, as long as reading waits.
  static func time(of group: WatchedGroup, _ scenario: Scenario) -> Nanoseconds {
    let stated = Expectation.effective(
      .group, named: group.name, own: group.expectations, top: scenario.expectations, range: group.range
    ).compactMap { expectation -> Nanoseconds? in
      guard expectation.metric == .place(.caughtUp), case .duration(let time) = expectation.bound else { return nil }
      return time
    }
    return stated.max() ?? scenario.verify.within
  }
}
