import Kafka
import Testing

/// The offsets that a group committed, as a client asks for them that is no member.
@Suite(.serialized) struct GroupOffsetTests {
  private static let partitions = (0..<3).map { TopicPartition(topic: "orders", partition: $0) }

  @Test func aGroupThatDoesNotExistHasCommittedNothing() throws {
    let cluster = try MockCluster()
    try cluster.createTopic("orders", partitions: 3)
    let handle = try ClientHandle.asking(ofGroup: "absent", settings(cluster.bootstrap))
    defer { handle.close() }
    let offsets = try handle.committedOffsets(in: Self.partitions, timeout: .seconds(5))
    #expect(offsets == [nil, nil, nil])
    #expect(try handle.committedOffsets(in: [], timeout: .seconds(5)) == [])
  }

  @Test func aBrokerThatDoesNotAnswerIsWaitedForNoLonger() throws {
    let server = try SilentServer()
    let handle = try ClientHandle.asking(ofGroup: "any", settings(server.address))
    defer { handle.close() }
    let time = milliseconds {
      #expect(throws: KafkaError.self) {
        try handle.committedOffsets(in: Self.partitions, timeout: .milliseconds(300))
      }
    }
    #expect(time < 3000)
  }

  @Test func aClientThatIsClosedAnswersNothing() throws {
    let cluster = try MockCluster()
    let handle = try ClientHandle.asking(ofGroup: "absent", settings(cluster.bootstrap))
    handle.close()
    #expect(throws: KafkaError.self) {
      try handle.committedOffsets(in: Self.partitions, timeout: .seconds(1))
    }
  }
}
