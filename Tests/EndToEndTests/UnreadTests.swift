import Kafka
import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests {
  /// `verify: {mode: later}`: the sends are judged, the columns of reading are empty, and nothing is read back.
  @Suite struct Unread {
    private static let later = "verify: {mode: later}"
    private static let notRead = "nothing is read back: verify.mode is later"

    @Test func withoutAFaultItPasses() throws {
      let folder = try Folder()
      let result = try Rehearsed(
        stages: "[{name: s, rate: 500/s, duration: 1s, measure: false}, {name: fast, count: 2000}]",
        more: "\(Self.later)\nexpect: [lost == 0, stage(*).end_to_end_latency_p99 < 1us, rejected == 0]"
      ).run(in: folder)
      #expect(result.exits == [.passed], "\(result.problems)")
      #expect(result.verdict == .passed)
      for stage in result.stages + [result.whole] {
        #expect(stage.read == nil && stage.notRead == Self.notRead)
        #expect(stage.outcome(.rejected) != .skipped(because: Self.notRead))
      }
      #expect(result.whole.checks.map(\.outcome) == [.skipped(because: Self.notRead), .held])
      #expect(result.stages[0].outcome(.unknownUnseen) == .skipped(because: Self.notRead))
      #expect(result.partitions.isEmpty)
      #expect(result.notes.contains { $0.hasPrefix("nothing was read back (verify.mode: later)") })
      let first = try #require(result.whole.firstSend)
      #expect(try #require(result.whole.lastAcknowledgement) > first)
      for row in try folder.stages() {
        #expect(try row.count("sent") == row.count("acknowledged"))
        for column in [
          "read", "found", "lost", "unseen", "unknown_unseen", "duplicated", "foreign", "drain_s", "lag_max",
        ] {
          #expect(row[column] == "", "\(column) of \(row["stage"])")
        }
      }
      let junit = try folder.report("test", "junit.xml")
      #expect(junit.contains(#"<skipped message="\#(Self.notRead)"/>"#))
      #expect(!junit.contains("<error") && !junit.contains("<failure"))
    }

    /// INVALID_RECORD, 87, is final: the client does not retry.
    @Test func rejectedMessagesAreFound() throws {
      let mock = try MockCluster()
      mock.push(Array(repeating: 87, count: 1000), to: .produce)
      var rehearsed = Rehearsed(stages: "[{name: s, rate: 200/s, duration: 1s, measure: false}]", more: Self.later)
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      let result = try rehearsed.run(in: try Folder())
      let stage = try result.stage("s")
      #expect(stage.send[.rejected] == 200 && stage.broken == [.rejected])
      #expect(result.exits == [.expectationFailed])
    }

    @Test func withheldMessagesAreFound() throws {
      let folder = try Folder()
      _ = try folder.write(#"{"properties": {"n": {"maximum": 90}}}"#, to: "schema.json")
      let scenario = Rehearsed(stages: "[{name: s, count: 100}]", more: Self.later).scenario.replacing(
        "{format: json, key", with: "{format: json, schema: schema.json, key")
      let result = try Rehearsed(scenario).run(in: folder)
      let stage = try result.stage("s")
      #expect(stage.send[.withheld] == 9 && stage.send[.acknowledged] == 91 && stage.broken == [.withheld])
      #expect(stage.witnesses.count == 9)
      #expect(result.exits == [.expectationFailed])
    }

    /// With acks 0 brokers do not answer, and nothing is read that could show more.
    @Test func messagesWithoutAnAnswerAreInconclusive() throws {
      var rehearsed = Rehearsed(stages: "[{name: s, count: 50}]", more: Self.later)
      rehearsed.scenario = rehearsed.scenario.replacing(
        #"{brokers: "embedded"}"#, with: #"{brokers: "embedded", librdkafka: {acks: 0}}"#)
      let result = try rehearsed.run(in: try Folder())
      let stage = try result.stage("s")
      #expect(stage.send[.unknown] == 50 && stage.inconclusive == [.unknownUnseen] && stage.broken == [])
      #expect(
        stage.outcome(.unknownUnseen)
          == .inconclusive(
            because: "50 messages were not answered, and nothing is read back: verify.mode is later",
            exit: .inconclusive))
      #expect(result.exits == [.inconclusive])
      // The same, read back, is found.
      rehearsed.scenario = rehearsed.scenario.replacing(Self.later, with: "")
      #expect(try rehearsed.run(in: try Folder()).stage("s").read?[.unknownFound] == 50)
    }

    @Test func aStageThatWasCutShortDoesNotPass() throws {
      var rehearsed = Rehearsed(stages: "[{name: s, rate: 100/s, duration: 60s}]", more: Self.later)
      rehearsed.limits.stageAtMost = 500_000_000
      let result = try rehearsed.run(in: try Folder())
      #expect(try result.stage("s").inconclusive == [.unsent, .rateKept])
      #expect(result.exits == [.inconclusive])
    }

    @Test func theTerminalSaysSo() throws {
      let folder = try Folder()
      let file = try folder.write(
        Rehearsed(stages: "[{name: s, count: 500}]", more: Self.later).scenario, to: "test.yaml")
      let ended = try Program.run(["run", file, "--report-dir", folder.path("Reports")], in: folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(ended.prose.contains("note: nothing was read back (verify.mode: later)"), "\(ended.output)")
      #expect(ended.prose.contains("(\(Self.notRead))"), "\(ended.output)")
      #expect(ended.lastLine.hasPrefix("result: PASSED "), "\(ended.lastLine)")
      #expect(!ended.errors.contains("read back"), "\(ended.errors)")
    }
  }
}
