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

  /// Transactions of a stage's own producers.
  @Suite struct OwnTransactions {
    private static func scenario(_ topic: String, _ isolation: String, _ stage: String) throws -> String {
      """
      version: 1
      name: test
      cluster: {brokers: "\(try KafkaCluster.strict().bootstrap())"}
      topics: {\(topic): {partitions: 3}}
      templates: {order: {key: "k{{seq}}", value: "order {{seq}}"}}
      stages: [\(stage)]
      verify: {isolation: \(isolation)}

      """
    }

    private static func run(_ text: String, in folder: Folder) throws -> Program {
      try Program(
        ["run", try folder.write(text, to: "test.yaml"), "--report-dir", folder.path("Reports")], in: folder)
    }

    /// Aborted messages are hidden from readers of committed records, and shown to others.
    @Test(arguments: [("read_committed", 200, 0), ("read_uncommitted", 0, 200)] as [(String, Int64, Int64)])
    func abortedMessages(_ isolation: String, _ hidden: Int64, _ visible: Int64) throws {
      let folder = try Folder()
      let ended = try Self.run(
        Self.scenario(
          "own-\(isolation)", isolation,
          """
          {name: s, rate: 1k/s, duration: 1s, producers: 2, client: {transactional: {every: 50, abort: 20%}},
           expect: [rate_kept >= 10%]}
          """), in: folder
      ).wait(deadline: 60)
      let stage = try #require(try folder.stages().first, "\(ended.output)\(ended.errors)")
      #expect(
        try stage.counts("sent", "acknowledged", "found", "aborted", "aborted_hidden", "aborted_visible", "unknown")
          == [
            "sent": 1000, "acknowledged": 800, "found": 800, "aborted": 200, "aborted_hidden": hidden,
            "aborted_visible": visible, "unknown": 0,
          ])
      #expect(ended.code == 0, "\(ended.output)")
    }

    /// The open transaction is aborted: nothing of it is found, and no reader is held back.
    @Test func aStopWithinATransaction() throws {
      let cluster = try KafkaCluster.strict()
      let folder = try Folder()
      let program = try Self.run(
        Self.scenario(
          "own-stopped", "read_committed",
          "{name: s, rate: 500/s, duration: 30s, client: {transactional: {every: 20k}}}"), in: folder)
      let isOpen = cluster.has(100, in: "own-stopped")
      program.signal(SIGINT)
      let ended = try program.wait(deadline: 60)
      try #require(isOpen, "\(ended.output)\(ended.errors)")
      #expect(ended.code == 130, "\(ended.output)")
      let stage = try #require(try folder.stages().first)
      #expect(
        try stage.counts("acknowledged", "found", "sent", "unknown") == [
          "acknowledged": 0, "found": 0, "sent": 0, "unknown": 0,
        ])
      let ends = try (0..<3).map { try cluster.end(of: "own-stopped", partition: Int32($0)) }
      #expect(try cluster.lastStableOffset(of: "own-stopped") == ends[0])
    }
  }
}
