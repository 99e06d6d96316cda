internal import CRdkafka

/// One record in the client's memory, valid only during the call that passes it.
package struct RecordView {
  /// Index of the topic among those assigned.
  package let topic: Int
  package let partition: Int32
  package let offset: Int64
  /// Nil is Kafka's null.
  package let key: UnsafeRawBufferPointer?
  package let value: UnsafeRawBufferPointer?
  let message: UnsafeMutablePointer<rd_kafka_message_t>

  /// Passes each header's name and value to `body`, in order.
  package func forEachHeader(_ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer?) -> Void) {
    var headers: OpaquePointer?
    guard rd_kafka_message_headers(message, &headers) == RD_KAFKA_RESP_ERR_NO_ERROR, let headers else { return }
    var index = 0
    var name: UnsafePointer<CChar>?
    var value: UnsafeRawPointer?
    var size = 0
    while rd_kafka_header_get_all(headers, index, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR, let name {
      var length = 0
      while name[length] != 0 { length += 1 }
      body(
        UnsafeRawBufferPointer(start: name, count: length),
        value.map { UnsafeRawBufferPointer(start: $0, count: size) })
      index += 1
    }
  }
}

/// The end or the failure of a partition, as a consumer reports it beside the records.
package enum PartitionEvent: Sendable {
  /// Every visible record before `offset` has been handed out.
  case end(topic: Int, partition: Int32, offset: Int64)
  case failed(topic: Int, partition: Int32, KafkaError)
}

/// A consumer with manual assignment: it joins no group and commits nothing. Confined to one serial queue.
///
/// `@unchecked Sendable`: confined to that queue by its owner; librdkafka's handle may be used from any thread.
package final class Consumer: @unchecked Sendable {
  package let handle: ClientHandle
  private let records: OpaquePointer
  private let batch: UnsafeMutablePointer<UnsafeMutablePointer<rd_kafka_message_t>?>
  private static let batchSize = 4096
  private var topics: [String] = []
  /// librdkafka's handles of the topics seen so far, at most one for each topic.
  private var known: [(handle: OpaquePointer, topic: Int)] = []

  package init(_ settings: ClientSettings) throws(KafkaError) {
    handle = try ClientHandle(.consumer, settings)
    records = rd_kafka_queue_get_consumer(handle.rk)
    batch = .allocate(capacity: Self.batchSize)
    batch.initialize(repeating: nil, count: Self.batchSize)
  }

  deinit {
    rd_kafka_queue_destroy(records)
    handle.close()
    batch.deallocate()
  }

  /// Reads these partitions from these offsets from now on, and no others. `topics` gives topics their index.
  package func assign(_ partitions: [(partition: TopicPartition, offset: Int64)], topics: [String]) throws(KafkaError) {
    self.topics = topics
    known = []
    let list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t> =
      rd_kafka_topic_partition_list_new(Int32(partitions.count))
    defer { rd_kafka_topic_partition_list_destroy(list) }
    for (partition, offset) in partitions {
      rd_kafka_topic_partition_list_add(list, partition.topic, partition.partition).pointee.offset = offset
    }
    let code = rd_kafka_assign(handle.rk, list)
    guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { throw KafkaError(code) }
  }

  /// Hands out what has been fetched, one batch at most, without waiting; returns the number of records and events.
  package func poll(_ record: (RecordView) -> Void, event: (PartitionEvent) -> Void) -> Int {
    let count = rd_kafka_consume_batch_queue(records, 0, batch, Self.batchSize)
    guard count > 0 else { return 0 }
    for index in 0..<count {
      guard let message = batch[index] else { continue }
      // rd_kafka_destroy would wait for ever for a message that is not destroyed.
      defer { rd_kafka_message_destroy(message) }
      guard let topic = topic(of: message) else { continue }
      let (partition, offset) = (message.pointee.partition, message.pointee.offset)
      switch message.pointee.err {
      case RD_KAFKA_RESP_ERR_NO_ERROR:
        record(
          RecordView(
            topic: topic, partition: partition, offset: offset,
            key: message.pointee.key.map { UnsafeRawBufferPointer(start: $0, count: message.pointee.key_len) },
            value: message.pointee.payload.map { UnsafeRawBufferPointer(start: $0, count: message.pointee.len) },
            message: message))
      case RD_KAFKA_RESP_ERR__PARTITION_EOF: event(.end(topic: topic, partition: partition, offset: offset))
      case let code:
        let text = rd_kafka_message_errstr(message).map { String(cString: $0) }
        event(.failed(topic: topic, partition: partition, KafkaError(code, text: text)))
      }
    }
    return count
  }

  private func topic(of message: UnsafeMutablePointer<rd_kafka_message_t>) -> Int? {
    guard let handle = message.pointee.rkt else { return nil }
    for entry in known where entry.handle == handle { return entry.topic }
    let name = String(cString: rd_kafka_topic_name(handle))
    guard let topic = topics.firstIndex(of: name) else { return nil }
    known.append((handle, topic))
    return topic
  }
}
