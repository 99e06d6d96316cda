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
      (
        "compacted in between", [deletes, compacted, deletes], .yes, [.policyChanged(topic: "t", isCompacted: false)]
      ),
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

  /// A limit that was changed during the run is the one that rejects.
  @Test(
    arguments: [
      ("as before", 2000, 2000, .cluster(maxMessageBytes: 2000)),
      ("lowered", 1_048_588, 950, .cluster(maxMessageBytes: 950, atStart: 1_048_588)),
      (
        "lowered below the scenario's batches", 9000, 500, .cluster(maxMessageBytes: 500, atStart: 9000, batchSize: 900)
      ),
      ("not known before", nil, 2000, .cluster(maxMessageBytes: 2000)),
      ("no answer in the end", 2000, nil, .cluster(maxMessageBytes: 2000)),
    ] as [(String, Int?, Int?, Rejection.Origin)])
  func maxMessageBytes(_ name: String, _ first: Int?, _ last: Int?, _ origin: Rejection.Origin) throws {
    var topic = PreparedTopic.unused("t")
    topic.maxMessageBytes = first
    var policies = TopicPolicies([topic], isEmbedded: false)
    policies.note(last.map { .settings(TopicSettings(["max.message.bytes": "\($0)"])) } ?? Self.silent, of: 0)
    let assembly = StageAssembly(
      scenario: try Samples.scenario(stages: "[{name: a, topic: orders, rate: max, count: 1}]"),
      profile: { _ in
        ClientProfile(bootstrap: [], isEmbedded: false, written: Samples.properties(["batch.size": "900"]))
      },
      topics: [topic])
    var row = assembly.row(0)
    row.rejections = [
      Rejection(
        code: "MSG_SIZE_TOO_LARGE", text: "", count: 1, isInfrastructure: false,
        origin: .cluster(maxMessageBytes: first)),
      Rejection(code: "INVALID_RECORD", text: "", count: 1, isInfrastructure: false),
      Rejection(
        code: "MSG_SIZE_TOO_LARGE", text: "", count: 1, isInfrastructure: false, origin: .client(messageMaxBytes: 9)),
    ]
    assembly.note(batchLimits: policies.maxMessageBytes, in: &row)
    #expect(row.rejections.map(\.origin) == [origin, .cluster(maxMessageBytes: nil), .client(messageMaxBytes: 9)])
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

  @Test func fewerPartitionsThanBeforeAreThoseOfAnotherTopic() {
    var presence = TopicPresence(partitions: 4)
    presence.note(Self.metadata(nil, partitions: 6))
    #expect(!presence.wasAbsent)
    #expect(presence.present == 4)
    presence.note(Self.metadata(nil, partitions: 2))
    #expect(presence.wasAbsent && !presence.isGone)
    #expect(presence.present == 2)
    for _ in 0..<3 { presence.note(Self.metadata(3)) }
    #expect(presence.present == 0)
  }

  @Test func aPolicyThatWasSetInBetweenIsRemembered() {
    let topics = [Self.prepared("t", partitions: 1), Self.prepared("u", partitions: 1)]
    var policies = TopicPolicies(topics, isEmbedded: false)
    policies.note(wasCompacted: [true, false])
    #expect(policies.compaction.map(\.compaction) == [.yes, .no])
    #expect(policies.notes == [.policyChanged(topic: "t", isCompacted: false)])
  }

  private static let message = Ledger.MessageRecord(offset: 7, stage: 0, sequence: 3)

  @Test(
    arguments: [
      ("the same message", 1, 3, 7, .same), ("another message", 1, 4, 7, .different),
      ("another run's", 2, 3, 7, .different), ("no record there: it may have been compacted away", 1, 3, 8, .unknown),
    ] as [(String, UInt64, UInt64, Int64, FirstRecords.Finding)])
  func theFirstRecordReadAgain(
    _ name: String, _ run: UInt64, _ sequence: UInt64, _ offset: Int64, _ finding: FirstRecords.Finding
  ) {
    let identity = Identity(run: RunID(value: run), stage: 0, producer: 0, sequence: sequence, due: 0, payload: 0)
    #expect(FirstRecords.finding(identity, at: offset, of: Self.message, run: RunID(value: 1)) == finding)
  }

  @Test func theFirstRecordReadAgainIsNotThere() {
    #expect(FirstRecords.finding(nil, at: 7, of: Self.message, run: RunID(value: 1)) == .different)
    #expect(FirstRecords.finding(end: 7, of: Self.message) == .different)
    #expect(FirstRecords.finding(end: 8, of: Self.message) == .unknown)
  }

  private static func prepared(_ name: String, partitions: Int) -> PreparedTopic {
    PreparedTopic(
      name: name, partitions: partitions, replication: 1, noted: Array(repeating: 0, count: partitions),
      leaders: Array(repeating: 1, count: partitions), compaction: CompactionAnswers(deletes), minimumInSync: 1)
  }

  @Test func whatFollowsForReadingsErrorsAndNotes() {
    let topics = [Self.prepared("t", partitions: 2), Self.prepared("u", partitions: 1), .unused("v")]
    var presences = topics.map { TopicPresence(partitions: $0.partitions) }
    for code: Int32 in [3, 3] { presences[0].note(Self.metadata(code)) }
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
        .logReplaced(topic: "t", partitions: [1], wasDeleted: true, isAccountedFor: false),
        .partitionsAdded(topic: "t", from: 2, to: 3),
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
