internal import CRdkafka

extension ClientHandle {
  /// A client that asks what a consumer group has committed, by `committedOffsets`. It subscribes to nothing, and so does not join.
  ///
  /// It has the group as its own, because the request for the commits of any group (`ListConsumerGroupOffsets`) ends the process where
  /// the coordinator goes: on a client without a group by confluentinc/librdkafka#5040, on every client by #5397.
  package static func asking(ofGroup name: String, _ settings: ClientSettings) throws(KafkaError) -> ClientHandle {
    var settings = settings
    settings["group.id"] = name
    return try prober(settings)
  }

  /// The offset that the client's group committed in each of these partitions, nil where it committed none; waits at most `timeout` for
  /// its coordinator. A group that does not exist has committed nothing. Needs Describe on the group and on the topics.
  package func committedOffsets(
    in partitions: [TopicPartition], timeout: Duration
  ) throws(KafkaError) -> [Int64?] {
    guard !partitions.isEmpty else { return [] }
    let answer = call(within: timeout) { [self] in
      Result { () throws(KafkaError) -> [Int64?] in try answeredCommits(in: partitions, timeout: timeout) }
    }
    guard let answer else { throw .timedOut }
    return try answer.get()
  }

  private func answeredCommits(in partitions: [TopicPartition], timeout: Duration) throws(KafkaError) -> [Int64?] {
    let list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t> =
      rd_kafka_topic_partition_list_new(Int32(partitions.count))
    defer { rd_kafka_topic_partition_list_destroy(list) }
    for partition in partitions {
      rd_kafka_topic_partition_list_add(list, partition.topic, partition.partition)
    }
    let code = rd_kafka_committed(rk, list, timeout.milliseconds)
    guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { throw KafkaError(code) }
    var offsets: [Int64?] = []
    for partition in partitions {
      guard let answer = rd_kafka_topic_partition_list_find(list, partition.topic, partition.partition) else {
        throw KafkaError(RD_KAFKA_RESP_ERR__BAD_MSG)
      }
      guard answer.pointee.err == RD_KAFKA_RESP_ERR_NO_ERROR else { throw KafkaError(answer.pointee.err) }
      offsets.append(answer.pointee.offset >= 0 ? answer.pointee.offset : nil)
    }
    return offsets
  }
}
