internal import CRdkafka

/// The brokers, topics and partitions of a cluster, as one of its brokers reports them.
package struct ClusterMetadata: Sendable, Equatable {
  package struct Broker: Sendable, Equatable {
    package var id: Int32
    /// `host:port` as the broker advertises itself.
    package var address: String
  }

  package struct Topic: Sendable, Equatable {
    package var name: String
    /// Nil if the topic can be used.
    package var error: KafkaError?
    package var partitions: [Partition]
  }

  package struct Partition: Sendable, Equatable {
    package var id: Int32
    /// The leader's broker ID; −1 while the partition has no leader.
    package var leader: Int32
    package var replicas: Int
    package var inSync: Int
  }

  package var brokers: [Broker]
  package var topics: [Topic]

  package func topic(_ name: String) -> Topic? { topics.first { $0.name == name } }
  package func address(of broker: Int32) -> String? { brokers.first { $0.id == broker }?.address }
}

extension ClientHandle {
  package enum MetadataScope: Sendable {
    /// One topic; on a consumer's handle it is not created.
    case topic(String)
    case brokersOnly
    case allTopics
  }

  /// The metadata from any broker; waits at most `timeout`.
  package func metadata(_ scope: MetadataScope, timeout: Duration) throws(KafkaError) -> ClusterMetadata {
    let answer = call(within: timeout) { [self] in
      Result { () throws(KafkaError) -> ClusterMetadata in try answeredMetadata(scope, timeout: timeout) }
    }
    guard let answer else { throw .timedOut }
    return try answer.get()
  }

  private func answeredMetadata(_ scope: MetadataScope, timeout: Duration) throws(KafkaError) -> ClusterMetadata {
    var topic: OpaquePointer?
    var all: Int32 = 0
    switch scope {
    case .topic(let name):
      topic = rd_kafka_topic_new(rk, name, nil)
      guard topic != nil else { throw KafkaError(rd_kafka_last_error()) }
    case .brokersOnly: break
    case .allTopics: all = 1
    }
    defer { if let topic { rd_kafka_topic_destroy(topic) } }
    var answer: UnsafePointer<rd_kafka_metadata>?
    let code = rd_kafka_metadata(rk, all, topic, &answer, timeout.milliseconds)
    guard code == RD_KAFKA_RESP_ERR_NO_ERROR, let answer else { throw KafkaError(code) }
    defer { rd_kafka_metadata_destroy(answer) }
    return ClusterMetadata(answer.pointee)
  }
}

extension ClientHandle {
  /// The cluster ID; nil if no broker reports it within `timeout`.
  package func clusterID(timeout: Duration) -> String? {
    let answer = call(within: timeout) { [self] () -> String? in
      guard let text = rd_kafka_clusterid(rk, timeout.milliseconds) else { return nil }
      defer { rd_kafka_mem_free(rk, text) }
      return String(cString: text)
    }
    return answer ?? nil
  }
}

extension ClusterMetadata {
  init(_ metadata: rd_kafka_metadata) {
    brokers = (0..<max(Int(metadata.broker_cnt), 0)).map {
      let broker = metadata.brokers[$0]
      return Broker(id: broker.id, address: "\(String(cString: broker.host)):\(broker.port)")
    }
    topics = (0..<max(Int(metadata.topic_cnt), 0)).map {
      let topic = metadata.topics[$0]
      return Topic(
        name: String(cString: topic.topic),
        error: topic.err == RD_KAFKA_RESP_ERR_NO_ERROR ? nil : KafkaError(topic.err),
        partitions: (0..<max(Int(topic.partition_cnt), 0)).map {
          let partition = topic.partitions[$0]
          return Partition(
            id: partition.id, leader: partition.leader, replicas: Int(partition.replica_cnt),
            inSync: Int(partition.isr_cnt))
        }.sorted { $0.id < $1.id })
    }
  }
}
