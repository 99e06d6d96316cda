internal import Kafka
internal import Load

/// The circumstances that limit what a run can prove, as sentences.
enum NoteSentences {
  static func text(_ note: RunNote) -> String {
    switch note {
    case .idempotenceOff(let acks):
      "the producers are not idempotent (acks \(acks)): duplicates and reordering are counted, but do not fail the run"
    case .compacted(let topic):
      "topic \"\(topic)\" is compacted: a message that is not found may have been compacted away, and is not counted as lost"
    case .compactionUnknown(let topic, let error):
      "cannot read cleanup.policy of topic \"\(topic)\" (\(error.name)); grant DescribeConfigs on the topic: "
        + "without it, a message with a key that is not found cannot be counted as lost"
    case .created(let topic): "topic \"\(topic)\" was created by this run, and is not deleted"
    }
  }
}
