import Kafka
import Testing

/// The clients with librdkafka's threads, on the mock cluster or on a socket that does not answer.
@Suite(.serialized) struct BrokerTests {
  private static let topic = "orders"

  private static func cluster(partitions: Int = 1) throws -> MockCluster {
    let cluster = try MockCluster()
    try cluster.createTopic(topic, partitions: partitions)
    return cluster
  }

  private static func producer(
    _ address: String, _ more: KeyValuePairs<String, String> = [:], capacity: Int = 16
  ) throws -> Producer {
    try Producer(settings(address, more), topic: topic, headerName: "rehearse", capacity: capacity)
  }

  // MARK: Sending and reading

  @Test func whatIsSentIsReadBackByteForByte() throws {
    let all = (0...255).map { UInt8($0) }
    let messages = [
      Message(key: [107], value: [118]), Message(key: nil, value: [118]), Message(key: [], value: [118]),
      Message(key: [107], value: nil), Message(key: [107], value: []), Message(key: nil, value: nil),
      Message(key: all, value: Array(repeating: all, count: 200).flatMap { $0 }),
    ]
    let cluster = try Self.cluster()
    let producer = try Self.producer(cluster.bootstrap)
    let before = MonotonicClock.now()
    for (token, message) in messages.enumerated() {
      #expect(producer.send(message, header: [UInt8(token), 0, 255], token: token) == .queued)
    }
    let reports = producer.reports(messages.count)
    #expect(reports.map(\.token) == Array(messages.indices))
    #expect(reports.map(\.status) == messages.map { _ in .persisted })
    #expect(reports.map(\.code) == messages.map { _ in 0 })
    #expect(reports.map(\.partition) == messages.map { _ in 0 })
    #expect(reports.map(\.offset) == messages.indices.map { Int64($0) })
    #expect(reports.allSatisfy { before < $0.answeredAt && $0.answeredAt < MonotonicClock.now() })
    #expect(producer.isIdle)

    let consumer = try Consumer(settings(cluster.bootstrap))
    try consumer.assign([(TopicPartition(topic: Self.topic, partition: 0), 0)], topics: [Self.topic])
    let (records, end) = consumer.readToEnd()
    #expect(end == Int64(messages.count))
    #expect(records.map(\.offset) == messages.indices.map { Int64($0) })
    for (token, message) in messages.enumerated() where token < records.count {
      var sent = message
      sent.headers = [Message.Header(name: "rehearse", value: [UInt8(token), 0, 255])]
      #expect(records[token].message == sent, "message \(token)")
    }
  }

  @Test func readingBeginsAtTheAssignedOffset() throws {
    let cluster = try Self.cluster()
    let producer = try Self.producer(cluster.bootstrap)
    for token in 0..<5 { _ = producer.send(Message(value: [UInt8(token)]), token: token) }
    #expect(producer.reports(5).count == 5)
    let consumer = try Consumer(settings(cluster.bootstrap))
    try consumer.assign([(TopicPartition(topic: Self.topic, partition: 0), 3)], topics: [Self.topic])
    #expect(consumer.readToEnd().records.map(\.offset) == [3, 4])
  }

  @Test func anOffsetOutOfRangeIsAnErrorAndNotReset() throws {
    let cluster = try Self.cluster()
    let consumer = try Consumer(settings(cluster.bootstrap))
    try consumer.assign([(TopicPartition(topic: Self.topic, partition: 0), 7)], topics: [Self.topic])
    var fault: KafkaError?
    let isTold = eventually {
      _ = consumer.poll({ _ in }) { if case .failed(0, 0, let error) = $0 { fault = error } }
      return fault != nil
    }
    #expect(isTold)
    #expect(fault?.isOutOfRange == true)
  }

  // MARK: Refused messages

  @Test(arguments: [(10, "MSG_SIZE_TOO_LARGE"), (87, "INVALID_RECORD")])
  func aFinalErrorConcernsThatMessageAlone(_ code: Int32, _ name: String) throws {
    let cluster = try Self.cluster()
    let producer = try Self.producer(cluster.bootstrap)
    cluster.push([code], to: .produce)
    #expect(producer.send(Message(value: [0]), token: 3) == .queued)
    let refused = producer.reports(1)
    #expect(refused.map(\.token) == [3])
    #expect(refused.map(\.status) == [.notPersisted])
    #expect(refused.map { KafkaError(code: $0.code).name } == [name])
    #expect(producer.send(Message(value: [1]), token: 4) == .queued)
    let taken = producer.reports(1)
    #expect(taken.map(\.status) == [.persisted])
    #expect(taken.map(\.offset) == [0])
  }

