internal import Kafka

/// A partition that another broker leads from now on.
struct LeaderChange: Sendable, Equatable {
  /// Index of the topic.
  var topic: Int
  var partition: Int32
  var from: Int32
  var to: Int32
}

/// The leader of every partition of a run, by topic, as metadata last named it.
struct KnownLeaders: Sendable, Equatable {
  private(set) var leaders: [[Int32]]

  init(_ leaders: [[Int32]]) { self.leaders = leaders }

  /// Takes in what metadata says of a topic; returns what changed. A partition without a leader keeps its last one, and
  /// partitions that the topic did not have at the start are left alone.
  mutating func note(_ metadata: ClusterMetadata.Topic, of topic: Int) -> [LeaderChange] {
    metadata.partitions.compactMap { partition in
      let index = Int(partition.id)
      guard partition.leader >= 0, leaders[topic].indices.contains(index) else { return nil }
      let known = leaders[topic][index]
      guard partition.leader != known else { return nil }
      leaders[topic][index] = partition.leader
      return LeaderChange(topic: topic, partition: partition.id, from: known, to: partition.leader)
    }
  }
}
