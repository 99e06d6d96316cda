import Testing

extension EndToEndTests.OnKafka {
  /// The counts of the reports, checked against those of Kafka's own programs.
  @Suite struct Counts {
    @Test func quickstart() throws {
      let cluster = try KafkaCluster.shared()
      let folder = try Folder()
      let ended = try Program.run(
        [
          "run", KafkaHome.repository + "/Scenarios/quickstart.yaml", "--brokers", cluster.bootstrap(), "--report-dir",
          folder.path("Reports"),
        ], in: folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(!ended.output.contains("embedded"))
      let stages = try folder.stages("quickstart")
      #expect(stages.map { $0["broker"] } == ["kafka", "kafka", "kafka", "kafka"])
      #expect(try stages.map { try $0.count("found") } == [5000, 45000, 50000, 100_000])
      #expect(try stages.map { try $0.count("lost") + $0.count("duplicated") + $0.count("foreign") } == [0, 0, 0, 0])

      let dumped = try cluster.dump("orders")
      #expect(dumped.count == 100_000)
      #expect(Set(dumped.map(\.partition)) == [0, 1, 2, 3])
      // A value tells its stage and number, so 100,000 values of one run are 100,000 messages.
      #expect(Set(dumped.map(\.value)).count == 100_000)
    }

    @Test(arguments: [1, 3, 64]) func partitions(_ partitions: Int) throws {
      let cluster = try KafkaCluster.shared()
      let topic = "partitions-\(partitions)"
      let folder = try Folder()
      let ended = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: topic,
        stages: "[{name: s, count: 20k}]",
        partitions: partitions
      ).run(in: folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(try folder.stages().map { try $0.count("found") } == [20000, 20000])
      let ends = try cluster.ends(of: topic)
      #expect(ends.count == partitions)
      #expect(ends.values.reduce(0, +) == 20000)
      #expect(ends.values.allSatisfy { $0 > 0 })
    }

    /// Old records are before the start offsets and are not read.
    @Test func aMillionOldRecords() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("old", partitions: 3)
      try cluster.tool(
        .performance, ["--topic", "old", "--num-records", "1000000", "--record-size", "20", "--throughput", "-1"])
      let old = try cluster.ends(of: "old")
      #expect(old.values.reduce(0, +) == 1_000_000)
      let folder = try Folder()
      let ended = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: "old", stages: "[{name: s, count: 5000}]", partitions: 3
      ).run(in: folder, deadline: 15)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      let stage = try #require(try folder.stages().first)
      #expect(try stage.count("read") == 5000)
      #expect(try stage.count("found") == 5000)
      #expect(try stage.count("foreign") == 0)
      #expect(try cluster.count(of: "old") == 1_005_000)
    }

    /// At the same time: each passes, and counts the other's records as foreign.
    @Test func twoRunsOnOneTopic() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("two", partitions: 3)
      let scenario = KafkaScenario(
        brokers: cluster.bootstrap(), topic: "two", stages: "[{name: s, rate: 2k/s, duration: 3s, measure: false}]",
        partitions: 3)
      let folders = [try Folder(), try Folder()]
      let programs = try folders.map { try scenario.start(in: $0) }
      for (program, folder) in zip(programs, folders) {
        let ended = try program.wait()
        #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
        let stage = try #require(try folder.stages().first)
        #expect(try stage.count("found") == 6000)
        #expect(try stage.count("foreign") > 0)
      }
      #expect(try cluster.count(of: "two") == 12000)
    }

    /// The topic holds exactly the messages that were acknowledged before the signal.
    @Test func interruptedInTheMiddle() throws {
      let cluster = try KafkaCluster.shared()
      let folder = try Folder()
      let program = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: "interrupted",
        stages: "[{name: s, rate: 1k/s, duration: 60s, measure: false}]",
        partitions: 3
      ).start(in: folder)
      // The first progress line comes after 5 s: by then messages are being sent.
      #expect(eventually { program.errorsSoFar.contains("of 60,000 sent") })
      program.signal(2)
      let ended = try program.wait(deadline: 20)
      #expect(ended.code == 130, "\(ended.output)\(ended.errors)")
      let stage = try #require(try folder.stages().first)
      #expect(stage["verdict"] == "aborted")
      #expect(try stage.count("lost") == 0)
      #expect(try stage.count("found") == stage.count("acknowledged"))
      #expect(try stage.count("due") == stage.count("sent") + stage.count("unsent"))
      #expect(try cluster.count(of: "interrupted") == stage.count("found") + stage.count("unknown_found"))
    }
  }
}