  /// After an authorization error the client refuses later messages itself. librdkafka frees headers that it has made itself
  /// twice in that case: this test then does not fail, it crashes.
  @Test func anAuthorizationErrorRefusesLaterMessages() throws {
    let cluster = try Self.cluster()
    let producer = try Self.producer(cluster.bootstrap)
    cluster.push([29], to: .produce)
    #expect(producer.send(Message(value: [0]), token: 0) == .queued)
    let refused = producer.reports(1)
    #expect(refused.map(\.status) == [.notPersisted])
    #expect(refused.map(\.code) == [29])
    let results = (0..<100).map { _ in producer.send(Message(key: [1], value: [2]), token: 1) }
    #expect(results == Array(repeating: .refused(code: 29), count: 100))
  }

  @Test func aFullQueueAcceptsNothingUntilItsReportsAreTaken() throws {
    let cluster = try Self.cluster()
    cluster.stopBroker()
    let producer = try Self.producer(cluster.bootstrap, ["queue.buffering.max.messages": "4"])
    let results = (0..<6).map { producer.send(Message(value: [0]), token: $0) }
    #expect(results == [.queued, .queued, .queued, .queued, .full, .full])
    producer.purge()
    #expect(producer.reports(4).count == 4)
    #expect(producer.send(Message(value: [0]), token: 0) == .queued)
  }

  @Test func whatTheClientItselfRefuses() throws {
    let cluster = try Self.cluster(partitions: 2)
    let producer = try Self.producer(cluster.bootstrap, ["message.max.bytes": "1000"])
    _ = try producer.handle.metadata(.topic(Self.topic), timeout: .seconds(5))
    #expect(producer.send(Message(value: Array(repeating: 0, count: 1001)), token: 0) == .refused(code: 10))
    #expect(producer.send(Message(value: [0]), to: 2, token: 0) == .refused(code: -190))
    #expect(producer.isIdle)
    #expect(producer.send(Message(value: [0]), to: 1, token: 0) == .queued)
    #expect(producer.reports(1).map(\.partition) == [1])
  }

