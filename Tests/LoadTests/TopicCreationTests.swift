import Scenarios
import Testing

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
}
