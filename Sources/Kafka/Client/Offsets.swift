internal import CRdkafka

/// One partition of one topic.
package struct TopicPartition: Sendable, Hashable {
  package var topic: String
  package var partition: Int32

  package init(topic: String, partition: Int32) {
    self.topic = topic
    self.partition = partition
  }
}

extension ClientHandle {
  package enum OffsetQuestion: Int64, Sendable {
    /// The high watermark, or the last stable offset: by this handle's `isolation.level`.
    case end = -1
    case beginning = -2
  }

  /// Requests an offset of each partition from the partitions' leader, and waits at most `timeout`. It uses
  /// `rd_kafka_offsets_for_times`, because the watermark query does not keep its timeout when the leader has stopped. Pass
  /// only partitions of one leader: a leader that does not answer would also hold up the answers of the others.
  package func offsets(
    _ question: OffsetQuestion, of partitions: [TopicPartition], timeout: Duration
  ) -> [Result<Int64, KafkaError>] {
    call(within: timeout) { [self] in answeredOffsets(question, of: partitions, timeout: timeout) }
      ?? partitions.map { _ in .failure(.timedOut) }
  }

  private func answeredOffsets(
    _ question: OffsetQuestion, of partitions: [TopicPartition], timeout: Duration
  ) -> [Result<Int64, KafkaError>] {
    let list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t> =
      rd_kafka_topic_partition_list_new(Int32(partitions.count))
    defer { rd_kafka_topic_partition_list_destroy(list) }
    for partition in partitions {
      rd_kafka_topic_partition_list_add(list, partition.topic, partition.partition).pointee.offset = question.rawValue
    }
    let code = rd_kafka_offsets_for_times(rk, list, timeout.milliseconds)
    return partitions.map { partition in
      guard let answer = rd_kafka_topic_partition_list_find(list, partition.topic, partition.partition) else {
        return .failure(.timedOut)
      }
      guard answer.pointee.err == RD_KAFKA_RESP_ERR_NO_ERROR else { return .failure(KafkaError(answer.pointee.err)) }
      guard code == RD_KAFKA_RESP_ERR_NO_ERROR, answer.pointee.offset >= 0 else {
        return .failure(code == RD_KAFKA_RESP_ERR_NO_ERROR ? .timedOut : KafkaError(code))
      }
      return .success(answer.pointee.offset)
    }
  }
}
