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

    /// A message that fits into the topic's greatest batch by the byte is good and is stored; one byte more is an error at its line
    /// and is rejected. The brokers are those of the command line.
    @Test(arguments: [(size: 885, isGood: true), (size: 886, isGood: false)])
    func aTopicTakesBatchesUpToItsLimit(_ size: Int, _ isGood: Bool) throws {
      let cluster = try KafkaCluster.shared()
      let topic = "limit-\(size)"
      try cluster.tool(
        .topics, ["--create", "--topic", topic, "--partitions", "1", "--config", "max.message.bytes=1000"])
      let folder = try Folder()
      let file = try folder.write(
        """
        version: 1
        name: test
        cluster: {brokers: "127.0.0.1:1"}
        topics: {\(topic): {create: never}}
        templates: {m: {value: "a", size: \(size)B}}
        stages: [{name: s, count: 1}]

        """, to: "a.yaml")
      let brokers = ["--brokers", cluster.bootstrap()]
      let checked = try Program.run(["check", "--connect"] + brokers + [file], in: folder)
      #expect(checked.code == (isGood ? 0 : 20), "\(checked.output)\(checked.errors)")
      let fault = """
        a.yaml:6:17: error: messages of stage "s" have 1,001 bytes in a batch alone, and topic "\(topic)" takes batches of 1,000 at \
        most (max.message.bytes) [infrastructure.topic-limit]
        """
      #expect(checked.errors.contains(fault) == !isGood, "\(checked.errors)")
      let ended = try Program.run(
        ["run", "--report-dir", folder.path("Reports"), "--label", "build-4711"] + brokers + [file], in: folder)
      #expect(ended.code == (isGood ? 0 : 11), "\(ended.output)\(ended.errors)")
      #expect(ended.output.contains(", label build-4711, 1 broker\n"))
      let junit = try folder.report("test", "junit.xml")
      #expect(junit.contains("<property name=\"label\" value=\"build-4711\"/>"))
      // The command that runs it again does so on the same brokers.
      #expect(junit.contains("again:    rehearse run --brokers \(cluster.bootstrap()) ") == !isGood)
    }
  }
}
