import Kafka
import Scenarios
import Testing
import Verification

@testable import Load

extension EndToEndTests.OnKafka {
  /// The lag of consumer groups that are others', beside what Kafka's own programs say of them.
  @Suite struct Groups {
    private static func watch(_ group: String, _ topics: [String], on cluster: KafkaCluster) throws -> (
      GroupWatch, ClientHandle
    ) {
      let handle = try ClientHandle.asking(
        ofGroup: group,
        ClientProfile(bootstrap: cluster.brokers.map { $0.address() }, isEmbedded: false, written: []).prober)
      let questions = GroupQuestions(handle: handle, topics: topics)
      let watch = GroupWatch(topics: topics, noted: [:], clock: RunClock()) { () throws(KafkaError) in
        try questions.positions()
      }
      watch.begin(every: .milliseconds(100))
      watch.awaitFirst()
      return (watch, handle)
    }

    /// Sets the group's commit in every partition of the topic, by Kafka's own program.
    private static func commit(_ group: String, _ topic: String, _ to: [String], on cluster: KafkaCluster) throws {
      try cluster.tool(.groups, ["--group", group, "--topic", topic, "--reset-offsets", "--execute"] + to)
    }

    @Test func whatAGroupHasNotCommitted() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("lagging", partitions: 1)
      try cluster.write(100, named: "record", to: "lagging")
      let (watch, handle) = try Self.watch("laggards", ["lagging"], on: cluster)
      defer { handle.close() }
      // One that does not exist is not behind.
      #expect(watch.lag.last() == 0)
      try Self.commit("laggards", "lagging", ["--to-offset", "30"], on: cluster)
      #expect(eventually { watch.lag.last() == 70 })
      try cluster.write(20, named: "more", to: "lagging")
      #expect(eventually { watch.lag.last() == 90 })
      #expect(watch.isCaughtUp(since: .zero) == false)
      try Self.commit("laggards", "lagging", ["--to-latest"], on: cluster)
      #expect(eventually { watch.isCaughtUp(since: .zero) == true })
      watch.end()
      #expect(watch.lag.max() == 90)
      #expect(watch.lag.failures == 0)
    }

    @Test func partitionsThatAreAdded() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("growing", partitions: 1)
      try cluster.write(10, named: "record", to: "growing")
      try Self.commit("growers", "growing", ["--to-latest"], on: cluster)
      let (watch, handle) = try Self.watch("growers", ["growing"], on: cluster)
      defer { handle.close() }
      #expect(watch.lag.last() == 0)
      try cluster.tool(.topics, ["--alter", "--topic", "growing", "--partitions", "3"])
      let scenario = KafkaScenario(
        brokers: cluster.bootstrap(), topic: "growing", stages: "[{name: s, count: 30, partition: round-robin}]")
      let ended = try scenario.run(in: try Folder())
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      // Two thirds of them are in partitions in which the group has committed nothing.
      #expect(eventually { watch.lag.last() == 30 })
      watch.end()
    }

    /// The leader and the coordinator of one of three brokers go: samples fail, and come again without a false 0.
    @Test func aBrokerThatIsKilled() throws {
      let cluster = try KafkaCluster.trio()
      try cluster.createTopic("elected", partitions: 1)
      try cluster.write(50, named: "record", to: "elected")
      try Self.commit("electors", "elected", ["--to-offset", "20"], on: cluster)
      defer { #expect(throws: Never.self) { try cluster.restore() } }
      let (watch, handle) = try Self.watch("electors", ["elected"], on: cluster)
      defer { handle.close() }
      #expect(watch.lag.last() == 30)
      try cluster.broker(try cluster.leaders(of: "elected")[0]).kill()
      let killed = watch.lag.samples.count
      #expect(eventually(within: 60, every: 0.05) { watch.lag.samples.count > killed + 20 })
      watch.end()
      // Nothing was sent, and nothing committed.
      #expect(watch.lag.samples.allSatisfy { $0.lag == 30 })
    }

    /// A run beside Kafka's own consumer.
    @Test func aRunSaysHowLongAConsumerTook() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("consumed", partitions: 3)
      let folder = try Folder()
      let consumer = try cluster.start(
        .consumer, ["--topic", "consumed", "--group", "readers", "--from-beginning"], output: folder.path("consumer"))
      defer { consumer.end() }
      var scenario = KafkaScenario(
        brokers: cluster.bootstrap(), topic: "consumed",
        stages: "[{name: s, rate: 200/s, duration: 8s, measure: false}]"
      ).text
      scenario += """
        groups:
          readers: {topics: [consumed], every: 500ms, expect: [lag_max < 1700, lag_end == 0]}
          idle: {name: unused, topics: [consumed]}
        expect: [group(readers).caught_up < 40s]
        """
      let result = try Rehearsed(scenario).run(in: folder)
      #expect(result.exits == [.passed], "\(result.problems)")
      let groups = try #require(result.groups)
      try #require(groups.count == 2)
      #expect(groups[0].lagEnd == 0)
      #expect(groups[0].caughtUp != nil)
      #expect(groups[0].samples >= 10)
      #expect(groups[0].samplesFailed == 0)
      // It counts from what was there before.
      #expect(groups[1].lagEnd == 1600)
      #expect(groups[1].caughtUp == nil)
      #expect(groups[1].behindAfter != nil)
      #expect(try folder.report("test", "groups.csv").contains(",readers,consumed,"))
    }

    @Test func oneThatNeverCatchesUpBreaksTheExpectation() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("unread", partitions: 1)
      let scenario =
        KafkaScenario(brokers: cluster.bootstrap(), topic: "unread", stages: "[{name: s, count: 50}]").text
        + "groups: {absent: {topics: [unread], expect: [caught_up < 2s]}}\n"
      let result = try Rehearsed(scenario).run(in: try Folder())
      #expect(result.exits.first == .expectationFailed, "\(result.exits)")
      #expect(result.groups?.first?.lagMax == 50)
    }
  }
}
