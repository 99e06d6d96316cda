import Testing

extension EndToEndTests.OnKafka.Faults {
  private static let kinds: [KafkaAPI] = [.produce, .fetch, .listOffsets, .metadata, .describeConfigs]

  /// Whichever request a connection is closed for, the first or a later one: it is made again, and the verdict does not
  /// depend on it.
  @Test(arguments: kinds, [1, 2])
  func aConnectionIsClosedOnce(insteadOf api: KafkaAPI, number: Int) throws {
    try staysWhole(
      "closed-\(api.number)-\(number)", ProxyRule(api: api, which: .nth(number), act: .closeBeforeAnswer), client: [:])
  }

  /// The same where a request is not answered, on a connection that stays open.
  @Test(arguments: kinds, [1, 2])
  func anAnswerIsDroppedOnce(to api: KafkaAPI, number: Int) throws {
    try staysWhole(
      "unanswered-\(api.number)-\(number)", ProxyRule(api: api, which: .nth(number), act: .dropAnswer),
      client: ["socket.timeout.ms": "2000"])
  }

  private func staysWhole(_ topic: String, _ rule: ProxyRule, client: [String: String]) throws {
    let cluster = try KafkaCluster.strict()
    try cluster.createTopic(topic, partitions: 1, settings: [:])
    let proxy = try KafkaProxy(cluster.brokers[0], rules: [rule])
    defer { proxy.end() }
    let folder = try Folder()
    let ended = try KafkaScenario(
      brokers: proxy.address, topic: topic, stages: "[{name: s, rate: 1k/s, duration: 1s, measure: false}]",
      client: client
    ).run(in: folder)
    #expect(proxy.applied == [1])
    let counts = try #require(try folder.stages().first).counts("found", "lost", "unseen", "duplicated", "corrupted")
    #expect(counts == ["found": 1000, "lost": 0, "unseen": 0, "duplicated": 0, "corrupted": 0])
    #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
    #expect(try cluster.count(of: topic) == 1000)
  }
}
