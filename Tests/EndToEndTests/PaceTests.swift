import Diagnostics
import Kafka
import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests {
  /// A rate that was not kept: the exit code is 21 if this machine was too slow, 11 if the cluster was. Both stages ask for an
  /// impossible rate, so that the result does not depend on how busy this machine is.
  @Suite struct Paces {
    /// 50,000 messages in a millisecond, and the client's queue accepts all of them: only this machine is slow.
    @Test func aRateThatNoMachineReaches() throws {
      let folder = try Folder()
      let ended = try KafkaScenario(
        brokers: "embedded", topic: "orders", stages: "[{name: s, rate: 50M/s, duration: 1ms}]", partitions: 4
      ).run(in: folder)
      #expect(ended.code == 21, "\(ended.output)\(ended.errors)")
      #expect(ended.lastLine.hasPrefix("result: INCONCLUSIVE verification=0 expectations=0 inconclusive=1 "))
      #expect(ended.output.contains("this machine was too slow to send at that rate"))
      let stage = try #require(try folder.stages().first)
      #expect(stage["limited_by"] == "generator")
      #expect(try stage.count("found") == 50_000)
    }

    /// A cluster that responds after 100 ms, and a queue of 20 messages: at most 200/s, however fast this machine is.
    @Test func aRateThatTheClusterDoesNotTake() throws {
      let mock = try MockCluster()
      mock.setRoundTrip(.milliseconds(100))
      var rehearsed = Rehearsed(stages: "[{name: s, rate: 2k/s, duration: 100ms}]")
      let start = SourcePosition(line: 1, column: 1)
      let queue = ClientProperty(
        name: "queue.buffering.max.messages", value: "20", range: SourceRange(start: start, end: start))
      rehearsed.connection = ClusterConnection(embedded: mock, [queue])
      let result = try rehearsed.run(in: try Folder())
      let stage = try result.stage("s")
      #expect(stage.limitedBy == .cluster)
      #expect(stage.broken == [.rateKept])
      #expect(stage.read?[.found] == 200)
      #expect(result.exits == [.expectationFailed])
    }
  }
}
