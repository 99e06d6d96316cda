import Testing

extension EndToEndTests.OnKafka {
  @Suite struct Checks {
    /// On a broker that creates whatever a producer asks for by name.
    @Test func aClusterIsAskedAndNothingIsCreated() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("asked", partitions: 5)
      let folder = try Folder()
      let file = try folder.write(
        """
        version: 1
        name: test
        cluster: {brokers: "\(cluster.bootstrap())"}
        topics:
          asked: {partitions: 5}
          asked-in-vain: {partitions: 2, replication: 1}
          asked-too-much: {replication: 30}
        templates: {m: {value: "a {{seq}}"}}
        stages:
          - {name: a, count: 1, topic: asked}
          - {name: b, count: 1, topic: asked-in-vain}
          - {name: c, count: 1, topic: asked-too-much}

        """, to: "a.yaml")
      let ended = try Program.run(["check", "--connect", file], in: folder)
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      #expect(ended.output.contains("topic \"asked\": exists, with 5 partitions, replication 1\n"))
      #expect(
        ended.output.contains(
          "topic \"asked-in-vain\": does not exist; a run can create it, with 2 partitions, replication 1\n"))
      #expect(ended.errors.contains("a.yaml:7:3: error: topic \"asked-too-much\" cannot be created ("))
      #expect(ended.errors.contains("[infrastructure.topic-not-created]"))
      #expect(try cluster.topics().filter { $0.hasPrefix("asked") } == ["asked"])
    }
  }
}
