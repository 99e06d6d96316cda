internal import Dispatch
internal import Kafka

/// Asks once a second for the topics of sinks: their leaders, their replicas in sync, and partitions that are added on the way; and every
/// few for their cleanup policy.
///
/// `@unchecked Sendable`: its state is confined to its queue.
final class SinkWatch: @unchecked Sendable {
  private static let policyTicks = 5

  private let queue = DispatchQueue(label: "rehearse.sinks.watch", qos: .utility)
  private let timer: any DispatchSourceTimer
  /// The client that asks for topics and leaders.
  private let asker: ClientHandle
  /// The client that asks for the topics' settings.
  private let prober: ClientHandle
  private let topics: [String]
  private let liveness: Liveness
  private let log: ClientLog
  private let note: @Sendable (_ topic: Int, ClusterMetadata.Topic) -> Void
  private let noteCompacted: @Sendable (_ topic: Int) -> Void
  private var ticks = 0

  init(
    asker: ClientHandle, prober: ClientHandle, topics: [String], liveness: Liveness, log: @escaping ClientLog,
    note: @escaping @Sendable (_ topic: Int, ClusterMetadata.Topic) -> Void,
    noteCompacted: @escaping @Sendable (_ topic: Int) -> Void
  ) {
    self.asker = asker
    self.prober = prober
    self.topics = topics
    self.liveness = liveness
    self.log = log
    self.note = note
    self.noteCompacted = noteCompacted
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

  private func ask() {
    ticks += 1
    asker.serve { log("sink prober", $0) }
    for (index, name) in topics.enumerated() where !timer.isCancelled {
      guard let topic = try? asker.metadata(.topic(name), timeout: .seconds(1)).topic(name) else { continue }
      liveness.heard()
      note(index, topic)
    }
    guard ticks % Self.policyTicks == 0 else { return }
    for (index, name) in topics.enumerated() where !timer.isCancelled {
      guard let answer = try? prober.topicSettings(name, timeout: .seconds(1)) else { continue }
      if TopicSettings(answer).isCompacted { noteCompacted(index) }
    }
  }
}
