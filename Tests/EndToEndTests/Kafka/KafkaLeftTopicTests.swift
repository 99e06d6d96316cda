import FoundationEssentials
import Testing

extension EndToEndTests.OnKafka {
  /// Topics that are left to the cluster by `create: by-broker`: each ends before anything is sent, or is there with the partitions that a
  /// stage names.
  @Suite struct LeftTopics {
    /// One broker that creates a topic with three partitions for a user who may create it.
    private static let creating = Result {
      try KafkaCluster(settings: ["num.partitions": "3", "allow.everyone.if.no.acl.found": "false"])
    }

    private func scenario(
      _ cluster: KafkaCluster, topic: String, user: String? = nil, partition: Int? = nil
    ) -> SecuredScenario {
      SecuredScenario(
        brokers: cluster.bootstrap(user == nil ? .plaintext : .login), topic: topic,
        auth: user.map { SecuredScenario.login($0, "PLAIN") }, topicKeys: "create: by-broker",
        stages: "[{name: s, count: 10\(partition.map { ", partition: \($0)" } ?? "")}]")
    }

    /// The check finds it as well, because it asks the brokers for their settings.
    @Test func whereTheClusterCreatesNone() throws {
      let cluster = try KafkaCluster.strict()
      let folder = try Folder()
      let scenario = scenario(cluster, topic: "left-alone")
      let says =
        "topic \"left-alone\" does not exist, and the cluster does not create it: auto.create.topics.enable is false"
      let checked = try scenario.check(in: folder, ["--connect"])
      #expect(checked.code == 20, "\(checked.output)\(checked.errors)")
      #expect(checked.errors.contains("error: \(says) [infrastructure.topic-missing]"), "\(checked.errors)")

      let clock = ContinuousClock()
      let begun = clock.now
      let ended = try scenario.run(in: folder)
      #expect(begun.duration(to: clock.now) < .seconds(8))
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      #expect(ended.prose.contains(says), "\(ended.output)")
      #expect(try !cluster.topics().contains("left-alone"))
    }

    @Test func whereTheUserMayNotCreateThem() throws {
      let cluster = try KafkaCluster.started(Self.creating)
      try cluster.allow("User:batch", [.write, .read, .describe], on: .topic("left-to-others"))
      let folder = try Folder()
      let ended = try scenario(cluster, topic: "left-to-others", user: "batch").run(in: folder)
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      let says =
        "topic \"left-to-others\" does not exist, and user \"batch\" may not create it (Broker: Topic authorization failed)"
      #expect(ended.prose.contains(says), "\(ended.output)")
      #expect(try !cluster.topics().contains("left-to-others"))
    }

    @Test func whereTheUserMay() throws {
      let cluster = try KafkaCluster.started(Self.creating)
      let topic = "left-to-loader"
      try cluster.allow("User:loader", [.create, .write, .read, .describe, .describeConfigs], on: .topic(topic))
      let folder = try Folder()
      let scenario = scenario(cluster, topic: topic, user: "loader", partition: 2)
      let ended = try scenario.run(in: folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(try cluster.ends(of: topic) == [0: 0, 1: 0, 2: 10])
      #expect(ended.prose.contains("topic \"\(topic)\" was created by this run, and is not deleted"), "\(ended.output)")

      // A second run has not created it.
      let again = try scenario.run(in: folder)
      #expect(again.code == 0, "\(again.output)\(again.errors)")
      #expect(!again.output.contains("was created by this run"), "\(again.output)")
    }

    /// A partition that the topic does not have, or would not have: nothing is sent.
    @Test func whereTheyLackThePartition() throws {
      let cluster = try KafkaCluster.started(Self.creating)
      let folder = try Folder()
      let scenario = scenario(cluster, topic: "left-short", partition: 3)
      let says = "stage \"s\" sends to partition 3, but topic \"left-short\" has 3 partitions, numbered from 0"
      for isThere in [false, true] {
        if isThere { try cluster.createTopic("left-short", partitions: 3) }
        let checked = try scenario.check(in: folder, ["--connect"])
        #expect(checked.code == 20, "\(checked.output)\(checked.errors)")
        #expect(checked.errors.contains("error: \(says) [infrastructure.partition-missing]"), "\(checked.errors)")
        let finding =
          isThere
          ? "topic \"left-short\": exists, with 3 partitions, replication 1\n"
          : "topic \"left-short\": does not exist; the cluster creates it on first use, with 3 partitions\n"
        #expect(checked.output.contains(finding), "\(checked.output)")

        let ended = try scenario.run(in: folder)
        #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
        #expect(ended.prose.contains(says), "\(ended.output)")
        #expect(try cluster.topics().contains("left-short") == isThere)
      }
      #expect(try cluster.count(of: "left-short") == 0)
    }
  }
}
