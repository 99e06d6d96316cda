import Testing

extension EndToEndTests.OnKafka {
  /// Runs through a proxy between the clients and the broker.
  @Suite struct Proxies {
    private static let stages = "[{name: s, rate: 1k/s, duration: 3s, measure: false}]"

    private func run(
      _ topic: String, _ rules: [ProxyRule], client: [String: String] = [:]
    ) throws -> (ended: Program.Ended, stage: ReportedStage, stored: StoredMessages, proxy: KafkaProxy) {
      let cluster = try KafkaCluster.strict()
      try cluster.createTopic(topic, partitions: 1, settings: [:])
      let proxy = try KafkaProxy(cluster.brokers[0], rules: rules)
      defer { proxy.end() }
      let folder = try Folder()
      let ended = try KafkaScenario(brokers: proxy.address, topic: topic, stages: Self.stages, client: client).run(
        in: folder)
      let stage = try #require(try folder.stages().first)
      return (ended, stage, try StoredMessages(in: topic, of: cluster), proxy)
    }

    /// Whatever else comes out in the tests with a proxy is due to its rules.
    @Test func oneThatChangesNothing() throws {
      let (ended, stage, stored, proxy) = try run("passed-on", [])
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(stored.distinct == 3000 && stored.duplicates == 0 && stored.foreign == 0)
      try stored.expectSame(in: stage)
      for api in [KafkaAPI.produce, .fetch, .listOffsets, .metadata, .describeConfigs] {
        #expect(proxy.seen(api) > 0, "\(api)")
      }
      #expect(!Port.isOpen(try KafkaCluster.strict().brokers[0].proxyPort), "it still listens")
    }

    /// Idempotent producers send again what they had no answer to, and the broker stores it once.
    @Test func oneThatClosesConnections() throws {
      let (ended, stage, stored, proxy) = try run(
        "closed",
        [
          ProxyRule(api: .produce, which: .everyNth(40), act: .close),
          ProxyRule(api: .produce, which: .everyNth(60), act: .closeBeforeAnswer),
        ])
      #expect(proxy.applied.allSatisfy { $0 > 0 })
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(stored.distinct == 3000 && stored.duplicates == 0)
      try stored.expectSame(in: stage)
      #expect(try stage.count("duplicated") == 0)
    }

    /// The broker is made to say NOT_LEADER_OR_FOLLOWER, 6, of what it has stored. An idempotent producer's second attempt
    /// is known again; another's is stored again, and each second record is counted (and fails nothing, by default).
    @Test(arguments: ["true"]) func oneThatDeniesWhatIsStored(idempotent: String) throws {
      let (ended, stage, stored, proxy) = try run(
        "denied-\(idempotent)", [ProxyRule(api: .produce, which: .everyNth(50), act: .changeAnswer { $0.refusing(6) })],
        client: ["enable.idempotence": idempotent])
      #expect(proxy.applied[0] > 0)
      #expect(stored.distinct == 3000)
      try stored.expectSame(in: stage)
      #expect(try stage.count("duplicated") == stored.duplicates)
      #expect((stored.duplicates > 0) == (idempotent == "false"))
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
    }
  }
}
