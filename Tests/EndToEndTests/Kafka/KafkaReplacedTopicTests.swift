import Testing

extension EndToEndTests.OnKafka {
  /// Topics that are deleted during a run, and made again under the same name. An offset says nothing about the log in which it
  /// was acknowledged: every message is accounted for in the log that is there at the end.
  @Suite struct ReplacedTopics {
    private static let statement = "deleted and made again"

    /// The first message is still on its way when the topic is emptied: offsets are acknowledged below the noted one, and
    /// everything is there.
    @Test func oneThatIsMadeAgainBeforeTheFirstMessageArrives() throws {
      let cluster = try KafkaCluster.strict()
      try cluster.createTopic("emptied", partitions: 1, settings: [:])
      try cluster.write(3000, named: "old", to: "emptied")
      let proxy = try KafkaProxy(
        cluster.brokers[0], rules: [ProxyRule(api: .produce, which: .nth(1), act: .hold)])
      defer { proxy.end() }
      let folder = try Folder()
      let program = try KafkaScenario(
        brokers: proxy.address, topic: "emptied", stages: "[{name: s, rate: 4k/s, duration: 2s, measure: false}]",
        client: ["linger.ms": "20", "enable.idempotence": "false", "max.in.flight": "1"]
      ).start(in: folder)
      try #require(eventually(within: 30) { proxy.holding == 1 }, "\(program.errorsSoFar)")
      try cluster.makeAnew("emptied")
      proxy.release()
      let ended = try program.wait()
      let stored = try StoredMessages(in: "emptied", of: cluster)
      #expect(stored.distinct == 8000)
      #expect(stored.foreign == 0)
      let stage = try #require(try folder.stages().first)
      #expect(try stage.count("acknowledged") == 8000)
      try stored.expectSame(in: stage)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      try folder.expectReports(ended, say: Self.statement)
    }

    /// The old log is destroyed with all that was acknowledged in it, though the new one soon has the same offsets.
    @Test(arguments: ["true"]) func oneThatIsMadeAgainInTheMiddle(idempotent: String) throws {
      let cluster = try KafkaCluster.strict()
      let topic = "destroyed-\(idempotent)"
      try cluster.createTopic(topic, partitions: 1, settings: [:])
      try cluster.write(1000, named: "old", to: topic)
      let folder = try Folder()
      let program = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: topic, stages: "[{name: s, rate: 1k/s, duration: 7s, measure: false}]",
        client: ["message.timeout.ms": "8000", "enable.idempotence": idempotent]
      ).start(in: folder)
      try #require(cluster.has(3000, in: topic))
      try cluster.makeAnew(topic)
      let ended = try program.wait()
      let stored = try StoredMessages(in: topic, of: cluster)
      #expect(stored.foreign == 0)
      let stage = try #require(try folder.stages().first)
      let lost = try stage.count("lost")
      #expect(lost > 1000)
      try stored.expectSame(in: stage)
      #expect(ended.code == 10, "\(ended.output)\(ended.errors)")
      try folder.expectReports(ended, say: Self.statement)
    }

    /// Another client writes into the new log first.
    struct Taken: Sendable, CustomTestStringConvertible {
      var topic: String
      var idempotent: String
      var records: Int
      var why: String

      var testDescription: String { why }
    }

    static let taken = [
      Taken(topic: "taken", idempotent: "false", records: 1000, why: "offsets are acknowledged twice"),
      Taken(topic: "taken-idempotent", idempotent: "true", records: 1000, why: "the same with an idempotent producer"),
      Taken(
        topic: "overtaken", idempotent: "true", records: 2500,
        why: "nothing but the records shows that the log is another"),
    ]

    /// The records of another client lie where lost messages had been acknowledged: they are foreign.
    @Test(arguments: taken.suffix(1)) func oneInWhichAnotherClientIsFirst(_ log: Taken) throws {
      let cluster = try KafkaCluster.strict()
      let topic = log.topic
      try cluster.createTopic(topic, partitions: 1, settings: [:])
      let proxy = try KafkaProxy(cluster.brokers[0])
      defer { proxy.end() }
      let folder = try Folder()
      let program = try KafkaScenario(
        brokers: proxy.address, topic: topic, stages: "[{name: s, rate: 1k/s, duration: 5s, measure: false}]",
        client: ["message.timeout.ms": "20000", "enable.idempotence": log.idempotent]
      ).start(in: folder)
      try #require(cluster.has(1500, in: topic))
      proxy.follow([ProxyRule(api: .produce, act: .hold)])
      try #require(eventually(within: 10) { proxy.holding == 1 })
      try cluster.makeAnew(topic)
      try cluster.write(log.records, named: "another", to: topic)
      proxy.release()
      let ended = try program.wait()
      let stored = try StoredMessages(in: topic, of: cluster)
      #expect(stored.foreign == log.records)
      let stage = try #require(try folder.stages().first)
      let lost = try stage.count("lost")
      #expect(lost >= 1500)
      try stored.expectSame(in: stage)
      #expect(ended.code == 10, "\(ended.output)\(ended.errors)")
      try folder.expectReports(ended, say: Self.statement)
    }

    /// A topic that is gone is named as gone. Whether its records were lost before cannot be known any more.
    @Test func oneThatIsNotMadeAgain() throws {
      let cluster = try KafkaCluster.strict()
      try cluster.createTopic("gone-midway", partitions: 1, settings: [:])
      let folder = try Folder()
      let program = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: "gone-midway",
        stages: "[{name: s, rate: 500/s, duration: 5s, measure: false}]", client: ["message.timeout.ms": "4000"],
        within: "5s"
      ).start(in: folder)
      try #require(cluster.has(1000, in: "gone-midway"))
      try cluster.deleteTopic("gone-midway")
      let ended = try program.wait(deadline: 90)
      #expect(try !cluster.topics().contains("gone-midway"))
      let stage = try #require(try folder.stages().first)
      let counts = try stage.counts("found", "unseen", "lost")
      let acknowledged = try stage.count("acknowledged")
      #expect(counts["lost"] == 0)
      #expect(counts.values.reduce(0, +) == acknowledged, "\(counts)")
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      #expect(ended.prose.contains("topic \"gone-midway\" was deleted during the run, and is gone"), "\(ended.output)")
    }
  }
}
