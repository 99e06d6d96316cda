import Scenarios
import Testing
import Verification

@testable import Kafka
@testable import Load

/// Changes at the cluster during a run: of `cleanup.policy`, of a topic's presence, of its partitions.
@Suite struct ClusterChangesTests {
  private static let compacted = SettingsAnswer.settings(TopicSettings(["cleanup.policy": "compact"]))
  private static let deletes = SettingsAnswer.settings(TopicSettings(["cleanup.policy": "delete"]))
  private static let silent = SettingsAnswer.refused(.timedOut)
  private static let forbidden = SettingsAnswer.refused(KafkaError(code: 29, text: "Topic authorization failed"))
  private static let timedOut = RunNote.compactionUnknown(topic: "t", .timedOut)

  @Test(
    arguments: [
      ("never compacted", [deletes, deletes], .no, []),
      ("compacted all along", [compacted, compacted], .yes, [.compacted(topic: "t")]),
      ("compacted from then on", [deletes, compacted], .yes, [.policyChanged(topic: "t", isCompacted: true)]),
      ("compacted until then", [compacted, deletes], .yes, [.policyChanged(topic: "t", isCompacted: false)]),
      ("compacted in between", [deletes, compacted, deletes], .yes, []),
      ("no answer at first", [silent, deletes], .no, []),
      ("no answer at first, and compacted", [silent, compacted], .yes, [.compacted(topic: "t")]),
      ("no answer in the end: it may have changed", [deletes, silent], .unknown, [timedOut]),
      ("no answer in the end, but it was compacted", [compacted, silent], .yes, [.compacted(topic: "t")]),
      (
        "the right is missing", [forbidden, forbidden], .unknown,
        [.compactionUnknown(topic: "t", KafkaError(code: 29, text: "Topic authorization failed"))]
      ),
    ] as [(String, [SettingsAnswer], PartitionReading.Compaction, [RunNote])])
  func cleanupPolicy(
    _ name: String, _ asked: [SettingsAnswer], _ compaction: PartitionReading.Compaction, _ notes: [RunNote]
  ) {
    var answers = CompactionAnswers(asked[0])
    for answer in asked.dropFirst() { answers.note(answer) }
    #expect(answers.compaction == compaction)
    #expect(answers.notes(topic: "t") == notes)
  }

  private static func metadata(_ code: Int32?, partitions: Int32 = 2) -> ClusterMetadata.Topic {
    ClusterMetadata.Topic(
      name: "t", error: code.map { KafkaError(code: $0) },
      partitions: (0..<partitions).map { ClusterMetadata.Partition(id: $0, leader: 1, replicas: 1, inSync: 1) })
  }

  @Test func aTopicIsGoneOnceThreeAnswersInARowDoNotKnowIt() {
    var presence = TopicPresence(partitions: 2)
    let unknown: Int32 = 3
    for code in [nil, unknown, unknown, nil, unknown, unknown] { presence.note(Self.metadata(code)) }
    #expect(!presence.isGone)
    #expect(presence.wasAbsent)
    // A leader that is being elected does not show whether it is there.
    presence.note(Self.metadata(5))
    presence.note(Self.metadata(unknown))
    #expect(presence.isGone)
    presence.note(Self.metadata(nil, partitions: 4))
    #expect(!presence.isGone)
    #expect(presence.mostPartitions == 4)
  }

  private static func prepared(_ name: String, partitions: Int) -> PreparedTopic {
    PreparedTopic(
      name: name, partitions: partitions, replication: 1, noted: Array(repeating: 0, count: partitions),
      leaders: Array(repeating: 1, count: partitions), compaction: CompactionAnswers(deletes), minimumInSync: 1)
  }

  @Test func whatFollowsForReadingsErrorsAndNotes() {
    let topics = [Self.prepared("t", partitions: 2), Self.prepared("u", partitions: 1), .unused("v")]
    var presences = topics.map { TopicPresence(partitions: $0.partitions) }
    presences[0].note(Self.metadata(3))
    presences[0].note(Self.metadata(nil, partitions: 3))
    for _ in 0..<3 { presences[1].note(Self.metadata(3)) }
    let changes = ClusterChanges(topics, presences: presences, TopicPolicies(topics, isEmbedded: false))
    var readings = ["t", "t", "u"].enumerated().map { index, topic in
      PartitionReading(topic: topic, partition: Int32(index % 2), noted: 0)
    }
    readings[1].replacement = .endBeforeNoted(3)
    readings[2].replacement = .endBeforeNoted(0)
    #expect(changes.errors == [.topicGone(topic: 1)])
    #expect(
      changes.notes(readings) == [
        .logReplaced(topic: "t", partitions: [1], wasDeleted: true), .partitionsAdded(topic: "t", from: 2, to: 3),
      ])
    #expect(changes.applied(to: readings).map(\.compaction) == [.no, .no, .no])
  }

  @Test func damagedPartitionsAreAssignedAnewNotMoreOftenThanTenTimesASecond() {
    var damaged = DamagedPartitions()
    var assigned = [damaged.assigns(at: 0)]
    damaged.note(1)
    #expect(damaged.contains(1) && !damaged.contains(0))
    assigned.append(damaged.assigns(at: .milliseconds(1)))
    #expect(!damaged.contains(1))
    damaged.note(1)
    assigned.append(damaged.assigns(at: .milliseconds(100)))
    #expect(damaged.contains(1))
    assigned.append(damaged.assigns(at: .milliseconds(101)))
    #expect(assigned == [false, true, false, true])
  }
}
