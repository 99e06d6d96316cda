import Kafka
import Load
import Testing

/// Requests by which tests prepare and wait, from a client in this process: Kafka's own programs start a JVM for a second each
/// time. What a test proves is still counted by Kafka's programs.
extension KafkaCluster {
  /// A new client for each request, because an old one may ask a paused broker.
  private func asking<Answer>(_ question: (ClientHandle) throws -> Answer) throws -> Answer {
    let addresses = brokers.filter(\.answers).map { $0.address() }
    let asker = try ClientHandle.prober(ClientProfile(bootstrap: addresses, isEmbedded: false, written: []).prober)
    defer { asker.close() }
    return try question(asker)
  }

  private func partitions(of topic: String) throws -> [ClusterMetadata.Partition] {
    try asking { try $0.metadata(.topic(topic), timeout: .seconds(3)).topic(topic)?.partitions ?? [] }
  }

  /// Creates a topic with the cluster's default replication; it exists when this returns.
  func createTopic(_ name: String, partitions count: Int) throws {
    try asking { try $0.createTopic(name, partitions: count, replication: nil, timeout: .seconds(20)) }
    let isThere = eventually(within: 20, every: 0.02) {
      (try? partitions(of: name)).map { $0.count == count && $0.allSatisfy(\.isWhole) } ?? false
    }
    try #require(isThere, "\(name) is not there")
  }

  /// The leader of each partition, by its number, as soon as the broker that is asked has heard of them.
  func leaders(of topic: String) throws -> [Int32] {
    var leaders: [Int32] = []
    _ = eventually(every: 0.02) {
      leaders = (try? partitions(of: topic).map(\.leader)) ?? []
      return !leaders.isEmpty
    }
    try #require(!leaders.isEmpty, "no broker knows \(topic)")
    return leaders
  }

  /// The partition's end offset.
  func end(of topic: String, partition: Int32) throws -> Int64 {
    let partition = TopicPartition(topic: topic, partition: partition)
    return try asking { try $0.offsets(.end, of: [partition], timeout: .seconds(3))[0].get() }
  }

  /// The number of in-sync replicas of the topic's first partition.
  func inSync(of topic: String) throws -> Int { try #require(try partitions(of: topic).first).inSync }

  /// True if every broker is running, and every replica of every topic in sync.
  var isWhole: Bool {
    guard let all = try? asking({ try $0.metadata(.allTopics, timeout: .seconds(3)) }) else { return false }
    return all.brokers.count == brokers.count && all.topics.allSatisfy { $0.partitions.allSatisfy(\.isWhole) }
  }

  /// True as soon as a broker other than this one leads the topic's first partition.
  func elects(another than: KafkaBroker, of topic: String, within seconds: Double) -> Bool {
    eventually(within: seconds, every: 0.02) {
      guard let leader = try? leaders(of: topic).first else { return false }
      return leader > 0 && leader != than.id
    }
  }
}

extension ClusterMetadata.Partition {
  fileprivate var isWhole: Bool { leader > 0 && inSync == replicas }
}
