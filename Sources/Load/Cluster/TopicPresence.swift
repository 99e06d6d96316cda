internal import Kafka

/// A topic's presence, by what metadata says of it once a second. Pure.
struct TopicPresence: Sendable, Equatable {
  /// A broker that was started a moment ago may not know a topic yet.
  private static let answersUntilGone = 3

  private var absentAnswers = 0
  /// Metadata once said that there is no such topic.
  private(set) var wasAbsent = false
  /// The greatest number of partitions that metadata named.
  private(set) var mostPartitions: Int

  init(partitions: Int) { mostPartitions = partitions }

  /// It was deleted, and is not there any more.
  var isGone: Bool { absentAnswers >= Self.answersUntilGone }

  mutating func note(_ topic: ClusterMetadata.Topic) {
    if topic.error?.kind == .unknownTopic {
      absentAnswers += 1
      wasAbsent = true
    } else if topic.error == nil {
      absentAnswers = 0
      mostPartitions = max(mostPartitions, topic.partitions.count)
    }
  }
}
