internal import Kafka

/// A topic's presence, by what metadata says of it once a second. Pure.
struct TopicPresence: Sendable, Equatable {
  /// A broker that was started a moment ago may not know a topic yet.
  private static let answersUntilGone = 3

  /// The number of partitions before the first send.
  private let noted: Int
  private var last: Int
  private static let answersUntilDeleted = 2
  private var absentAnswers = 0
  /// It was deleted at some time: metadata said twice in a row that there is no such topic, or named fewer partitions than before, of which
  /// Kafka never takes any away.
  private(set) var wasAbsent = false
  /// The greatest number of partitions that metadata named.
  private(set) var mostPartitions: Int

  init(partitions: Int) {
    noted = partitions
    last = partitions
    mostPartitions = partitions
  }

  /// It was deleted, and is not there any more.
  var isGone: Bool { absentAnswers >= Self.answersUntilGone }

  /// Those of the partitions that were there before the first send which are there still: the first ones.
  var present: Int { isGone ? 0 : min(last, noted) }

  mutating func note(_ topic: ClusterMetadata.Topic) {
    if topic.error?.kind == .unknownTopic {
      absentAnswers += 1
      if absentAnswers >= Self.answersUntilDeleted { wasAbsent = true }
    } else if topic.error == nil, !topic.partitions.isEmpty {
      absentAnswers = 0
      if topic.partitions.count < last { wasAbsent = true }
      last = topic.partitions.count
      mostPartitions = max(mostPartitions, last)
    }
  }
}
