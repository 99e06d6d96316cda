import Diagnostics
import Kafka
import Language
import Load
import Rehearsal
import SampleScenarios
import Testing

extension EndToEndTests {
  /// `check --connect`: each error is at its line, nothing is created, and nothing hangs.
  @Suite struct ClusterChecks {
    private static func file(_ topics: String, stages: String, brokers: String = "embedded") -> String {
      """
      version: 1
      name: test
      cluster: {brokers: "\(brokers)"}
      topics: {\(topics)}
      templates: {m: {value: "a {{seq}}"}}
      stages: [\(stages)]

      """
    }

    private func check(_ text: String, on mock: MockCluster) throws -> ClusterCheck {
      let reading = SampleScenario(text, path: "test.yaml").reading
      let scenario = try #require(reading.scenario, "\(reading.describeAll())")
      return ClusterCheck(scenario, connection: ClusterConnection(embedded: mock, []))
    }

    private func said(_ check: ClusterCheck) -> [String] {
      check.diagnostics.map { "\($0.range.start.line) \($0.code.rawValue): \($0.message)" }
    }

    @Test func topicsAsStatedAndTopicsToBeCreated() throws {
      let mock = try MockCluster()
      try mock.createTopic("there", partitions: 3)
      let check = try check(
        Self.file(
          "there: {partitions: 3}, missing: {partitions: 2}, spare: {}",
          stages: "{name: a, count: 1, topic: there}, {name: b, count: 1, topic: missing}"), on: mock)
      #expect(said(check) == [])
      #expect(
        check.findings.dropFirst() == [
          "topic \"there\": exists, with 3 partitions, replication 1",
          "topic \"missing\": does not exist; a run can create it, with 2 partitions, the cluster's replication",
          "topic \"spare\": no stage sends to it",
        ])
      #expect(check.findings[0].contains("1 broker at \(mock.bootstrap)"))
      // Asking has created nothing.
      let connection = ClusterConnection(embedded: mock, [])
      let prober = try ClientHandle.prober(connection.profile.prober)
      defer { prober.close() }
      #expect(try prober.metadata(.allTopics, timeout: .seconds(2)).topics.map(\.name) == ["there"])
    }

    @Test func topicsThatAreNotAsStated() throws {
      let mock = try MockCluster()
      try mock.createTopic("three", partitions: 3)
      let check = try check(
        Self.file(
          "three: {partitions: 4}, never: {create: never}, one: {}, left: {create: by-broker}",
          stages: """
            {name: a, count: 1, topic: three}, {name: b, count: 1, topic: never},
              {name: c, count: 1, topic: one, partition: 7}, {name: d, count: 1, topic: left, partition: 0},
              {name: e, count: 1, topic: left, partition: 1}
            """), on: mock)
      #expect(
        said(check) == [
          "4 infrastructure.partition-count: topic \"three\" has 3 partitions, but the scenario says 4",
          "4 infrastructure.topic-missing: topic \"never\" does not exist, and the scenario says not to create it",
          "7 infrastructure.partition-missing: stage \"c\" sends to partition 7, but topic \"one\" has 1 partition, "
            + "numbered from 0",
          "8 infrastructure.partition-missing: stage \"e\" sends to partition 1, but topic \"left\" has 1 partition, "
            + "numbered from 0",
        ])
    }

    @Test func theEmbeddedBrokerIsNotAsked() throws {
      let folder = try Folder()
      let file = try folder.write(
        Self.file("t: {}", stages: "{name: a, count: 1}").replacing("\"embedded\"", with: "embedded"), to: "a.yaml")
      let ended = try Program.run(["check", "--connect", file], in: folder)
      #expect(ended.code == 0)
      #expect(ended.output.hasSuffix("the embedded broker, which is part of this program; there is nothing to check\n"))
    }

    @Test func aServerThatNeverAnswers() throws {
      let silent = try SilentServer()
      let folder = try Folder()
      let file = try folder.write(
        Self.file("t: {}", stages: "{name: a, count: 1}", brokers: silent.address), to: "a.yaml")
      let ended = try Program.run(["check", "--connect", file], in: folder, deadline: 20)
      #expect(ended.code == 20)
      #expect(ended.errors.contains("a.yaml:3:20: error: no answer from \(silent.address) within "))
      #expect(ended.errors.contains("[infrastructure.unreachable]"))
      #expect(ended.errors.contains("check that it is a Kafka broker, and whether it expects TLS or SASL"))
      #expect(ended.errors.contains("\n\n1 error at the cluster\n"))
      #expect(ended.errors.hasSuffix("rehearse why infrastructure.unreachable\n"))
    }

    @Test func aPortWhereNothingListens() throws {
      let folder = try Folder()
      let file = try folder.write(
        Self.file("t: {}", stages: "{name: a, count: 1}", brokers: "127.0.0.1:1"), to: "a.yaml")
      let ended = try Program.run(["check", "--connect", file], in: folder, deadline: 20)
      #expect(ended.code == 20)
      #expect(ended.errors.contains("a.yaml:3:20: error: cannot reach 127.0.0.1:1 ("))
    }

    /// The cluster of an invalid file is not asked.
    @Test func aFaultyFileIs65AndNoBrokerIsAsked() throws {
      let silent = try SilentServer()
      let folder = try Folder()
      let file = try folder.write(
        Self.file("t: {}", stages: "{name: a}", brokers: silent.address), to: "a.yaml")
      let ended = try Program.run(["check", "--connect", file], in: folder)
      #expect(ended.code == 65)
      #expect(!silent.hasBeenAsked)
    }
  }
}
