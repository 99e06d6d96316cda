import Testing

extension EndToEndTests.OnKafka {
  /// A user who may write a topic and nothing else, and a scenario that leaves the reading to another.
  @Suite struct WriteOnly {
    private static func scenario(_ cluster: KafkaCluster, _ topic: String, _ verify: String) -> SecuredScenario {
      SecuredScenario(
        brokers: cluster.bootstrap(.login), topic: topic, auth: "batch",
        identities: [
          "batch: \(SecuredScenario.login("batch", "PLAIN"))",
          // Nothing resolves its secret, which is not set.
          "auditor: \(SecuredScenario.login("reader", "PLAIN", secret: "NOT_SET"))",
        ], stages: "[{name: s, count: 10}]", verify: verify)
    }

    @Test(arguments: [
      (verify: "{mode: later, auth: auditor}", exit: 0 as Int32, stored: 10 as Int64),
      ("{mode: later}", 0, 10),
      ("{within: 10s}", 20, 0),
      ("{auth: auditor}", 65, 0),
    ])
    func ends(_ verify: String, _ exit: Int32, _ stored: Int64) throws {
      let cluster = try KafkaCluster.secured()
      let folder = try Folder()
      let topic = "write-only-\(folder.root.suffix(6))"
      try cluster.createTopic(topic, partitions: 2)
      try cluster.allow("User:batch", [.write], on: .topic(topic))
      let ended = try Self.scenario(cluster, topic, verify).run(in: folder)
      #expect(ended.code == exit, "\(ended.output)\(ended.errors)")
      #expect(try (0..<2).reduce(0) { try $0 + cluster.end(of: topic, partition: $1) } == stored)
      try folder.expectNoSecrets(ended)
      guard exit == 0 else { return }
      for row in try folder.stages() {
        #expect(try row.counts("sent", "acknowledged", "unknown") == ["sent": 10, "acknowledged": 10, "unknown": 0])
        #expect(row["read"] == "" && row["found"] == "" && row["lost"] == "")
      }
    }

    @Test func checksTheCluster() throws {
      let cluster = try KafkaCluster.secured()
      let folder = try Folder()
      let topic = "write-only-\(folder.root.suffix(6))"
      try cluster.createTopic(topic, partitions: 1)
      try cluster.allow("User:batch", [.write], on: .topic(topic))
      let ended = try Self.scenario(cluster, topic, "{mode: later, auth: auditor}").check(in: folder, ["--connect"])
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(ended.output.contains("topic \"\(topic)\": exists, with 1 partition"), "\(ended.output)")
      #expect(!ended.output.contains("auditor"), "\(ended.output)")
    }

    /// A user who may write no topic is found before anything is stored, and so is one with a wrong password.
    @Test(arguments: [[.describe], []] as [[KafkaACL.Operation]]) func whoMayNotWrite(
      _ operations: [KafkaACL.Operation]
    ) throws {
      let cluster = try KafkaCluster.secured()
      let folder = try Folder()
      let topic = "not-even-writing-\(folder.root.suffix(6))"
      try cluster.createTopic(topic, partitions: 1)
      if !operations.isEmpty { try cluster.allow("User:batch", operations, on: .topic(topic)) }
      let ended = try Self.scenario(cluster, topic, "{mode: later}").run(in: folder)
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      #expect(try cluster.end(of: topic, partition: 0) == 0)
    }

    /// A message that the topic does not take is rejected whether anything is read back or not.
    @Test func rejectedMessagesAreFound() throws {
      let cluster = try KafkaCluster.secured()
      let folder = try Folder()
      let topic = "write-small-\(folder.root.suffix(6))"
      try cluster.createTopic(topic, partitions: 1, settings: ["max.message.bytes": "200"])
      try cluster.allow("User:batch", [.write], on: .topic(topic))
      var scenario = Self.scenario(cluster, topic, "{mode: later}")
      scenario.templates = [#"order: {value: "order {{seq}} {{random.string(n=1000)}}"}"#]
      let ended = try scenario.run(in: folder)
      #expect(ended.code == 11, "\(ended.output)\(ended.errors)")
      #expect(try folder.stages().allSatisfy { try $0.count("rejected") == 10 && $0["found"] == "" })
    }
  }
}
