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
        brokers: cluster.bootstrap(), topic: "held-back", stages: "[{name: s, count: 200}]", within: "6s"
      ).run(in: folder)
      let (held, end) = (try cluster.lastStableOffset(of: "held-back"), try cluster.end(of: "held-back", partition: 0))
      try #require(held == 31, "the transaction is over, or has not begun")
      let stage = try #require(try folder.stages().first)
      let counts = try stage.counts("acknowledged", "found", "lost", "unseen")
      #expect(counts == ["acknowledged": 200, "found": 0, "lost": 0, "unseen": 200])
      #expect(ended.code == 22, "\(ended.output)\(ended.errors)")
      let said = ended.prose
      let sentence = "holds back held-back[0] from offset \(held) on; it ends at \(end)"
      #expect(said.ranges(of: sentence).count == 1, "\(sentence): \(ended.output)")
      for wrong in ["second reading", "interrupted", "could not be repeated"] {
        #expect(!said.contains(wrong), "\(wrong)")
      }
      let took = try #require(ended.lastLine.split(separator: " ").first { $0.hasPrefix("duration=") })
      let seconds = try #require(Double(took.dropFirst("duration=".count).dropLast()))
      #expect(seconds < 12, "6 s were spent twice")
    }
  }
}
