import Scenarios
import Testing

@testable import Kafka
@testable import Load

/// The topics that a run creates, compares and deletes: what is decided.
@Suite struct TopicCreationTests {
  private static func topic(_ settings: KeyValuePairs<String, String>) -> Topic {
    var topic = Topic(name: "orders", range: Samples.range, partitions: nil, replication: nil, create: .ifMissing)
    topic.settings = settings.map { TopicSetting(name: $0, value: $1, range: Samples.range) }
    return topic
  }

  @Test(
    arguments: [
      ("kept", .never, true, .keep), ("kept, whatever the verdict", .never, false, .keep),
      ("it passed", .passed, true, .delete), ("it did not pass", .passed, false, .keepForInspection),
      ("after each run that passed", .after, true, .delete), ("and that did not", .after, false, .delete),
    ] as [(String, Topic.Deletion, Bool, TopicCleanup.Step)]
  ) func cleansUp(_ name: String, _ deletion: Topic.Deletion, _ hasPassed: Bool, _ step: TopicCleanup.Step) {
    #expect(TopicCleanup.Step(deletion, hasPassed: hasPassed) == step)
  }

  @Test func namesTheSettingsThatDiffer() {
    let topic = Self.topic(["retention.ms": "1000", "cleanup.policy": "delete", "segment.ms": "7"])
    #expect(
      topic.differences(from: ["retention.ms": "604800000", "cleanup.policy": "delete"]) == [
        SettingDifference(name: "retention.ms", asked: "1000", actual: "604800000"),
        SettingDifference(name: "segment.ms", asked: "7", actual: nil),
      ])
    #expect(Self.topic([:]).differences(from: ["retention.ms": "1"]) == [])
  }

  @Test(
    arguments: [
      ("Unknown topic config name: retention.mss", 1),
      ("Invalid value x for configuration retention.ms: Not a number of type LONG", 0),
      ("Topic configuration is not allowed by policy", nil),
    ] as [(String, Int?)]
  ) func findsTheSettingThatIsRefused(_ text: String, _ setting: Int?) {
    #expect(Self.topic(["retention.ms": "x", "retention.mss": "1"]).setting(namedIn: text) == setting)
  }

  // MARK: Topics that are left to the cluster

  struct Question: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var answers: [(at: Int64, topic: ClusterMetadata.Topic?)]
    var isAutomatic: Bool?
    var step: BrokerCreation.Step

    /// Times in milliseconds after the first answer.
    init(
      _ name: String, _ answers: [(at: Int64, topic: ClusterMetadata.Topic?)], isAutomatic: Bool? = true,
      _ step: BrokerCreation.Step
    ) {
      testDescription = name
      self.answers = answers
      self.isAutomatic = isAutomatic
      self.step = step
    }
  }

  private static func answer(error code: Int32? = nil, partitions: Int = 0) -> ClusterMetadata.Topic {
    ClusterMetadata.Topic(
      name: "orders", error: code.map { KafkaError(code: $0) },
      partitions: (0..<partitions).map { ClusterMetadata.Partition(id: Int32($0), leader: 1, replicas: 1, inSync: 1) })
  }

  /// With the protocol's codes.
  private static let (unknown, there) = (answer(error: 3), answer(partitions: 3))
  private static let (unauthorized, unwanted) = (KafkaError(code: 29), KafkaError(code: 38))

  @Test(arguments: [
    Question("the first answer never has it", [(0, unknown)], .askAgain),
    Question("nor has one without the topic", [(0, nil)], .askAgain),
    Question("it comes", [(0, unknown), (600, there)], .exists(isOwn: true)),
    Question("it comes late", [(0, unknown), (4999, there)], .exists(isOwn: true)),
    Question(
      "it comes from brokers of which nothing is known", [(0, unknown), (600, there)], isAutomatic: nil,
      .exists(isOwn: true)),
    Question("it is there at the first question: another client was first", [(0, there)], .exists(isOwn: false)),
    Question(
      "it comes where brokers create none: another client made it", [(0, unknown), (600, there)], isAutomatic: false,
      .exists(isOwn: false)),
    Question("a broker is just making it", [(0, answer(error: 5))], .exists(isOwn: true)),
    Question("it has no partitions yet", [(0, unknown), (100, answer())], .askAgain),
    Question("brokers create none", [(0, unknown), (1999, unknown)], isAutomatic: false, .askAgain),
    Question(
      "brokers create none, and no other did", [(0, unknown), (2000, unknown)], isAutomatic: false, .end(.switchedOff)),
    Question("it does not come", [(0, unknown), (4999, unknown)], .askAgain),
    Question(
      "it does not come at all", [(0, unknown), (5040, unknown)], .end(.overdue(isAutomatic: true, seconds: 5))),
    Question(
      "it does not come, and nothing is known of the brokers", [(0, unknown), (5040, unknown)], isAutomatic: nil,
      .end(.overdue(isAutomatic: nil, seconds: 5))),
    Question("the user may not create it", [(0, answer(error: 29))], .end(.refused(unauthorized))),
    Question(
      "the replication is more than there are brokers", [(0, unknown), (20, answer(error: 38))],
      .end(.refused(unwanted))),
  ]) func leavesItToTheCluster(_ question: Question) {
    var creation = BrokerCreation()
    let steps = question.answers.map {
      creation.note($0.topic, isAutomatic: question.isAutomatic, at: .milliseconds($0.at))
    }
    #expect(steps.dropLast() == Array(repeating: .askAgain, count: steps.count - 1)[...])
    #expect(steps.last == question.step)
  }

  @Test(
    arguments: [
      (
        "stated", ["auto.create.topics.enable": .init("true"), "num.partitions": .init("3")],
        AutomaticTopics(isOn: true, partitions: 3)
      ),
      (
        "as brokers are shipped: the controller decides on the partitions",
        ["auto.create.topics.enable": .init("true", isDefault: true), "num.partitions": .init("1", isDefault: true)],
        AutomaticTopics(isOn: true)
      ),
      ("switched off", ["auto.create.topics.enable": .init("false")], AutomaticTopics(isOn: false)),
      ("nothing is said", [:], AutomaticTopics()),
    ] as [(String, [String: ClientHandle.Setting], AutomaticTopics)]
  ) func readsTheBrokersSettings(
    _ name: String, _ settings: [String: ClientHandle.Setting], _ automatic: AutomaticTopics
  ) {
    #expect(AutomaticTopics(settings) == automatic)
  }

  @Test(
    arguments: [
      ("none could be asked", [], AutomaticTopics()),
      ("one", [AutomaticTopics(isOn: false, partitions: 3)], AutomaticTopics(isOn: false, partitions: 3)),
      (
        "several that agree", [AutomaticTopics(isOn: true, partitions: 3), AutomaticTopics(isOn: true, partitions: 3)],
        AutomaticTopics(isOn: true, partitions: 3)
      ),
      (
        "one creates none", [AutomaticTopics(isOn: false, partitions: 3), AutomaticTopics(isOn: true, partitions: 3)],
        AutomaticTopics(partitions: 3)
      ),
      (
        "with other partitions", [AutomaticTopics(isOn: true, partitions: 3), AutomaticTopics(isOn: true)],
        AutomaticTopics(isOn: true)
      ),
    ] as [(String, [AutomaticTopics], AutomaticTopics)]
  ) func brokersMayDiffer(_ name: String, _ brokers: [AutomaticTopics], _ agreed: AutomaticTopics) {
    #expect(AutomaticTopics.agreed(brokers) == agreed)
  }
}
