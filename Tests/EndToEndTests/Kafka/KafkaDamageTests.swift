import Testing

extension EndToEndTests.OnKafka {
  /// One bit that is another, on the way to the reader or in the topic itself.
  @Suite struct Damage {
    /// 2,000 messages through a proxy with these rules, and what is reported of them.
    func run(
      _ topic: String, _ rule: ProxyRule, within: String = "10s", headers: String = "{}"
    ) throws -> (ended: Program.Ended, stage: ReportedStage, stored: [DumpedRecord], applied: Int) {
      let cluster = try KafkaCluster.strict()
      try cluster.createTopic(topic, partitions: 1, settings: [:])
      let proxy = try KafkaProxy(cluster.brokers[0], rules: [rule])
      defer { proxy.end() }
      let folder = try Folder()
      let ended = try KafkaScenario(
        brokers: proxy.address, topic: topic, stages: "[{name: s, rate: 1k/s, duration: 2s, measure: false}]",
        headers: headers, within: within
      ).run(in: folder, deadline: 120)
      let stage = try #require(try folder.stages().first)
      #expect(try stage.count("acknowledged") == 2000)
      return (ended, stage, try cluster.dump(topic), proxy.applied[0])
    }

    /// The topic is whole: one look is not enough to accuse.
    @Test(arguments: [0, 1234]) func onTheWayOnce(sequence: Int) throws {
      let (ended, stage, stored, applied) = try run(
        "damaged-once-\(sequence)",
        ProxyRule(
          api: .fetch, which: .nth(1),
          act: .changeAnswer { $0.damaging(.value, ofMessage: sequence, sealed: false) }))
      #expect(applied == 1)
      #expect(Set(stored.map(\.value)).count == 2000)
      #expect(stored.contains { $0.value == #"{"n": \#(sequence), "stage": "s"}"# })
      let counts = try stage.counts("found", "corrupted", "lost")
      #expect(counts == ["found": 2000, "corrupted": 0, "lost": 0])
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
    }

    /// Stored with another value, in a batch whose checksum fits: it is the same in every reading.
    @Test func inTheTopic() throws {
      let (ended, stage, stored, applied) = try run(
        "damaged-stored",
        ProxyRule(
          api: .produce, which: .nth(1),
          act: .changeRequest { $0.damaging(.value, ofMessage: 1234, sealed: true) }))
      #expect(applied == 1)
      #expect(stored.count == 2000)
      #expect(!stored.contains { $0.value == #"{"n": 1234, "stage": "s"}"# })
      let counts = try stage.counts("found", "corrupted", "lost")
      #expect(counts == ["found": 2000, "corrupted": 1, "lost": 0])
      #expect(ended.code == 10, "\(ended.output)\(ended.errors)")
    }

    /// A record whose identity is destroyed is claimed at the acknowledged offset where key or value are what was sent.
    @Test(arguments: [.header, [.header, .key], [.header, .value]] as [MessageParts])
    func ofTheIdentity(parts: MessageParts) throws {
      let (ended, stage, stored, applied) = try run(
        "damaged-identity-\(parts.rawValue)",
        ProxyRule(
          api: .produce, which: .nth(1), act: .changeRequest { $0.damaging(parts, ofMessage: 1234, sealed: true) }))
      #expect(applied == 1)
      #expect(stored.count == 2000)
      let counts = try stage.counts("found", "corrupted", "lost", "foreign")
      #expect(counts == ["found": 2000, "corrupted": 1, "lost": 0, "foreign": 0])
      #expect(ended.code == 10, "\(ended.output)\(ended.errors)")
    }

    /// A header that is sent twice, with its values the other way round in one message.
    @Test(arguments: [true, false]) func theOrderOfHeaders(isChanged: Bool) throws {
      let (ended, stage, stored, applied) = try run(
        "damaged-header-order-\(isChanged)",
        ProxyRule(
          api: .produce, which: .nth(1),
          act: .changeRequest { isChanged ? $0.exchanging("north", "south", ofMessage: 1234) : $0.bytes }),
        headers: "{route: [north, south], source: x}")
      #expect(applied == 1)
      #expect(stored.count == 2000)
      let counts = try stage.counts("found", "corrupted", "lost")
      #expect(counts == ["found": 2000, "corrupted": isChanged ? 1 : 0, "lost": 0])
      #expect(ended.code == (isChanged ? 10 : 0), "\(ended.output)\(ended.errors)")
    }

    /// Where nothing of it is what was sent, the record is another client's, and the message is lost.
    @Test func ofAllThatIsKnownOfAMessage() throws {
      let (ended, stage, stored, applied) = try run(
        "damaged-beyond-recognition",
        ProxyRule(
          api: .produce, which: .nth(1),
          act: .changeRequest { $0.damaging([.header, .key, .value], ofMessage: 1234, sealed: true) }))
      #expect(applied == 1)
      #expect(stored.count == 2000)
      let counts = try stage.counts("found", "corrupted", "lost", "foreign")
      #expect(counts == ["found": 1999, "corrupted": 0, "lost": 1, "foreign": 1])
      #expect(ended.code == 10, "\(ended.output)\(ended.errors)")
    }
  }
}
