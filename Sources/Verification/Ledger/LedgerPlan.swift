package import Scenarios

/// The facts about a run that its ledger needs before it begins.
package struct LedgerPlan: Sendable {
  package struct Topic: Sendable {
    package var name: String
    package var partitions: Int
    /// The index of its first partition when those of all topics are counted through.
    package var base: Int
    /// The stage whose row carries the topic's foreign records; nil for a topic that no stage sends to.
    package var firstStage: Int?
  }

  package struct Stage: Sendable {
    /// Nil for a stage that sends to no topic.
    package var topic: Int?
    package var producers: Int
    /// Sequences are below this; a record that claims another is not believed.
    package var sequenceLimit: UInt64
    package var hasKeys: Bool

    package init(topic: Int?, producers: Int, sequenceLimit: UInt64, hasKeys: Bool) {
      self.topic = topic
      self.producers = producers
      self.sequenceLimit = sequenceLimit
      self.hasKeys = hasKeys
    }
  }

  package let topics: [Topic]
  package let stages: [Stage]
  package let partitionCount: Int
  package let order: Verify.Order
  /// With order per key, the most keys that are remembered.
  package let keyLimit: Int
  /// The reader sees records of aborted transactions, because it asks for uncommitted ones.
  package let showsAborted: Bool

  package init(
    topics: [(name: String, partitions: Int)], stages: [Stage], order: Verify.Order = .perPartition,
    keyLimit: Int = KeyOrder.usualLimit, showsAborted: Bool = false
  ) {
    self.order = order
    self.keyLimit = keyLimit
    self.showsAborted = showsAborted
    var base = 0
    self.topics = topics.enumerated().map { index, topic in
      defer { base += topic.partitions }
      return Topic(
        name: topic.name, partitions: topic.partitions, base: base,
        firstStage: stages.firstIndex { $0.topic == index })
    }
    self.stages = stages
    partitionCount = base
  }

  /// The partitions that a stage sends to, by their indices among all; none for a stage that sends to no topic.
  package func partitions(ofStage stage: Int) -> Range<Int> {
    guard let topic = stages[stage].topic else { return 0..<0 }
    return topics[topic].base..<topics[topic].base + topics[topic].partitions
  }

  /// The topic and the number in it of the partition at `index` of all.
  package func partition(at index: Int) -> (topic: Int, partition: Int32) {
    let topic = topics.lastIndex { $0.base <= index && $0.partitions > 0 } ?? 0
    return (topic, Int32(index - topics[topic].base))
  }
}