  @Test func aMessagePurgedFromTheQueueIsCertainlyNotStored() throws {
    let cluster = try Self.cluster()
    cluster.stopBroker()
    let producer = try Self.producer(cluster.bootstrap)
    for token in 0..<10 { #expect(producer.send(Message(value: [0]), token: token) == .queued) }
    #expect(producer.outstanding >= 10)
    producer.purge()
    let reports = producer.reports(10)
    #expect(reports.map(\.token) == Array(0..<10))
    #expect(reports.allSatisfy { $0.status == .notPersisted && KafkaError(code: $0.code).isTakenBack })
    #expect(producer.isIdle)
  }

  @Test func aMessagePurgedInFlightIsPossiblyStored() throws {
    let cluster = try Self.cluster()
    let producer = try Self.producer(cluster.bootstrap, ["debug": "msg"])
    _ = producer.send(Message(value: [0]), token: 0)
    #expect(producer.reports(1).map(\.status) == [.persisted])
    // The mock stores it at once and responds in a minute.
    cluster.setRoundTrip(.seconds(60))
    _ = producer.send(Message(value: [0]), token: 1)
    var isOnTheWire = false
    let isSent = eventually {
      producer.serve(
        { event in if case .log(_, "PRODUCE", _) = event { isOnTheWire = true } }, delivered: { _ in })
      return isOnTheWire
    }
    #expect(isSent)
    producer.purge()
    let reports = producer.reports(1)
    #expect(reports.map(\.token) == [1])
    #expect(reports.map(\.status) == [.possiblyPersisted])
    #expect(reports.map { KafkaError(code: $0.code).name } == ["_PURGE_INFLIGHT"])
  }

  // MARK: Offsets and metadata

  @Test func offsetsOfEachPartition() throws {
    let cluster = try Self.cluster(partitions: 2)
    let prober = try ClientHandle.prober(settings(cluster.bootstrap))
    let places = [TopicPartition(topic: Self.topic, partition: 1), TopicPartition(topic: Self.topic, partition: 0)]
    let producer = try Self.producer(cluster.bootstrap)
    for token in 0..<3 { _ = producer.send(Message(value: [0]), to: 1, token: token) }
    #expect(producer.reports(3).count == 3)
    #expect(try prober.offsets(.end, of: places, timeout: .seconds(5)).map { try $0.get() } == [3, 0])
    #expect(try prober.offsets(.beginning, of: places, timeout: .seconds(5)).map { try $0.get() } == [0, 0])
    #expect(prober.offsets(.end, of: [], timeout: .seconds(5)).isEmpty)
  }

  @Test func aPartitionThatDoesNotExistHasNoOffset() throws {
    let cluster = try Self.cluster()
    let prober = try ClientHandle.prober(settings(cluster.bootstrap))
    let answers = prober.offsets(
      .end, of: [TopicPartition(topic: Self.topic, partition: 9)], timeout: .seconds(1))
    #expect(throws: KafkaError.self) { try answers[0].get() }
  }

  @Test func metadataOfACluster() throws {
    let cluster = try Self.cluster(partitions: 3)
    let prober = try ClientHandle.prober(settings(cluster.bootstrap))
    let said = try prober.metadata(.topic(Self.topic), timeout: .seconds(5))
    #expect(said.brokers.map(\.id) == [1])
    #expect(said.address(of: 1) == cluster.bootstrap)
    #expect(said.address(of: 2) == nil)
    let topic = try #require(said.topic(Self.topic))
    #expect(topic.error == nil)
    #expect(topic.partitions.map(\.id) == [0, 1, 2])
    #expect(topic.partitions.allSatisfy { $0.leader == 1 && $0.replicas == 1 && $0.inSync == 1 })
    #expect(said.topics.count == 1)
    #expect(try prober.metadata(.allTopics, timeout: .seconds(5)).topics.map(\.name) == [Self.topic])
  }

  // MARK: No answer

  @Test(arguments: ["refuses", "accepts and is silent"])
  func aRequestEndsAtItsTimeout(_ behaviour: String) throws {
    let server = try SilentServer()
    let address = behaviour == "refuses" ? try SilentServer.unusedAddress() : server.address
    let prober = try ClientHandle.prober(settings(address))
    var fault: KafkaError?
    let asking = milliseconds {
      do throws(KafkaError) { _ = try prober.metadata(.brokersOnly, timeout: .milliseconds(300)) } catch {
        fault = error
      }
    }
    #expect(fault?.isInfrastructure == true)
    #expect(asking < 2000)
    var answers: [Result<Int64, KafkaError>] = []
    let probing = milliseconds {
      answers = prober.offsets(.end, of: [TopicPartition(topic: "orders", partition: 0)], timeout: .milliseconds(300))
    }
    #expect(throws: KafkaError.self) { try answers[0].get() }
    #expect(probing < 2000)
  }

  @Test func aRefusedConnectionIsReported() throws {
    let prober = try ClientHandle.prober(settings(SilentServer.unusedAddress()))
    var errors: [KafkaError] = []
    let isTold = eventually {
      prober.serve { if case .error(let error) = $0 { errors.append(error) } }
      return errors.contains(where: \.isAllBrokersDown)
    }
    #expect(isTold)
    #expect(errors.contains { $0.kind == .transport && $0.text.contains("Connection refused") })
  }

  @Test func clientsOfASilentBrokerAreClosedInTime() throws {
    let server = try SilentServer()
    let producer = try Self.producer(server.address)
    for token in 0..<3 { #expect(producer.send(Message(value: [0]), token: token) == .queued) }
    let consumer = try Consumer(settings(server.address))
    try consumer.assign([(TopicPartition(topic: Self.topic, partition: 0), 0)], topics: [Self.topic])
    let prober = try ClientHandle.prober(settings(server.address))
    for (name, handle) in [("producer", producer.handle), ("consumer", consumer.handle), ("prober", prober)] {
      let closing = milliseconds { handle.close() }
      #expect(closing < 6000, "\(name)")
      // Closing again does nothing.
      #expect(milliseconds { handle.close() } < 100, "\(name)")
    }
  }
}
