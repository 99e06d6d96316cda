import Scenarios
import Testing

@testable import Kafka
@testable import Load

/// The meaning of the cluster's answers before anything is sent.
@Suite struct TopicPreparationTests {
  private static let unknown = KafkaError(code: 3, text: "Broker: Unknown topic or partition")
  private static let refused = KafkaError(code: 29, text: "Broker: Topic authorization failed")
  private static let down = KafkaError(code: -187, text: "1/1 brokers are down")
  private static let broken = KafkaError(code: -195, text: "127.0.0.1:9092/bootstrap: Connection refused")
  private static let login = KafkaError(code: -169, text: "127.0.0.1:9092/bootstrap: SASL authentication failed")
  private static let tls = KafkaError(code: -181, text: "127.0.0.1:9092/bootstrap: SSL handshake failed")

  private static func topic(_ leaders: [Int32], error: KafkaError? = nil) -> ClusterMetadata.Topic {
    ClusterMetadata.Topic(
      name: "orders", error: error,
      partitions: leaders.enumerated().map {
        ClusterMetadata.Partition(id: Int32($0), leader: $1, replicas: 3, inSync: 3)
      })
  }

  // MARK: Topics

  @Test(
    arguments: [
      ("it exists", topic([1]), .ifMissing, .exists),
      ("it exists, and may not be created", topic([1]), .never, .exists),
      ("it exists without a leader", topic([-1]), .never, .exists),
      ("it may not be read", topic([], error: refused), .ifMissing, .refused(refused)),
      ("it may not be read, and may not be created", topic([], error: refused), .never, .refused(refused)),
      ("unknown: created", topic([], error: unknown), .ifMissing, .create),
      ("unknown: created by the broker", topic([], error: unknown), .byBroker, .createByBroker),
      ("unknown: not created", topic([], error: unknown), .never, .missing),
      ("it exists, and is created anew each time", topic([1]), .always, .recreate),
      ("unknown, and is created anew each time", topic([], error: unknown), .always, .create),
      ("not listed: created", nil, .ifMissing, .create),
      ("not listed: created by the broker", nil, .byBroker, .createByBroker),
      ("not listed: not created", nil, .never, .missing),
    ] as [(String, ClusterMetadata.Topic?, Topic.Creation, TopicLookup)]
  ) func looksATopicUp(
    _ name: String, _ metadata: ClusterMetadata.Topic?, _ creation: Topic.Creation, _ lookup: TopicLookup
  ) {
    #expect(TopicLookup(metadata, creation) == lookup)
  }

  @Test(
    arguments: [
      ("every partition has a leader", topic([1, 2]), nil, .ready(topic([1, 2]))),
      ("as many partitions as stated", topic([1, 2]), 2, .ready(topic([1, 2]))),
      ("fewer than stated", topic([1, 2]), 3, .otherPartitionCount(stated: 3, actual: 2)),
      ("more than stated", topic([1, 2]), 1, .otherPartitionCount(stated: 1, actual: 2)),
      ("a partition without a leader", topic([1, -1, -1]), nil, .leaderless(partition: 1)),
      ("without a leader, and their number is not judged yet", topic([1, -1]), 3, .leaderless(partition: 1)),
      ("no partitions yet", topic([]), nil, .unknown),
      ("an error", topic([1], error: unknown), nil, .unknown),
      ("not in the metadata yet", nil, 2, .unknown),
    ] as [(String, ClusterMetadata.Topic?, Int?, TopicReadiness)]
  ) func aTopicIsReady(
    _ name: String, _ metadata: ClusterMetadata.Topic?, _ stated: Int?, _ readiness: TopicReadiness
  ) {
    #expect(TopicReadiness(metadata, stated: stated) == readiness)
  }

  @Test(
    arguments: [
      ("as brokers have it", ["min.insync.replicas": "2", "cleanup.policy": "delete"], 2, false),
      ("compacted", ["cleanup.policy": "compact"], 1, true),
      ("compacted and deleted", ["cleanup.policy": "compact,delete"], 1, true),
      ("nothing is said", [:], 1, false),
      ("not a number", ["min.insync.replicas": "two"], 1, false),
    ] as [(String, [String: String], Int, Bool)]
  ) func settings(_ name: String, _ settings: [String: String], _ minimumInSync: Int, _ isCompacted: Bool) {
    #expect(TopicSettings(settings).minimumInSync == minimumInSync)
    #expect(TopicSettings(settings).isCompacted == isCompacted)
    #expect(TopicSettings(settings.merging(["max.message.bytes": "2000"]) { $1 }).maxMessageBytes == 2000)
  }

