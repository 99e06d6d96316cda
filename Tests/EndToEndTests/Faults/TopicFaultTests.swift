import Load
import Rehearsal
import Scenarios
import Testing
import Verification

extension EndToEndTests.OnKafka.Faults {
  /// Partitions that are missing in the new topic are named; only of the others something is proven lost.
  @Test func aTopicIsMadeAgainWithFewerPartitions() throws {
    let cluster = try KafkaCluster.strict()
    try cluster.createTopic("fewer", partitions: 3, settings: [:])
    let folder = try Folder()
    let program = try KafkaScenario(
      brokers: cluster.bootstrap(), topic: "fewer",
      stages: "[{name: s, rate: 1k/s, duration: 6s, partition: round-robin, measure: false}]",
      client: ["message.timeout.ms": "4000"], within: "5s"
    ).start(in: folder)
    try #require(cluster.has(500, in: "fewer"))
    try cluster.makeAnew("fewer")
    let ended = try program.wait(deadline: 90)
    let stored = try StoredMessages(in: "fewer", of: cluster)
    let stage = try #require(try folder.stages().first)
    // Every third message is for the partition that is there, and is sent until it is acknowledged.
    let lost = try stage.count("lost")
    #expect(lost == 2000 - stored.distinct)
    let (acknowledged, found) = (try stage.count("acknowledged"), try stage.count("found"))
    let unseen = try stage.count("unseen")
    #expect(found >= stored.distinct && found + lost + unseen == acknowledged)
    #expect(ended.code == 10, "\(ended.output)\(ended.errors)")
    try folder.expectReports(ended, say: "deleted and made again")
    #expect(ended.prose.contains("fewer[1]"), "\(ended.output)")
  }

  /// Without any answer it is not known whether absent messages were replaced: inconclusive, and no permission is missing.
  @Test func aTopicWhoseSettingsAreNeverAnswered() throws {
    let cluster = try KafkaCluster.strict()
    try cluster.createTopic("never-answered", partitions: 1, settings: [:])
    let proxy = try KafkaProxy(cluster.brokers[0], rules: [ProxyRule(api: .describeConfigs, act: .drop)])
    defer { proxy.end() }
    var rehearsed = Rehearsed(
      KafkaScenario(brokers: proxy.address, topic: "never-answered", stages: "[{name: s, count: 2000}]").text)
    var sabotage = Sabotage()
    sabotage.add(.hide, stage: 0, sequence: 700)
    rehearsed.sabotage = sabotage
    let folder = try Folder()
    let result = try rehearsed.run(in: folder)
    #expect(proxy.applied[0] > 1)
    let read = try #require(try result.stage("s").read)
    #expect([read[.found], read[.lost], read[.unseen]] == [1999, 0, 1])
    #expect(result.exits.first == .inconclusive, "\(result.exits) \(result.problems)")
    let junit = try folder.report("test", "junit.xml")
    for permission in ["grant", "missing right", "permission"] { #expect(!junit.contains(permission), "\(junit)") }
  }

  /// A batch that never arrives whole cannot be judged: nothing in it is lost or corrupted, and the reading ends.
  @Test func aBatchIsDamagedEachTime() throws {
    let (ended, stage, stored, applied) = try EndToEndTests.OnKafka.Damage().run(
      "damaged-always",
      ProxyRule(api: .fetch, act: .changeAnswer { $0.damaging(.value, ofMessage: 1234, sealed: false) }), within: "4s"
    )
    #expect(applied > 1)
    #expect(Set(stored.map(\.value)).count == 2000)
    let counts = try stage.counts("corrupted", "lost")
    #expect(counts == ["corrupted": 0, "lost": 0])
    let unseen = try stage.count("unseen")
    #expect(unseen > 0)
    #expect(ended.code == 22, "\(ended.output)\(ended.errors)")
  }

  @Test func aTopicIsCompactedFromTheStart() throws {
    try EndToEndTests.OnKafka.CompactedTopics().compactedFromTheStart()
  }

  @Test(arguments: EndToEndTests.OnKafka.ReplacedTopics.taken.dropLast())
  func anotherClientIsFirst(_ log: EndToEndTests.OnKafka.ReplacedTopics.Taken) throws {
    try EndToEndTests.OnKafka.ReplacedTopics().oneInWhichAnotherClientIsFirst(log)
  }

  @Test(arguments: ["false"]) func aTopicIsMadeAgainInTheMiddle(idempotent: String) throws {
    try EndToEndTests.OnKafka.ReplacedTopics().oneThatIsMadeAgainInTheMiddle(idempotent: idempotent)
  }

  @Test(arguments: ["false"]) func aBrokerDeniesWhatIsStored(idempotent: String) throws {
    try EndToEndTests.OnKafka.Proxies().oneThatDeniesWhatIsStored(idempotent: idempotent)
  }
}
