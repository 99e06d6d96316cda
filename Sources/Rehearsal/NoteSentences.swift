internal import Kafka
internal import Load

/// What weakens a run's proof, as sentences.
enum NoteSentences {
  static func text(_ note: RunNote) -> String {
    switch note {
    case .idempotenceOff(let acks):
      "the producers are not idempotent (acks \(acks)): duplicates and reordering are counted, but break nothing"
    case .compacted(let topic):
      "topic \"\(topic)\" is compacted: a message that is not found there may have been replaced, and is not called lost"
    case .compactionUnknown(let topic, let error):
      "cleanup.policy of topic \"\(topic)\" cannot be asked for (\(error.name)); grant DescribeConfigs on the topic, "
        + "for without it a keyed message that is not found cannot be called lost"
    case .created(let topic): "topic \"\(topic)\" was created by this run, and stays"
    }
  }
}
