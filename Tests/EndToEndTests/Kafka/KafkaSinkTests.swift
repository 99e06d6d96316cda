import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests.OnKafka {
  /// Topics behind a processor, which does what it should, or does not: each fault must be found, and nothing else.
  @Suite struct Sinks {
    private static let count = 1000

    private func scenario(_ cluster: KafkaCluster, _ name: String, sink: String) -> String {
      """
      version: 1
      name: test
      cluster: {brokers: "\(cluster.bootstrap())"}
      topics: {in-\(name): {partitions: 2, create: never}, out-\(name): {partitions: 1, create: never}}
      templates: {m: {format: json, value: '{"id": "{{id}}", "n": {{seq}}}'}}
      stages: [{name: steady, topic: in-\(name), template: m, rate: 500/s, count: \(Self.count)}]
      sinks: {out-\(name): \(sink)}
      """
    }

    private func run(
      _ name: String, sink: String, make: @escaping @Sendable (Int, String) -> [String]
    ) throws -> RunResult {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("in-\(name)", partitions: 2)
      try cluster.createTopic("out-\(name)", partitions: 1)
      let processor = try StreamProcessor(
        cluster, from: "in-\(name)", partitions: 2, to: "out-\(name)", make: make)
      defer { processor.end() }
      return try Rehearsed(scenario(cluster, name, sink: sink)).run(in: try Folder())
    }

    private func sink(_ result: RunResult) throws -> SinkResult { try #require(result.sinks?.first) }

    @Test func everyMessageIsFoundWithoutWaiting() throws {
      let result = try run("clean", sink: "{from: in-clean, identity: {json: $.source.id}, same: {$.n: $.n}}") {
        _, value in
        [#"{"source": \#(value), "n": \#(value.split(separator: " ").last?.dropLast() ?? "")}"#]
      }
      let sink = try sink(result)
      let counts = try #require(sink.counts)
      #expect(counts[.found] == UInt64(Self.count))
      #expect(counts[.read] == UInt64(Self.count))
      #expect(counts[.corrupted] == 0)
      #expect(sink.witnesses == [])
      #expect(sink.unseenBecause == nil)
      #expect(sink.readings == 1)
      #expect(sink.endToEndLatency?.count == UInt64(Self.count))
      #expect(try #require(sink.caughtUp) < .seconds(1))
      #expect(result.exits == [.passed])
      #expect(try result.stage("steady").read?[.foreign] ?? 0 == 0)
    }

    /// 3 dropped, 5 doubled, 7 altered, 9 with another's id: the end must agree over 45 s before anything is called missing.
    @Test func everyFaultIsFound() throws {
      let result = try run(
        "faulty", sink: "{from: in-faulty, identity: {json: $.id}, same: {$.n: $.n}, within: 5s}"
      ) { _, value in
        let n = value.split(separator: " ").last.flatMap { Int($0.dropLast()) } ?? -1
        switch n {
        case 3: return []
        case 5: return [value, value]
        case 7: return [value.replacing("\"n\": 7", with: "\"n\": 8")]
        case 9: return [value.replacing("\"id\": \"r", with: "\"id\": \"q")]
        default: return [value]
        }
      }
      let sink = try sink(result)
      let counts = try #require(sink.counts)
      #expect(counts[.found] == UInt64(Self.count - 2))
      #expect(counts[.missing] == 2)
      #expect(counts[.duplicated] == 1)
      #expect(counts[.corrupted] == 1)
      #expect(counts[.foreign] == 1)
      #expect(counts[.unseen] == 0)
      #expect(Set(sink.witnesses.filter { $0.kind == .missing }.map(\.sequence)) == [3, 9])
      #expect(sink.witnesses.first { $0.kind == .duplicated }?.sequence == 5)
      #expect(sink.witnesses.first { $0.kind == .corrupted }?.detail == "$.n is 8, 7 was sent")
      #expect(result.exits.contains(.verificationFailed))
    }

    @Test func partitionsThatAppearOnTheWayAreRead() throws {
      let cluster = try KafkaCluster.shared()
      let result = try run("wider", sink: "{from: in-wider, identity: {json: $.id}}") { n, value in
        // The others are written by hand, to a partition that was not there at the start.
        if n == 0 { _ = try? cluster.tool(.topics, ["--alter", "--topic", "out-wider", "--partitions", "2"]) }
        return [value]
      }
      let counts = try #require(try sink(result).counts)
      #expect(counts[.found] == UInt64(Self.count))
      #expect(counts[.missing] + counts[.unseen] == 0)
    }

    @Test func aCommandIsAskedAtTheEnd() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("in-command", partitions: 1)
      let folder = try Folder()
      let file = folder.path("ids")
      let result = try Rehearsed(
        """
        version: 1
        name: test
        cluster: {brokers: "\(cluster.bootstrap())"}
        topics: {in-command: {partitions: 1, create: never}}
        templates: {m: {value: "{{id}}"}}
        stages: [{name: steady, topic: in-command, template: m, count: 100}]
        sinks: {table: {command: [cat, "\(file)"], from: in-command, within: 3s}}
        """
      ).run(in: folder)
      // There is no such file: nothing is known, and nothing is missing.
      let sink = try sink(result)
      #expect(sink.counts?[.unseen] == 100)
      #expect(sink.counts?[.missing] == 0)
      #expect(sink.unseenBecause?.contains("exit code 1") == true)
      #expect(result.exits.contains(.inconclusive))
    }
  }
}
