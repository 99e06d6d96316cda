import Diagnostics
import Dispatch
import Kafka
import Load
import Scenarios
import Synchronization
import Testing
import Verification

extension EndToEndTests {
  /// Clusters that cannot be reached, are incomplete, or are used by other runs; each wait has a limit, and here it is reached.
  @Suite struct Clusters {
    private func ended(_ brokers: String, _ check: (Program.Ended) throws -> Void) throws {
      let folder = try Folder()
      let ended = try Program.run(
        [
          "run", .repository("Scenarios/quickstart.yaml"), "--brokers", brokers, "--report-dir",
          folder.path("Reports"),
        ], in: folder, deadline: 10)
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      try check(ended)
      #expect(try folder.report("quickstart", "junit.xml").contains("infrastructure."))
      #expect(try folder.report("quickstart", "stages.csv").contains(",steady,1,skipped,"))
    }

    @Test func aPortWhereNothingListens() throws {
      try ended("127.0.0.1:9") { ended in
        #expect(
          ended.output.contains("cannot reach 127.0.0.1:9 (Connect to ipv4#127.0.0.1:9 failed: Connection refused)"))
      }
    }

    @Test func aBrokerThatAcceptsAndNeverAnswers() throws {
      let silent = try SilentServer()
      try ended(silent.address) { ended in
        #expect(ended.output.contains("no answer from \(silent.address) within "))
      }
    }

    @Test func aHostThatCannotBeResolved() throws {
      try ended("nowhere.invalid:9092") { ended in
        #expect(ended.output.contains("cannot resolve the host of nowhere.invalid:9092"))
      }
    }

    /// A common mistake in advertised.listeners: the bootstrap address answers, the leader's does not.
    @Test func aLeaderThatCannotBeReached() throws {
      let mock = try MockCluster(brokers: 2)
      try mock.createTopic("orders", partitions: 3)
      for partition in 0..<3 { mock.setLeader(of: Int32(partition), topic: "orders", to: 2) }
      mock.stopBroker(2)
      var rehearsed = Rehearsed(stages: "[{name: s, count: 10}]")
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      let clock = ContinuousClock()
      let begun = clock.now
      let result = try rehearsed.run(in: try Folder())
      #expect(clock.now - begun < .seconds(10))
      #expect(result.exits == [.infrastructure])
      let problem = try #require(result.problems.first)
      #expect(problem.code == "infrastructure.leader-unreachable")
      let addresses = mock.bootstrap.split(separator: ",")
      #expect(problem.message.hasPrefix("\(mock.bootstrap) answers, but the leader of orders["))
      #expect(problem.message.contains("broker 2 at \(addresses[1])"))
    }

    @Test func aTopicThatMayNotBeCreated() throws {
      var rehearsed = Rehearsed(
        """
        version: 1
        name: test
        cluster: {brokers: embedded}
        topics: {orders: {create: never}}
        templates: {m: {value: a}}
        stages: [{name: s, count: 10}]
        """)
      let mock = try MockCluster()
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      let result = try rehearsed.run(in: try Folder())
      #expect(result.exits == [.infrastructure])
      #expect(result.problems.map(\.code) == ["infrastructure.topic-missing"])
      #expect(result.problems.first?.position == SourcePosition(line: 4, column: 10))
    }

    /// The embedded broker gives a topic that is left to it one partition where the scenario states none.
    @Test func aPartitionThatALeftTopicDoesNotHave() throws {
      for (partition, isThere) in [(0, true), (1, false)] {
        let result = try Rehearsed(
          """
          version: 1
          name: test
          cluster: {brokers: embedded}
          topics: {left: {create: by-broker}}
          templates: {m: {value: a}}
          stages: [{name: s, count: 10, partition: \(partition)}]
          """
        ).run(in: try Folder())
        #expect(result.exits.first == (isThere ? .passed : .infrastructure))
        #expect(result.problems.map(\.code) == (isThere ? [] : ["infrastructure.partition-missing"]))
        #expect(try result.stage("s").send[.sent] == (isThere ? 10 : 0))
      }
    }

    @Test func anotherNumberOfPartitions() throws {
      let mock = try MockCluster()
      try mock.createTopic("orders", partitions: 5)
      var rehearsed = Rehearsed(stages: "[{name: s, count: 10}]")
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      let result = try rehearsed.run(in: try Folder())
      #expect(result.problems.map(\.code) == ["infrastructure.partition-count"])
      #expect(result.exits == [.infrastructure])
    }

    /// A cluster that goes away for good: the run ends when no broker has answered for `clusterLost`, and reports are written.
    @Test func aClusterThatGoesAway() throws {
      let mock = try MockCluster()
      var rehearsed = Rehearsed(stages: "[{name: s, rate: 500/s, duration: 60s, measure: false}]")
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      rehearsed.limits.clusterLost = 2_000_000_000
      let stopped = Mutex(false)
      DispatchQueue.global().asyncAfter(deadline: .now() + 1.5) { @Sendable in
        mock.stopBroker()
        stopped.withLock { $0 = true }
      }
      let clock = ContinuousClock()
      let begun = clock.now
      let folder = try Folder()
      let result = try rehearsed.run(in: folder)
      #expect(stopped.withLock { $0 })
      #expect(clock.now - begun < .seconds(20))
      #expect(result.exits.first == .infrastructure)
      #expect(result.exits.contains(.inconclusive))
      #expect(result.problems.map(\.code).contains("infrastructure.cluster-lost"))
      let stage = try result.stage("s")
      #expect(stage.read?[.lost] == 0)
      #expect(stage.send[.unsent] > 0)
      #expect(CountIdentity.violations(send: stage.send, read: stage.read) == [])
      #expect(try folder.report("test", "stages.csv").contains(",s,0,inconclusive,"))
    }

    /// Two runs at the same time on one topic: each passes, and counts the other's records as foreign.
    @Test func twoRunsOnOneTopic() throws {
      let mock = try MockCluster()
      try mock.createTopic("orders", partitions: 3)
      let folder = try Folder()
      let results = Mutex<[RunResult]>([])
      DispatchQueue.concurrentPerform(iterations: 2) { @Sendable index in
        var rehearsed = Rehearsed(stages: "[{name: s, rate: 2k/s, duration: 2s, measure: false}]")
        rehearsed.connection = ClusterConnection(embedded: mock, [])
        guard let result = try? rehearsed.run(in: folder, name: "test\(index).yaml") else { return }
        results.withLock { $0.append(result) }
      }
      let both = results.withLock { $0 }
      #expect(both.map(\.exits) == [[.passed], [.passed]])
      for result in both {
        let read = try #require(try result.stage("s").read)
        #expect(read[.found] == 4000)
        #expect(read[.foreign] > 0)
      }
    }

    /// Old records are before the start offset and are not read.
    @Test func oldRecordsAreNotRead() throws {
      let mock = try MockCluster()
      try mock.createTopic("orders", partitions: 3)
      var rehearsed = Rehearsed(stages: "[{name: s, count: 5000}]")
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      #expect(try rehearsed.run(in: try Folder()).exits == [.passed])
      let second = try rehearsed.run(in: try Folder())
      #expect(second.exits == [.passed])
      #expect(try second.stage("s").read?[.foreign] == 0)
      #expect(second.partitions.reduce(0) { $0 + $1.noted } == 5000)
    }
  }
}