  @Test(
    arguments: [
      ("the client's batches are below it", [:], 1_048_588, nil),
      ("batches are kept below it", [:], 2000, .batchesLimited(topic: "t", limit: 2000, batchSize: 1980)),
      (
        "the scenario's are above it", ["batch.size": "9000"], 2000,
        .batchesAboveLimit(topic: "t", limit: 2000, batchSize: 9000)
      ),
      ("the scenario's are below it", ["batch.size": "900"], 2000, nil),
      ("not known", ["batch.size": "9000"], nil, nil),
    ] as [(String, KeyValuePairs<String, String>, Int?, RunNote?)]
  ) func aTopicsLimitOnBatchesIsNoted(
    _ name: String, _ written: KeyValuePairs<String, String>, _ limit: Int?, _ note: RunNote?
  ) {
    let profile = ClientProfile(bootstrap: [], isEmbedded: false, written: Samples.properties(written))
    var topic = PreparedTopic.unused("t")
    topic.maxMessageBytes = limit
    #expect(profile.noteOnBatches(topic) == note)
  }

  @Test(
    arguments: [
      ("the last partition", .fixed(1), 2, nil),
      ("one beyond it", .fixed(2), 2, .partitionBeyond(stage: 0, partition: 2, actual: 2)),
      ("no partition is named", .roundRobin, 1, nil),
    ] as [(String, PartitionRule, Int, LoadError?)]
  ) func aStageSendsToAPartitionThatExists(
    _ name: String, _ rule: PartitionRule, _ actual: Int, _ fault: LoadError?
  ) throws {
    var scenario = try Samples.scenario(stages: "[{name: steady, topic: orders, rate: max, count: 1}]")
    scenario.stages[0].partition = rule
    #expect(scenario.partitionBeyond(stage: 0, actual: actual) == fault)
  }

  // MARK: Reaching the cluster

  struct Reach: Sendable, CustomTestStringConvertible {
    var name: String
    var errors: [(at: Int64, error: KafkaError)]
    var at: Int64
    var decision: ClusterReach.Decision
    var testDescription: String { name }

    /// Times in milliseconds.
    init(
      _ name: String, _ errors: [(at: Int64, error: KafkaError)], at: Int64, _ decision: ClusterReach.Decision
    ) {
      self.name = name
      self.errors = errors
      self.at = at
      self.decision = decision
    }
  }

  @Test(arguments: [
    Reach("silence", [], at: 8000, .askAgain),
    Reach("silence for too long", [], at: 8001, .giveUp(last: nil, seconds: 8)),
    Reach("one address of some refuses", [(0, broken)], at: 8000, .askAgain),
    Reach("all are down", [(1000, down)], at: 4000, .askAgain),
    Reach("all are down for too long", [(1000, broken), (1000, down)], at: 4001, .giveUp(last: broken, seconds: 4)),
    Reach("that counts from the first report", [(1000, down), (3900, down)], at: 4001, .giveUp(last: nil, seconds: 4)),
    Reach(
      "the last error is the one named", [(0, broken), (0, login), (0, down)], at: 250,
      .giveUp(last: login, seconds: 0)),
    Reach("a login that is refused ends it at once", [(100, login)], at: 100, .giveUp(last: login, seconds: 0)),
    Reach("so does a certificate", [(600, tls)], at: 600, .giveUp(last: tls, seconds: 1)),
    Reach("a broken connection after it takes its place", [(0, login), (1, broken)], at: 100, .askAgain),
    Reach("seconds are rounded", [], at: 8499, .giveUp(last: nil, seconds: 8)),
    Reach("seconds are rounded up", [], at: 8500, .giveUp(last: nil, seconds: 9)),
  ]) func waitsForTheCluster(_ given: Reach) {
    var reach = ClusterReach()
    for (at, error) in given.errors { reach.note(error, at: .milliseconds(at)) }
    #expect(reach.decide(at: .milliseconds(given.at)) == given.decision)
  }

  @Test(
    arguments: [
      ("the last of them", ["kafka:9092"], 2), ("an address of some", ["other:1", "10.0.0.1:9092"], 1),
      ("none of them", ["other:1"], nil), ("no address", [], nil),
    ] as [(String, [String], Int?)]
  ) func theErrorThatNamesAnAddress(_ name: String, _ addresses: [String], _ index: Int?) {
    let errors = [
      KafkaError(code: -195, text: "kafka:9092/1: Disconnected"),
      KafkaError(code: -193, text: "10.0.0.1:9092/2: Timed out"),
      KafkaError(code: -193, text: "kafka:9092/1: Failed to resolve"),
      KafkaError(code: -187, text: "2/2 brokers are down"),
    ]
    #expect(errors.last(naming: addresses) == index.map { errors[$0] })
  }
}
