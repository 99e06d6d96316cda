import Glibc
import Testing

extension EndToEndTests.OnKafka {
  /// A transaction of another producer, whose program is killed before it ends it.
  @Suite struct OpenTransactions {
    /// It is named once, with the offset that it holds and the end; the wait for it is spent once.
    @Test func oneThatHoldsTheReaderBack() throws {
      let cluster = try KafkaCluster.strict()
      try cluster.createTopic("held-back", partitions: 1, settings: [:])
      try cluster.write(31, named: "old", to: "held-back")
      let folder = try Folder()
      let other = try cluster.start(
        .performance,
        ["--topic", "held-back", "--num-records", "100000", "--record-size", "10", "--throughput", "50"]
          + ["--transactional-id", "other", "--transaction-duration-ms", "50000"], output: folder.path("other"))
      defer { other.end() }
      let isOpen = cluster.has(60, in: "held-back")
      other.end()
      let words = try folder.read("other")
      try #require(isOpen, "\(words)")
      let ended = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: "held-back", stages: "[{name: s, count: 200}]", within: "5s"
      ).run(in: folder)
      let (held, end) = (try cluster.lastStableOffset(of: "held-back"), try cluster.end(of: "held-back", partition: 0))
      try #require(held == 31, "the transaction is over, or has not begun")
      let stage = try #require(try folder.stages().first)
      #expect(try stage.count("acknowledged") == 200)
      #expect(try stage.count("unseen") == 200)
      #expect(try stage.count("lost") == 0)
      #expect(ended.code == 22, "\(ended.output)\(ended.errors)")
      let said = ended.prose
      #expect(said.ranges(of: "open transaction").count == 1, "\(ended.output)")
      #expect(said.contains("held-back[0]"))
      #expect(said.contains("from \(held)") && said.contains("\(end)"), "\(held) of \(end): \(ended.output)")
      for wrong in ["second reading", "interrupted", "could not be repeated"] {
        #expect(!said.contains(wrong), "\(wrong)")
      }
      let drain = try #require(Double(stage["drain_s"]))
      #expect(drain < 10, "5 s were spent twice")
    }
  }
}
