internal import CRdkafka
internal import Dispatch

/// librdkafka's mock cluster: one broker in this process, for trying a scenario and for tests with scripted faults. It keeps
/// 5 MiB of records per partition and no producer state.
///
/// `@unchecked Sendable`: the mock passes every call on to its own thread; the pointers never change.
package final class MockCluster: @unchecked Sendable {
  /// The bytes that one partition may hold in flight and unread together, including the overhead of each record; the mock
  /// drops its oldest records at 5 MiB.
  package static let boundPerPartition = 4 << 20
  /// The bytes of records that the mock keeps in a partition. If a new batch makes it drop all that it had, the mock takes the
  /// new one for dropped as well, and it can never be read: two batches in a row must be within this limit.
  package static let keptPerPartition = 5 << 20
  package static let overheadPerRecord = 140

  private let owner: ClientHandle
  private let cluster: OpaquePointer

  /// A running cluster; more than one broker is for tests.
  package init(brokers: Int = 1) throws(KafkaError) {
    var settings = ClientSettings()
    // The mock's sockets take their options from this handle: with Nagle's algorithm, responses are delayed by 40 ms.
    settings["socket.nagle.disable"] = "true"
    settings["log_level"] = "0"
    owner = try ClientHandle(.producer, settings)
    guard let made = rd_kafka_mock_cluster_new(owner.rk, Int32(clamping: brokers)) else {
      throw KafkaError(RD_KAFKA_RESP_ERR__FAIL)
    }
    cluster = made
  }

  /// Destroys the cluster in the background, because it takes up to a second. Its clients must be closed before.
  deinit {
    nonisolated(unsafe) let cluster = cluster
    let owner = owner
    DispatchQueue(label: "rehearse.destroy").async { @Sendable in
      rd_kafka_mock_cluster_destroy(cluster)
      owner.close()
    }
  }

  /// `host:port`
  package var bootstrap: String { String(cString: rd_kafka_mock_cluster_bootstraps(cluster)) }

  package func createTopic(_ name: String, partitions: Int) throws(KafkaError) {
    let code = rd_kafka_mock_topic_create(cluster, name, Int32(clamping: partitions), 1)
    guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { throw KafkaError(code) }
  }

  // MARK: Scripted faults

  /// A kind of request that can be answered with an error; the raw values are Kafka's API keys.
  package enum Request: Int16, Sendable {
    case produce = 0
    case fetch = 1
    case listOffsets = 2
    case metadata = 3
  }

  /// Answers the next requests of this kind with these codes (`rd_kafka_resp_err_t`), one after another.
  package func push(_ codes: [Int32], to request: Request) {
    var errors = codes.map { rd_kafka_resp_err_t($0) }
    rd_kafka_mock_push_request_errors_array(cluster, request.rawValue, errors.count, &errors)
  }

  /// Sets the round trip of every broker from now on.
  package func setRoundTrip(_ time: Duration) {
    rd_kafka_mock_broker_set_rtt(cluster, -1, time.milliseconds)
  }

  /// Stops a broker; brokers are numbered from 1.
  package func stopBroker(_ broker: Int32 = 1) { rd_kafka_mock_broker_set_down(cluster, broker) }
  package func setLeader(of partition: Int32, topic: String, to broker: Int32) {
    rd_kafka_mock_partition_set_leader(cluster, topic, partition, broker)
  }
}
