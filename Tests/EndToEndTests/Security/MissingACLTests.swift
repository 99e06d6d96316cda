import Dispatch
import Synchronization
import Testing

extension EndToEndTests.OnKafka {
  /// A user whose login is good, and who lacks a right: exit code 20, and a sentence that names user, topic and operation.
  @Suite struct MissingACLs {
    private static let all: [KafkaACL.Operation] = [.write, .read, .describe, .describeConfigs]

    @Test(arguments: [
      (
        without: KafkaACL.Operation.write,
        says: """
        identity "batch" may not write to topic "TOPIC" in stage "s" (Broker: Topic authorization failed); grant it: \
        kafka-acls --add --allow-principal User:batch --operation Write --topic TOPIC
        """
      ),
      (
        without: .read,
        says: """
        identity "batch" may not read topic "TOPIC" (Fetch from broker 1 failed: Broker: Topic authorization failed); \
        grant it: kafka-acls --add --allow-principal User:batch --operation Read --topic TOPIC
        """
      ),
      (
        without: .describe,
        says: """
        the cluster refused metadata of topic "TOPIC" (Broker: Topic authorization failed); grant Describe on the topic \
        to identity "batch"
        """
      ),
    ])
    func aTopicWithout(_ operation: KafkaACL.Operation, _ says: String) throws {
      let cluster = try KafkaCluster.secured()
      let folder = try Folder()
      let topic = "without-\(operation)-\(folder.root.suffix(6))"
      // Who may write no topic at all is refused by the cluster, with another error: the test below.
      try cluster.allow("User:batch", [.write], on: .topic("another"))
      try cluster.createTopic(topic, partitions: 1)
      // Write and Read imply Describe, so who may not describe has neither.
      let allowed = operation == .describe ? [] : Self.all.filter { $0 != operation }
      if !allowed.isEmpty { try cluster.allow("User:batch", allowed, on: .topic(topic)) }
      let ended = try SecuredScenario(
        brokers: cluster.bootstrap(.login), topic: topic, auth: "batch",
        identities: ["batch: \(SecuredScenario.login("batch", "PLAIN"))"]
      ).run(in: folder)
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      #expect(ended.prose.contains(says.replacing("TOPIC", with: topic)), "\(ended.output)\(ended.errors)")
      try folder.expectNoSecrets(ended)
    }

    /// The cluster refuses the idempotent producer of a user who may write no topic.
    @Test func whoMayWriteNothing() throws {
      let cluster = try KafkaCluster.secured()
      let folder = try Folder()
      let topic = "no-writing-\(folder.root.suffix(6))"
      try cluster.createTopic(topic, partitions: 1)
      try cluster.allow("User:reader", [.read, .describe, .describeConfigs], on: .topic(topic))
      let ended = try SecuredScenario(
        brokers: cluster.bootstrap(.login), topic: topic, auth: "reader",
        identities: ["reader: \(SecuredScenario.login("reader", "PLAIN"))"]
      ).run(in: folder)
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      let says = """
        identity "reader" may not write to topic "\(topic)" in stage "s" (Broker: Cluster authorization failed); grant it: \
        kafka-acls --add --allow-principal User:reader --operation Write --topic \(topic)
        """
      #expect(ended.prose.contains(says), "\(ended.output)\(ended.errors)")
      #expect(try cluster.end(of: topic, partition: 0) == 0)
    }

    @Test func aTopicThatMayNotBeCreated() throws {
      let cluster = try KafkaCluster.secured()
      let folder = try Folder()
      let topic = "uncreated-\(folder.root.suffix(6))"
      try cluster.allow("User:batch", Self.all, on: .topic(topic))
      let ended = try SecuredScenario(
        brokers: cluster.bootstrap(.login), topic: topic, auth: "batch",
        identities: ["batch: \(SecuredScenario.login("batch", "PLAIN"))"], topicKeys: "partitions: 1"
      ).run(in: folder)
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      let says = """
        topic "\(topic)" cannot be created (Authorization failed.); grant Create on the cluster or the topic to identity \
        "batch", or have it created and write create: never
        """
      #expect(ended.prose.contains(says), "\(ended.output)\(ended.errors)")
      try cluster.allow("User:batch", [.create], on: .topic(topic))
      let allowed = try SecuredScenario(
        brokers: cluster.bootstrap(.login), topic: topic, auth: "batch",
        identities: ["batch: \(SecuredScenario.login("batch", "PLAIN"))"], topicKeys: "partitions: 1"
      ).run(in: folder)
      #expect(allowed.code == 0, "\(allowed.output)\(allowed.errors)")
    }

    /// Messages acknowledged before are found; the rest is rejected, and nothing is called lost.
    @Test func oneThatIsRemovedDuringTheRun() throws {
      let cluster = try KafkaCluster.secured()
      let folder = try Folder()
      let topic = "removed-\(folder.root.suffix(6))"
      try cluster.createTopic(topic, partitions: 1)
      try cluster.allow("User:batch", [.write, .describe], on: .topic(topic))
      try cluster.allow("User:loader", Self.all, on: .topic(topic))
      let scenario = SecuredScenario(
        brokers: cluster.bootstrap(.login), topic: topic, auth: "loader",
        identities: ["loader", "batch"].map { "\($0): \(SecuredScenario.login($0, "PLAIN"))" },
        stages: "[{name: s, auth: batch, rate: 200/s, duration: 8s, measure: false}]")
      let program = try Program(
        ["run", try folder.write(scenario.text, to: "test.yaml"), "--report-dir", folder.path("Reports")], in: folder,
        environment: SecuredScenario.secrets)
      #expect(cluster.has(400, in: topic))
      try cluster.forbid("User:batch", [.write], on: .topic(topic))
      let ended = try program.wait()
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      #expect(ended.prose.contains("TOPIC_AUTHORIZATION_FAILED"), "\(ended.output)\(ended.errors)")
      let stage = try #require(try folder.stages().first)
      let stored = try cluster.end(of: topic, partition: 0)
      #expect(
        try stage.counts("acknowledged", "found", "lost") == ["acknowledged": stored, "found": stored, "lost": 0])
      #expect(try stage.count("rejected") > 0)
    }
  }
}
