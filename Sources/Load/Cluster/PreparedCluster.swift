package import Kafka
internal import Verification

/// The cluster as it was before anything was sent.
struct PreparedCluster {
  var brokerCount: Int
  /// The topics, in the order of the scenario.
  var topics: [PreparedTopic]
  var notes: [RunNote]
}

struct PreparedTopic {
  var name: String
  var partitions: Int
  var replication: Int
  /// The end offset of each partition before the first send.
  var noted: [Int64]
  var leaders: [Int32]
  var compaction: PartitionReading.Compaction
  /// Brokers that must be in sync before the end of a partition can be believed at `acks` below all.
  var minimumInSync: Int

  /// One that no stage of this run sends to: it has no partitions as far as the run is concerned.
  static func unused(_ name: String) -> PreparedTopic {
    PreparedTopic(name: name, partitions: 0, replication: 0, noted: [], leaders: [], compaction: .no, minimumInSync: 1)
  }
}

/// A circumstance that weakens a run's proof without keeping it from running. Data; the sentences are `Rehearsal`'s.
package enum RunNote: Sendable, Equatable {
  /// `cleanup.policy` of the topic may not be read: the right to describe its configuration is missing.
  case compactionUnknown(topic: String, KafkaError)
  case compacted(topic: String)
  case idempotenceOff(acks: String)
  /// The topic was created by this run.
  case created(topic: String)
}
