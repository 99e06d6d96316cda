internal import Dispatch
internal import Kafka

/// Asks for the topics and their partitions' leaders once a second. A changed leader makes what the tail read provisional (librdkafka before
/// 2.1 does not notice truncation itself); any answer shows that the cluster is there.
///
/// `@unchecked Sendable`: its state is confined to its queue.
final class LeaderWatch: @unchecked Sendable {
  private let queue = DispatchQueue(label: "rehearse.leaders", qos: .utility)
  private let timer: any DispatchSourceTimer
  private let prober: ClientHandle
  private let topics: [String]
  private var known: KnownLeaders
  private var presences: [TopicPresence]
  private let liveness: Liveness
  private let log: ClientLog
  private let changed: @Sendable (LeaderChange) -> Void
  private let gone: @Sendable (_ topic: Int, Bool) -> Void

  init(
    prober: ClientHandle, topics: [PreparedTopic], liveness: Liveness, log: @escaping ClientLog,
    changed: @escaping @Sendable (LeaderChange) -> Void, gone: @escaping @Sendable (_ topic: Int, Bool) -> Void
  ) {
    self.prober = prober
    self.topics = topics.map(\.name)
    known = KnownLeaders(topics.map(\.leaders))
    presences = topics.map { TopicPresence(partitions: $0.partitions) }
    self.liveness = liveness
    self.log = log
    self.changed = changed
    self.gone = gone
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + .seconds(1), repeating: .seconds(1), leeway: .milliseconds(50))
    timer.setEventHandler { @Sendable [weak self] in self?.ask() }
    timer.activate()
  }

  /// Ends the watch; returns once nothing of it runs any more, within the time of one question.
  func end() {
    timer.cancel()
    queue.sync {}
  }

  /// The topics' presence so far, in the order of the scenario.
  var presence: [TopicPresence] { queue.sync { presences } }

  private func ask() {
    prober.serve { log("prober", $0) }
    for (index, name) in topics.enumerated() where !timer.isCancelled {
      guard let answer = try? prober.metadata(.topic(name), timeout: .seconds(1)), let topic = answer.topic(name) else {
        continue
      }
      liveness.heard()
      let wasGone = presences[index].isGone
      presences[index].note(topic)
      if presences[index].isGone != wasGone { gone(index, !wasGone) }
      for change in known.note(topic, of: index) { changed(change) }
    }
  }
}
