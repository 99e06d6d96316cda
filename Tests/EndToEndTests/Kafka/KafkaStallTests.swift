import Glibc
import Testing

extension EndToEndTests.OnKafka {
  /// A broker that answers nothing for half a second, and a client whose queue is full after the first 50 milliseconds of that.
  /// A latency that counts from the send leaves out the messages that could not be sent meanwhile; one that counts from their
  /// due time does not.
  @Suite struct Stalls {
    @Test func isInTheLatencyThatCountsFromTheDueTime() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("stalled", partitions: 1)
      let broker = cluster.brokers[0]
      let folder = try Folder()
      let program = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: "stalled", stages: "[{name: s, rate: 1k/s, duration: 3s}]",
        client: ["queue.buffering.max.messages": "50", "linger.ms": "1"]
      ).start(in: folder)
      defer { broker.resume() }
      let stored = "\(broker.data)/stalled-0/00000000000000000000.log"
      try #require(eventually(within: 20) { size(of: stored) > 20_000 }, "nothing was sent")
      let clock = ContinuousClock()
      let stopped = clock.measure {
        broker.pause()
        usleep(500_000)
        broker.resume()
      }
      let stall = Double(stopped.components.attoseconds) / 1e15 + Double(stopped.components.seconds) * 1000
      let ended = try program.wait(deadline: 60)
      let stage = try #require(try folder.stages().first, "\(ended.output)\(ended.errors)")
      #expect(try stage.count("found") == 3000)
      #expect(try stage.count("lost") == 0)
      func number(_ column: String) throws -> Double { try #require(Double(stage[column]), "\(column)") }
      // A sixth of all messages was due during the stall, the last of the tenth that waited longest 200 ms before its end; of
      // a full queue, one in sixty was sent before it.
      #expect(try number("ack_latency_max_ms") > 450)
      #expect(try number("ack_latency_p90_ms") > 100)
      #expect(try number("service_latency_p90_ms") < number("ack_latency_p90_ms") / 2)
      // Without any stall it is some milliseconds. Only a machine that is stalled itself makes it much longer.
      #expect(try number("ack_gap_max_ms") > 450)
      #expect(try number("ack_gap_max_ms") < stall + 1500)
      #expect(try number("queue_full_s") > 0.3)
    }

    private func size(of path: String) -> Int {
      var status = stat()
      return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
  }
}
