import Dispatch
import Kafka
import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests {
  /// No run hangs: each wait has a limit, and here it is reached.
  @Suite struct Deadlines {
    /// The broker goes away while a stage is sending: messages in flight are purged, reading is given up, and nothing is
    /// counted as lost.
    @Test func aStageAndAReadingThatAreGivenUp() throws {
      let mock = try MockCluster()
      var rehearsed = Rehearsed(stages: "[{name: s, rate: 500/s, duration: 60s}]", more: "verify: {within: 1s}")
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      rehearsed.limits.stageAtMost = 2_000_000_000
      rehearsed.limits.grace = 300_000_000
      DispatchQueue.global().asyncAfter(deadline: .now() + 1) { @Sendable in mock.stopBroker() }
      let (result, seconds) = try timed(rehearsed)
      #expect(seconds < 20)
      #expect(result.problems.map(\.code) == ["inconclusive.stage-too-long", "inconclusive.reading-given-up"])
      #expect(result.exits.first == .inconclusive || result.exits.first == .infrastructure)
      let stage = try result.stage("s")
      #expect(stage.send[.unsent] > 0)
      #expect(stage.read?[.lost] == 0)
      #expect(CountIdentity.violations(send: stage.send, read: stage.read) == [])
    }

    /// The embedded broker takes no more than it can hold until that is read, and it is not: the stage is ended with the reason.
    @Test func aStageThatTheEmbeddedBrokerHoldsUp() throws {
      let mock = try MockCluster()
      var rehearsed = Rehearsed(
        """
        version: 1
        name: test
        cluster: {brokers: embedded}
        topics: {t: {partitions: 1}}
        templates: {m: {value: "{{seq}}", size: 500kB}}
        stages: [{name: s, rate: 20/s, duration: 60s}]
        verify: {within: 1s}
        """)
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      rehearsed.limits.held = 1_000_000_000
      rehearsed.limits.grace = 300_000_000
      DispatchQueue.global().asyncAfter(deadline: .now() + 4) { @Sendable in mock.stopBroker() }
      let (result, seconds) = try timed(rehearsed)
      #expect(seconds < 30)
      #expect(
        result.problems.first?.message
          == "stage \"s\" was ended: the embedded broker took nothing for 1 s, since what it holds was not read")
      #expect(result.problems.first?.code == "inconclusive.stage-too-long")
      let stage = try result.stage("s")
      #expect(stage.send[.unsent] > 0)
      #expect(stage.read?[.lost] == 0)
      #expect(CountIdentity.violations(send: stage.send, read: stage.read) == [])
    }

    /// A stop while the cluster is away: the client's queue is purged after a grace period, and reading has its own.
    @Test func aStopWhileTheClusterIsAway() throws {
      let mock = try MockCluster()
      var rehearsed = Rehearsed(stages: "[{name: s, rate: 500/s, duration: 60s}]")
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      rehearsed.limits.grace = 300_000_000
      rehearsed.limits.afterStop = 1_000_000_000
      let stop = rehearsed.stop
      DispatchQueue.global().asyncAfter(deadline: .now() + 1) { @Sendable in
        mock.stopBroker()
        stop.stop(.terminate)
      }
      let (result, seconds) = try timed(rehearsed)
      #expect(seconds < 20)
      #expect(result.exits.first == .terminated)
      #expect(result.verdict == .aborted)
      let stage = try result.stage("s")
      #expect(stage.verdict == .aborted)
      #expect(stage.read?[.lost] == 0)
    }

    @Test func aPartitionWithoutALeader() throws {
      let mock = try MockCluster()
      try mock.createTopic("orders", partitions: 3)
      mock.setLeader(of: 1, topic: "orders", to: -1)
      var rehearsed = Rehearsed(stages: "[{name: s, count: 10}]")
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      let (result, seconds) = try timed(rehearsed)
      #expect(seconds < 10)
      #expect(result.exits == [.infrastructure])
      #expect(result.problems.map(\.code) == ["infrastructure.no-leader"])
      #expect(result.problems.first?.message.hasPrefix("orders[1] has had no leader for 8 s") == true)
    }

    private func timed(_ rehearsed: Rehearsed) throws -> (RunResult, Double) {
      let clock = ContinuousClock()
      let begun = clock.now
      let result = try rehearsed.run(in: try Folder())
      return (result, (clock.now - begun) / .seconds(1))
    }
  }
}
