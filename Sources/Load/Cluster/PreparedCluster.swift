package import Kafka
package import Scenarios
internal import Verification

/// The cluster as it was before anything was sent.
struct PreparedCluster {
  var brokerCount: Int
  /// The topics that stages send to, in the order of the scenario; one that none sends to is `unused`.
  var topics: [PreparedTopic]
  /// All topics, those that only sinks and groups read among them.
  var watched: [PreparedTopic]
  var notes: [RunNote]
  /// By identity.
  var admissions: [Admission] = []
}

struct PreparedTopic {
  var name: String
  var partitions: Int
  var replication: Int
  /// The end offset of each partition before the first send.
  var noted: [Int64]
  var leaders: [Int32]
  var compaction: CompactionAnswers
  /// Brokers that must be in sync before the end of a partition can be believed at `acks` below all.
  var minimumInSync: Int
  /// The greatest batch that the topic takes, in bytes; nil where that is not known.
  var maxMessageBytes: Int?
  /// One that nothing of this run needs: it has no partitions as far as the run is concerned.
  static func unused(_ name: String) -> PreparedTopic {
    PreparedTopic(
      name: name, partitions: 0, replication: 0, noted: [], leaders: [],
      compaction: CompactionAnswers(.settings(TopicSettings([:]))), minimumInSync: 1)
  }
}

extension ClientProfile {
  /// The note that a topic's limit on batches deserves; nil where the client's batches are below it anyway.
  func noteOnBatches(_ topic: PreparedTopic) -> RunNote? {
    guard let limit = topic.maxMessageBytes else { return nil }
    if let size = batchSize(below: limit) { return .batchesLimited(topic: topic.name, limit: limit, batchSize: size) }
    return batchSize(above: limit).map { .batchesAboveLimit(topic: topic.name, limit: limit, batchSize: $0) }
  }
}

/// A setting of a topic that is not what the scenario asks for.
package struct SettingDifference: Sendable, Equatable {
  package var name: String
  package var asked: String
  /// Nil where the cluster has no such setting.
  package var actual: String?

  package init(name: String, asked: String, actual: String?) {
    self.name = name
    self.asked = asked
    self.actual = actual
  }
}

/// A circumstance that weakens a run's proof without keeping it from running. Data; the sentences are `Rehearsal`'s.
package enum RunNote: Sendable, Equatable {
  /// `cleanup.policy` of the topic could not be read: the right is missing, or no answer came.
  case compactionUnknown(topic: String, KafkaError)
  case compacted(topic: String)
  /// `cleanup.policy` was changed during the run.
  case policyChanged(topic: String, isCompacted: Bool)
  /// Partitions were added during the run; they are not read.
  case partitionsAdded(topic: String, from: Int, to: Int)
  /// The logs of these partitions were replaced, or cut back behind the offsets noted before the first send.
  /// `isAccountedFor` where all of them were read again to their ends.
  case logReplaced(topic: String, partitions: [Int32], wasDeleted: Bool, isAccountedFor: Bool)
  case idempotenceOff(acks: String)
  /// The topic takes batches of `limit` bytes, and the producer's are kept below that.
  case batchesLimited(topic: String, limit: Int, batchSize: Int)
  /// The scenario's `batch.size` is above the `limit` bytes that the topic takes in a batch.
  case batchesAboveLimit(topic: String, limit: Int, batchSize: Int)
  /// Brokers held the clients back for this long in all, because of quotas.
  case throttled(Nanoseconds)
  /// This process was stopped for a time while the run went on.
  case stoodStill(Nanoseconds)
  /// The topic was created by this run, which keeps it.
  case created(topic: String)
  /// `create: always`: the topic was deleted before it was created.
  case deletedFirst(topic: String)
  /// The cluster was asked to delete the topic, and its answer did not come.
  case deletionUnanswered(topic: String)
  /// The topic was deleted, and the run ended before it was created again.
  case notCreatedAgain(topic: String)
  /// The cluster was asked to create the topic, and its answer did not come.
  case creationUnanswered(topic: String)
  /// A topic that exists has other settings than the scenario asks for, and is left as it is.
  case settingsDiffer(topic: String, [SettingDifference])
  /// The settings of a topic that exists could not be read, and so not compared.
  case settingsNotCompared(topic: String, KafkaError)
  /// The embedded broker has no settings of topics.
  case settingsOnEmbedded(topic: String)
  /// `create: always` with a topic that exists: a run deletes it only if it is allowed to.
  case wouldBeDeleted(topic: String)
  /// The topic is to be deleted after the run, and was there before: it is kept.
  case notOwnTopic(topic: String)
  /// The topic was deleted after the run.
  case deletedAfter(topic: String)
  /// It was to be deleted, and is kept because the run did not pass.
  case keptForInspection(topic: String)
  /// It could not be deleted; nil where the run was ended before.
  case notDeleted(topic: String, KafkaError?)
  /// `verify.mode` is later. The messages that were not answered, and whether the broker is the embedded one, which keeps little.
  case nothingReadBack(unanswered: UInt64, isEmbedded: Bool)
  /// Records of transactions that are open or were aborted are read as well.
  case readsUncommitted
  /// Order per key could not be checked for these records: there was no space for their keys.
  case keysNotOrdered(stage: String, records: UInt64)
  /// The brokers' certificates are not checked by the clients of these identities.
  case unverified(identities: [ClientIdentity.Name])
  /// This version of the client does not sign in again on an open connection: brokers that want that cut it when a token expires.
  case reconnectsForTokens(ClientIdentity.Name)
}
