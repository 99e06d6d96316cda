internal import Dispatch
internal import Kafka
internal import Synchronization

/// Asks for the topics and their partitions' leaders once a second, and for the topics' cleanup policy every few. A changed leader
/// makes what the tail read provisional (librdkafka before 2.1 does not notice truncation itself); any answer shows that the cluster is
/// there.
///
/// `@unchecked Sendable`: its state is confined to its queue.
final class LeaderWatch: @unchecked Sendable {
  private let queue = DispatchQueue(label: "rehearse.leaders", qos: .utility)
  private let timer: any DispatchSourceTimer
  /// The client that asks for the topics' settings.
  private let prober: ClientHandle
  /// The client that asks for topics and leaders.
  private let asker: ClientHandle
  private let topics: [String]
  private var known: KnownLeaders
  private var presences: [TopicPresence]
  private let liveness: Liveness
  /// False for the embedded broker, which has no such settings.
  private let asksPolicies: Bool
  private let log: ClientLog
  private let changed: @Sendable (LeaderChange) -> Void
  private let present: @Sendable (_ topic: Int, TopicPresence) -> Void
  /// The topics that were compacted at some time.
  private var compacted: [Bool]
  private var ticks = 0
  private let serving = Mutex(())

  init(
    prober: ClientHandle, asker: ClientHandle, topics: [PreparedTopic], asksPolicies: Bool, liveness: Liveness,
    log: @escaping ClientLog,
    changed: @escaping @Sendable (LeaderChange) -> Void,
    present: @escaping @Sendable (_ topic: Int, TopicPresence) -> Void
  ) {
    self.prober = prober
    self.asker = asker
    self.topics = topics.map(\.name)
    known = KnownLeaders(topics.map(\.leaders))
    presences = topics.map { TopicPresence(partitions: $0.partitions) }
    self.asksPolicies = asksPolicies
    self.liveness = liveness
    self.log = log
    self.changed = changed
    self.present = present
    compacted = topics.map { _ in false }
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

  /// The topics that were seen to be compacted, in the order of the scenario.
  var wasCompacted: [Bool] { queue.sync { compacted } }

  /// A log cleaner that has nothing to do looks again after 15 s (log.cleaner.backoff.ms): a policy that was set for less than this
  /// many seconds has no effect.
  private static let policyTicks = 5

  private func ask() {
    ticks += 1
    if ticks % Self.policyTicks == 0, asksPolicies { askPolicies() }
    serve()
    for (index, name) in topics.enumerated() where !timer.isCancelled {
      guard let answer = try? asker.metadata(.topic(name), timeout: .seconds(1)), let topic = answer.topic(name) else {
        continue
      }
      liveness.heard()
      let before = presences[index]
      presences[index].note(topic)
      if presences[index] != before { present(index, presences[index]) }
      for change in known.note(topic, of: index) { changed(change) }
    }
  }

  /// Passes on what the two clients reported so far; once it returns, all of it has been passed on.
  func serve() {
    serving.withLock { _ in
      prober.serve { log("prober", $0) }
      if asker !== prober { asker.serve { log("reader's prober", $0) } }
    }
  }

  private func askPolicies() {
    for (index, name) in topics.enumerated() where !timer.isCancelled && !compacted[index] {
      guard let answer = try? prober.topicSettings(name, timeout: .seconds(1)) else { continue }
      compacted[index] = TopicSettings(answer).isCompacted
    }
  }
}
