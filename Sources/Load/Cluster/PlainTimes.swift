internal import Kafka
internal import Scenarios

// For this folder and Reading, which still count nanoseconds and milliseconds in plain numbers.
extension RunClock {
  /// Nanoseconds since the start.
  func now() -> Int64 { time.count }
}

extension Int64 {
  static let second: Int64 = 1_000_000_000
  static let millisecond: Int64 = 1_000_000
}

extension ClientHandle {
  func metadata(_ scope: MetadataScope, milliseconds: Int32) throws(KafkaError) -> ClusterMetadata {
    try metadata(scope, timeout: .milliseconds(milliseconds))
  }

  func clusterID(milliseconds: Int32) -> String? { clusterID(timeout: .milliseconds(milliseconds)) }

  func offsets(
    _ question: OffsetQuestion, of partitions: [TopicPartition], milliseconds: Int32
  ) -> [Result<Int64, KafkaError>] {
    offsets(question, of: partitions, timeout: .milliseconds(milliseconds))
  }

  func createTopic(
    _ name: String, partitions: Int, replication: Int?, milliseconds: Int32, onlyValidate: Bool = false
  ) throws(KafkaError) {
    try createTopic(
      name, partitions: partitions, replication: replication, timeout: .milliseconds(milliseconds),
      onlyValidate: onlyValidate)
  }

  func topicSettings(_ name: String, milliseconds: Int32) throws(KafkaError) -> [String: String] {
    try topicSettings(name, timeout: .milliseconds(milliseconds))
  }
}
