internal import Verification

/// The changes at the cluster while the run went on, and what follows for its readings. Pure.
struct ClusterChanges {
  private let topics: [PreparedTopic]
  private let presences: [TopicPresence]
  private let policies: TopicPolicies

  init(_ topics: [PreparedTopic], presences: [TopicPresence], _ policies: TopicPolicies) {
    self.topics = topics
    self.presences = presences
    self.policies = policies
  }

  /// The readings with the topics' cleanup policy as it is known in the end. `readings` are of all partitions.
  func applied(to readings: [PartitionReading]) -> [PartitionReading] {
    let compaction = zip(topics, policies.compaction).flatMap { topic, answers in
      topic.noted.map { _ in answers.compaction }
    }
    return zip(readings, compaction).map { reading, compaction in
      var reading = reading
      reading.compaction = compaction
      return reading
    }
  }

  /// Topics that are gone.
  var errors: [LoadError] {
    presences.indices.filter { presences[$0].isGone }.map { LoadError.topicGone(topic: $0) }
  }

  func notes(_ readings: [PartitionReading]) -> [RunNote] {
    policies.notes
      + topics.indices.flatMap { index -> [RunNote] in
        let (topic, presence) = (topics[index], presences[index])
        guard topic.partitions > 0 else { return [] }
        let replaced = readings.filter { $0.topic == topic.name && $0.replacement != nil }
        var notes: [RunNote] = []
        if !replaced.isEmpty, !presence.isGone {
          notes.append(
            .logReplaced(
              topic: topic.name, partitions: replaced.map(\.partition), wasDeleted: presence.wasAbsent,
              isAccountedFor: replaced.allSatisfy { $0.unfinished == nil }))
        }
        if presence.mostPartitions > topic.partitions {
          notes.append(.partitionsAdded(topic: topic.name, from: topic.partitions, to: presence.mostPartitions))
        }
        return notes
      }
  }
}
