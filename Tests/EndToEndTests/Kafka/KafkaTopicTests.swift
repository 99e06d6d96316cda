import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests.OnKafka {
  /// Topics that are not as the scenario says, on a broker that creates whatever is asked for by name.
  @Suite struct Topics {
    @Test func oneThatMayNotBeCreated() throws {
      let cluster = try KafkaCluster.shared()
      let folder = try Folder()
      let ended = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: "never", stages: "[{name: s, count: 10}]", create: "never"
      ).run(in: folder)
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      #expect(ended.output.contains("topic \"never\" does not exist, and the scenario says not to create it"))
      #expect(try !cluster.topics().contains("never"))
    }

    @Test func oneThatTheBrokerCreatesWithItsDefaults() throws {
      let cluster = try KafkaCluster.shared()
      let folder = try Folder()
      let ended = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: "by-default", stages: "[{name: s, count: 10}]"
      ).run(in: folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(try cluster.ends(of: "by-default") == [0: 10])
    }

    @Test func oneWithOtherPartitions() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("five", partitions: 5)
      let folder = try Folder()
      let ended = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: "five", stages: "[{name: s, count: 10}]", partitions: 3
      ).run(in: folder)
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      #expect(ended.output.contains("topic \"five\" has 5 partitions, but the scenario says 3"))
      #expect(try cluster.count(of: "five") == 0)
    }

    /// Messages that the broker refuses are certainly not stored, and an expectation is broken.
    @Test func oneThatAcceptsSmallMessagesOnly() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.tool(
        .topics, ["--create", "--topic", "small", "--partitions", "1", "--config", "max.message.bytes=60"])
      let folder = try Folder()
      let ended = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: "small", stages: "[{name: s, count: 10}]", partitions: 1,
        client: ["batch.num.messages": "1"]
      ).run(in: folder)
      #expect(ended.code == 11, "\(ended.output)\(ended.errors)")
      let stage = try #require(try folder.stages().first)
      #expect(try stage.count("rejected") == 10)
      #expect(try cluster.count(of: "small") == 0)
    }

    /// An open transaction of another client hides the records behind it: inconclusive, and nothing is counted as lost.
    @Test func oneWithAnOpenTransaction() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("open", partitions: 1)
      let folder = try Folder()
      let other = try cluster.start(
        .performance,
        ["--topic", "open", "--num-records", "100000", "--record-size", "10", "--throughput", "5"]
          + ["--transactional-id", "other", "--transaction-duration-ms", "50000"], output: folder.path("other"))
      defer { other.end() }
      let isOpen = eventually(within: 20) { (try? cluster.count(of: "open")) ?? 0 > 0 }
      let said = try folder.read("other")
      try #require(isOpen, "\(said)")
      let ended = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: "open", stages: "[{name: s, count: 1000}]", partitions: 1, within: "3s"
      ).run(in: folder)
      #expect(ended.code == 22, "\(ended.output)\(ended.errors)")
      let stage = try #require(try folder.stages().first)
      #expect(try stage.count("acknowledged") == 1000)
      #expect(try stage.count("lost") == 0)
      #expect(try stage.count("unseen") == 1000)
    }

    /// A record that is hidden from the reader is lost, with exit code 10, although the topic has it.
    @Test func oneThatHidesARecord() throws {
      let cluster = try KafkaCluster.shared()
      var rehearsed = Rehearsed(
        KafkaScenario(
          brokers: cluster.bootstrap(), topic: "hidden", stages: "[{name: s, count: 1000}]", partitions: 3
        ).text)
      var sabotage = Sabotage()
      sabotage.add(.hide, stage: 0, sequence: 500)
      rehearsed.sabotage = sabotage
      let result = try rehearsed.run(in: try Folder())
      #expect(result.exits.first == .verificationFailed)
      #expect(try result.stage("s").read?[.lost] == 1)
      #expect(try cluster.count(of: "hidden") == 1000)
    }
  }
}
