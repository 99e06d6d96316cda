internal import Kafka
internal import Scenarios

/// The next step for a topic of the scenario, by what metadata says of it before anything was created.
enum TopicLookup: Sendable, Equatable {
  case exists
  /// It exists, and is to be deleted and created again.
  case recreate
  /// It is to be created through the admin interface.
  case create
  /// A producer's request for its metadata makes the broker create it.
  case createByBroker
  /// It does not exist, and the scenario says not to create it.
  case missing
  case refused(KafkaError)

  init(_ metadata: ClusterMetadata.Topic?, _ creation: Topic.Creation) {
    if let metadata {
      guard let error = metadata.error else {
        self = creation == .always ? .recreate : .exists
        return
      }
      guard error.kind == .unknownTopic else {
        self = .refused(error)
        return
      }
    }
    switch creation {
    case .ifMissing, .always: self = .create
    case .byBroker: self = .createByBroker
    case .never: self = .missing
    }
  }
}

/// The readiness of a topic that exists or was just created: it is ready when every partition has a leader.
enum TopicReadiness: Sendable, Equatable {
  case ready(ClusterMetadata.Topic)
  /// Metadata does not have the topic yet.
  case unknown
  /// This partition, among others, has no leader yet.
  case leaderless(partition: Int32)
  /// It has a different number of partitions than the scenario states.
  case otherPartitionCount(stated: Int, actual: Int)

  init(_ metadata: ClusterMetadata.Topic?, stated: Int?) {
    guard let metadata, metadata.error == nil, !metadata.partitions.isEmpty else {
      self = .unknown
      return
    }
    if let partition = metadata.partitions.first(where: { $0.leader < 0 }) {
      self = .leaderless(partition: partition.id)
    } else if let stated, stated != metadata.partitions.count {
      self = .otherPartitionCount(stated: stated, actual: metadata.partitions.count)
    } else {
      self = .ready(metadata)
    }
  }
}

/// The settings of a topic on which its verdict depends, out of the broker's texts.
struct TopicSettings: Sendable, Equatable {
  /// 1 where the broker does not say.
  var minimumInSync: Int
  var isCompacted: Bool
  /// The greatest batch that the topic takes, in bytes; nil where the broker does not say.
  var maxMessageBytes: Int?

  init(_ settings: [String: String]) {
    minimumInSync = settings["min.insync.replicas"].flatMap { Int($0) } ?? 1
    isCompacted = settings["cleanup.policy"]?.contains("compact") == true
    maxMessageBytes = settings["max.message.bytes"].flatMap { Int($0) }
  }
}

extension Scenario {
  /// The fault of a stage that sends to a partition which its topic, of `actual` partitions, does not have.
  func partitionBeyond(stage index: Int, actual: Int) -> LoadError? {
    let named = stages[index].partition.named(of: 0).map(\.partition)
    guard let partition = named.first(where: { $0 >= actual }) else { return nil }
    return .partitionBeyond(stage: index, partition: partition, actual: actual)
  }
}
