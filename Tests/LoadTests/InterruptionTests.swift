import Testing

@testable import Kafka
@testable import Load

/// The events that make the reading of a partition provisional: errors, lost connections, new leaders.
@Suite struct InterruptionTests {
  private static let outOfRange = KafkaError(code: 1, text: "Broker: Offset out of range")
  private static let reset = KafkaError(code: -140, text: "Local: No offset stored")
  private static let refused = KafkaError(code: 29, text: "Broker: Topic authorization failed")
  private static let damaged = KafkaError(code: -199, text: "MessageSet at offset 300 failed CRC32C check")
  private static let broken = KafkaError(code: -195, text: "127.0.0.1:9092/1: Disconnected")

  @Test(
    arguments: [
      ("the offset is out of range", Interruption(fetching: outOfRange), true, "its position went out of range"),
      ("no reset to another offset", Interruption(fetching: reset), true, "its position went out of range"),
      ("no right to read", Interruption(fetching: refused), true, "Broker: Topic authorization failed"),
      ("any other error", Interruption(fetching: broken), false, "127.0.0.1:9092/1: Disconnected"),
      (
        "a batch that is not what its checksum says", Interruption(fetching: damaged), false,
        "a batch was damaged on its way: MessageSet at offset 300 failed CRC32C check"
      ),
      ("another leader", .leaderChanged(from: 1, to: 2), false, "its leader changed from 1 to 2"),
      (
        "a lost connection", .connectionLost(broken), false,
        "the reader's connection broke: 127.0.0.1:9092/1: Disconnected"
      ),
    ] as [(String, Interruption, Bool, String)]
  ) func interrupts(_ name: String, _ interruption: Interruption, _ isFinal: Bool, _ text: String) {
    #expect(interruption.isFinal == isFinal)
    #expect(interruption.text == text)
  }

  // MARK: Lost connections

  private static let transport: Int32 = -195

  @Test(
    arguments: [
      ("a broker", transport, "127.0.0.1:9092/1: Disconnected (after 3 ms)", .broker(1)),
      ("a broker with a longer number", transport, "kafka-12.example:9092/112: Connection refused", .broker(112)),
      ("over TLS", transport, "sasl_ssl://kafka:9093/7: Disconnected", .broker(7)),
      ("a request that took too long", -185, "127.0.0.1:9092/2: 1 request(s) timed out", .broker(2)),
      ("a bootstrap address", transport, "127.0.0.1:9092/bootstrap: Disconnected", nil),
      ("the coordinator of a group that there is not", transport, "GroupCoordinator: Disconnected", nil),
      (
        "its address", transport, "GroupCoordinator: 127.0.0.1:9092: Disconnected (after 3 ms in state UP)", nil
      ),
      ("no broker's name", transport, "Disconnected", .anyBroker),
      ("an address alone", transport, "127.0.0.1:9092: Disconnected", .anyBroker),
      ("a number that is none of a broker", -185, "1 request(s) timed out", .anyBroker),
      ("no text at all", transport, "", .anyBroker),
      ("all brokers are down: each was reported before", -187, "2/2 brokers are down", nil),
      ("a login that was refused", -169, "127.0.0.1:9092/1: Authentication failed", nil),
      ("an error of a topic", 3, "127.0.0.1:9092/1: Unknown topic", nil),
    ] as [(String, Int32, String, LostConnection?)]
  ) func namesTheBroker(_ name: String, _ code: Int32, _ text: String, _ lost: LostConnection?) {
    #expect(LostConnection(KafkaError(code: code, text: text)) == lost)
  }

  @Test func concernsThePartitionsThatTheBrokerLeads() {
    #expect([0, 1, 2].map { LostConnection.broker(1).concerns(leader: $0) } == [false, true, false])
    #expect([0, 1, 2].map { LostConnection.anyBroker.concerns(leader: $0) } == [true, true, true])
  }

  // MARK: Leaders

  private static func topic(_ leaders: (partition: Int32, leader: Int32)...) -> ClusterMetadata.Topic {
    ClusterMetadata.Topic(
      name: "orders", error: nil,
      partitions: leaders.map { ClusterMetadata.Partition(id: $0.partition, leader: $0.leader, replicas: 3, inSync: 3) }
    )
  }

  struct Metadata: Sendable, CustomTestStringConvertible {
    var name: String
    var topic: Int
    var metadata: ClusterMetadata.Topic
    var changes: [LeaderChange]
    var after: [[Int32]]
    var testDescription: String { name }

    init(
      _ name: String, of topic: Int = 0, _ metadata: ClusterMetadata.Topic, _ changes: [LeaderChange] = [],
      leaves after: [[Int32]] = [[1, 2], [3]]
    ) {
      self.name = name
      self.topic = topic
      self.metadata = metadata
      self.changes = changes
      self.after = after
    }
  }

  @Test(arguments: [
    Metadata("as before", topic((0, 1), (1, 2))),
    Metadata(
      "another leader", topic((0, 1), (1, 3)), [LeaderChange(topic: 0, partition: 1, from: 2, to: 3)],
      leaves: [[1, 3], [3]]),
    Metadata(
      "both partitions", topic((0, 2), (1, 1)),
      [
        LeaderChange(topic: 0, partition: 0, from: 1, to: 2), LeaderChange(topic: 0, partition: 1, from: 2, to: 1),
      ], leaves: [[2, 1], [3]]),
    Metadata(
      "the other topic", of: 1, topic((0, 1)), [LeaderChange(topic: 1, partition: 0, from: 3, to: 1)],
      leaves: [[1, 2], [1]]),
    Metadata("no leader for now", topic((0, -1), (1, 2))),
    Metadata("a partition that was added meanwhile", topic((0, 1), (1, 2), (2, 9))),
    Metadata("a partition number that makes no sense", topic((-1, 9))),
    Metadata("no partitions, as of a topic that was deleted", topic()),
  ]) func comparesLeaders(_ given: Metadata) {
    var known = KnownLeaders([[1, 2], [3]])
    #expect(known.note(given.metadata, of: given.topic) == given.changes)
    #expect(known.leaders == given.after)
  }

  @Test func aChangeIsReportedOnce() {
    var known = KnownLeaders([[1]])
    #expect(known.note(Self.topic((0, 2)), of: 0).count == 1)
    #expect(known.note(Self.topic((0, -1)), of: 0).isEmpty)
    #expect(known.note(Self.topic((0, 2)), of: 0).isEmpty)
    #expect(known.note(Self.topic((0, 1)), of: 0) == [LeaderChange(topic: 0, partition: 0, from: 2, to: 1)])
  }
}
