internal import Dispatch
internal import Kafka

/// Asks for the partitions' leaders once a second. A changed leader makes what the tail read provisional (librdkafka before
/// 2.1 does not notice truncation itself); any answer shows that the cluster is there.
///
/// `@unchecked Sendable`: its state is confined to its queue.
final class LeaderWatch: @unchecked Sendable {
  private let queue = DispatchQueue(label: "rehearse.leaders", qos: .utility)
  private let timer: any DispatchSourceTimer
  private let prober: ClientHandle
  private let topics: [String]
  private var leaders: [[Int32]]
  private let liveness: Liveness
  private let log: ClientLog
  private let changed: @Sendable (_ topic: Int, _ partition: Int32, _ from: Int32, _ to: Int32) -> Void

  init(
    prober: ClientHandle, topics: [PreparedTopic], liveness: Liveness, log: @escaping ClientLog,
    changed: @escaping @Sendable (_ topic: Int, _ partition: Int32, _ from: Int32, _ to: Int32) -> Void
  ) {
    self.prober = prober
    self.topics = topics.map(\.name)
    leaders = topics.map(\.leaders)
    self.liveness = liveness
    self.log = log
    self.changed = changed
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + .seconds(1), repeating: .seconds(1), leeway: .milliseconds(50))
    timer.setEventHandler { @Sendable [weak self] in self?.look() }
    timer.activate()
  }

  /// Ends the watch; returns once nothing of it runs any more, within the time of one question.
  func end() {
    timer.cancel()
    queue.sync {}
  }

  private func look() {
    prober.serve { log("prober", $0) }
    for (index, name) in topics.enumerated() {
      guard let answer = try? prober.metadata(.topic(name), milliseconds: 1000), let topic = answer.topic(name) else {
        continue
      }
      liveness.heard()
      for partition in topic.partitions where partition.leader >= 0 && Int(partition.id) < leaders[index].count {
        let known = leaders[index][Int(partition.id)]
        guard partition.leader != known else { continue }
        leaders[index][Int(partition.id)] = partition.leader
        changed(index, partition.id, known, partition.leader)
      }
    }
  }
}
