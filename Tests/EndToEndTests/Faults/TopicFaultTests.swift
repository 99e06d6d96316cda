import Testing

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
}
