import Load
import Rehearsal
import Scenarios
import Testing
import Verification

extension EndToEndTests.OnKafka {
  /// Compacted topics, with five keys and a cleaner that does not rest.
  @Suite struct CompactedTopics {
    private static let policy = "cleanup.policy"
    private static let eager = ["segment.ms": "200", "min.cleanable.dirty.ratio": "0.01", "max.compaction.lag.ms": "1"]

    private func scenario(_ topic: String, on cluster: KafkaCluster) -> KafkaScenario {
      KafkaScenario(
        brokers: cluster.bootstrap(), topic: topic,
        stages:
          "[{name: s, rate: 1k/s, duration: 2s, measure: false}, {name: late, rate: 20/s, duration: 3s, measure: false}]",
        key: "k-{{random.choice(['a','b','c','d','e'])}}", mode: "after")
    }

    /// The records of all messages but the latest of each key are replaced: trimmed, and neither lost nor unseen.
    private func expectReplaced(_ ended: Program.Ended, _ topic: String, _ folder: Folder, _ cluster: KafkaCluster)
      throws
    {
      let stage = try #require(try folder.stages().first)
      let stored = try StoredMessages(in: topic, of: cluster, isCompacted: true)
      #expect(stored.distinct < 2000, "the cleaner did not run")
      let counts = try stage.counts("acknowledged", "found", "lost", "trimmed", "unseen")
      // The cleaner may have gone on after the reading.
      let found = try stage.count("found")
      #expect(found >= stored.distinct && found < 2000)
      #expect(counts == ["acknowledged": 2000, "found": found, "lost": 0, "trimmed": 2000 - found, "unseen": 0])
      #expect(ended.code == 22, "\(ended.output)\(ended.errors)")
    }

    func compactedFromTheStart() throws {
      let cluster = try KafkaCluster.strict()
      let settings = Self.eager.merging([Self.policy: "compact"]) { $1 }
      try cluster.createTopic("compacted", partitions: 1, settings: settings)
      let folder = try Folder()
      let ended = try scenario("compacted", on: cluster).run(in: folder)
      try expectReplaced(ended, "compacted", folder, cluster)
    }

    /// The policy is asked for again at the end, and the change is in every report.
    @Test func oneThatBecomesCompactedDuringTheRun() throws {
      let cluster = try KafkaCluster.strict()
      try cluster.createTopic("compacted-later", partitions: 1, settings: Self.eager)
      let folder = try Folder()
      let program = try scenario("compacted-later", on: cluster).start(in: folder)
      try #require(cluster.has(1000, in: "compacted-later"))
      try cluster.set(Self.policy, "compact", of: "compacted-later")
      let ended = try program.wait()
      try expectReplaced(ended, "compacted-later", folder, cluster)
      try folder.expectReports(ended, say: "was changed during the run")
    }

    /// The question for the topic's settings is lost once: it is put again, and what is lost stays proven.
    @Test func oneWhoseSettingsAreNotAnsweredOnce() throws {
      let cluster = try KafkaCluster.strict()
      try cluster.createTopic("unanswered", partitions: 1, settings: [:])
      let proxy = try KafkaProxy(
        cluster.brokers[0], rules: [ProxyRule(api: .describeConfigs, which: .nth(1), act: .drop)])
      defer { proxy.end() }
      var rehearsed = Rehearsed(
        KafkaScenario(brokers: proxy.address, topic: "unanswered", stages: "[{name: s, count: 2000}]").text)
      var sabotage = Sabotage()
      for sequence in UInt64(700)..<736 { sabotage.add(.hide, stage: 0, sequence: sequence) }
      rehearsed.sabotage = sabotage
      let result = try rehearsed.run(in: try Folder())
      #expect(proxy.applied == [1])
      let read = try #require(try result.stage("s").read)
      #expect([read[.found], read[.lost], read[.unseen]] == [1964, 36, 0])
      #expect(result.exits.first == .verificationFailed, "\(result.exits) \(result.problems)")
      #expect(try cluster.count(of: "unanswered") == 2000)
    }
  }
}
