import Dispatch
import Kafka
import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests {
  /// The course of a run: several producers, stages that overlap, pauses, and the ways in which sending ends before its time.
  @Suite struct Courses {
    private static let threeParts = """
      [{name: paced, rate: 2k/s, duration: 500ms, producers: 3},
       {name: breathe, pause: 200ms},
       {name: flat, count: 10001, producers: 4},
       {name: timed, duration: 200ms, producers: 2}]
      """

    @Test func producersThatShareAStageSendEachMessageOnce() throws {
      let result = try Rehearsed(stages: Self.threeParts).run(in: try Folder())
      #expect(result.exits == [.passed])
      #expect(result.stages.map(\.name) == ["paced", "flat", "timed"])
      #expect(result.stages.map(\.ordinal) == [0, 2, 3])
      #expect(result.stages.map(\.producerCount) == [3, 4, 2])
      #expect(result.stages.prefix(2).map { $0.send[.due] } == [1000, 10_001])
      // At max with a time whole blocks of 128 are offered.
      #expect(try result.stage("timed").send[.due] % 128 == 0)
      for stage in result.stages {
        let read = try #require(stage.read)
        #expect(stage.send[.acknowledged] == stage.send[.due] && read[.found] == stage.send[.due])
        #expect(read[.duplicated] == 0 && read[.reordered] == 0)
      }
    }

    @Test func eachKeyIsSentByOneProducer() throws {
      let result = try Rehearsed(
        stages: "[{name: a, rate: 5k/s, duration: 400ms, producers: 3}, {name: b, duration: 200ms, producers: 3}]",
        more: "verify: {order: per-key}"
      ).run(in: try Folder())
      #expect(result.exits == [.passed])
      #expect(try result.stage("a").read?[.found] == 2000)
      let timed = try result.stage("b")
      #expect(timed.read?[.found] == timed.send[.due] && timed.send[.due] % 128 == 0)
    }

    @Test func stagesThatOverlapBeginWhereTheTimeLineSays() throws {
      let result = try Rehearsed(
        stages: """
          [{name: a, rate: 1k/s, duration: 1s}, {name: w, rate: 1k/s, duration: 200ms, start: {with: a, delay: 300ms}},
           {name: f, count: 10, start: {after: w, delay: 100ms}}, {name: l, count: 10}]
          """
      ).run(in: try Folder())
      #expect(result.exits == [.passed])
      let starts = try result.stages.map { try #require($0.startedAt) }
      // Never before its time; a machine that is busy makes it later.
      #expect((295...1000).contains(starts[1] - starts[0]), "\(starts)")
      #expect(starts[2] - starts[1] >= 290, "\(starts)")
      #expect(starts[3] - starts[0] >= 990, "\(starts)")
      // The processor time of stages that overlap is not divided between them.
      #expect(result.stages.map { $0.clientCPU == nil } == [true, true, true, false])
      #expect(result.whole.clientCPU != nil)
    }

    @Test func theWholeRunHasALimit() throws {
      let result = try Rehearsed(
        stages: "[{name: a, rate: 100/s, duration: 30s}, {name: b, count: 10}]", more: "at_most: 500ms"
      ).run(in: try Folder())
      #expect(result.exits == [.inconclusive])
      #expect(result.problems.map(\.code) == ["inconclusive.run-too-long"])
      #expect(try result.stage("b").verdict == .skipped)
      let stage = try result.stage("a")
      #expect(stage.send[.unsent] > 2000 && stage.send[.unsent] + stage.send[.sent] == 3000)
    }

    /// The clients of the next stage are connected already when the run is stopped.
    @Test func aStopBeforeAStageBegins() throws {
      var rehearsed = Rehearsed(
        stages: "[{name: a, rate: 10/s, duration: 1s}, {name: p, pause: 1s}, {name: b, count: 10, producers: 2}]")
      let stop = StopRequest()
      rehearsed.stop = stop
      DispatchQueue(label: "stop").asyncAfter(deadline: .now() + 1.3) { @Sendable in stop.stop(.interrupt) }
      let result = try rehearsed.run(in: try Folder())
      #expect(result.exits.first == .interrupted)
      #expect(try result.stage("a").read?[.found] == 10)
      #expect(try result.stage("b").verdict == .skipped)
    }

    /// The broker of the command line is held to what the scenario's own would be.
    @Test(arguments: [["run"], ["check", "--connect"]])
    func transactionsOnTheEmbeddedBrokerOfTheCommandLine(_ command: [String]) throws {
      let folder = try Folder()
      let ended = try Program.run(
        command + ["--brokers", "embedded", .repository("Scenarios/transactions.yaml")], in: folder)
      #expect(ended.code == 65, "\(ended.output)\(ended.errors)")
      #expect(ended.errors.contains("transactions prove nothing on the embedded broker"))
      // On a cluster that is named the same file is good.
      let named = try Program.run(["check", .repository("Scenarios/transactions.yaml")], in: folder)
      #expect(named.code == 0)
    }

    // MARK: A full queue

    /// A cluster that responds after 100 ms, and a queue of 20 messages.
    private static func full(_ action: String) throws -> RunResult {
      let mock = try MockCluster()
      mock.setRoundTrip(.milliseconds(100))
      var rehearsed = Rehearsed(
        stages: """
          [{name: s, rate: 2k/s, duration: 300ms, on_full: \(action), librdkafka: {queue.buffering.max.messages: 20}}]
          """)
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      return try rehearsed.run(in: try Folder())
    }

    @Test func messagesAreDroppedWhereTheQueueIsFull() throws {
      let result = try Self.full("drop")
      let stage = try result.stage("s")
      #expect(stage.send[.dropped] > 100 && stage.send[.dropped] + stage.send[.sent] == 600)
      #expect(stage.read?[.found] == stage.send[.sent])
      #expect(stage.limitedBy == .cluster)
      #expect(Set(stage.broken) == [.dropped, .rateKept])
      #expect(result.exits == [.expectationFailed])
      // What is dropped does not delay what follows.
      #expect(try #require(stage.duration) < .seconds(3))
    }

    @Test func aFullQueueEndsTheStage() throws {
      let result = try Self.full("fail")
      let stage = try result.stage("s")
      #expect(stage.send[.unsent] > 400 && stage.send[.unsent] + stage.send[.sent] == 600)
      #expect(result.problems.map(\.code) == ["expectation.client-queue-full"])
      #expect(result.exits == [.expectationFailed, .inconclusive])
    }

    @Test func byDefaultMessagesWait() throws {
      let stage = try Self.full("block").stage("s")
      #expect(stage.send[.sent] == 600 && stage.send[.dropped] == 0 && stage.send[.unsent] == 0)
      #expect(try #require(stage.queueFull) > .seconds(1))
    }

    // MARK: abort_when

    /// 87 is librdkafka's code of INVALID_RECORD.
    private static func refusing(_ condition: String) throws -> RunResult {
      let mock = try MockCluster()
      mock.push(Array(repeating: 87, count: 1000), to: .produce)
      var rehearsed = Rehearsed(
        stages: """
          [{name: s, rate: 100/s, duration: 4s, abort_when: [\(condition)]}, {name: next, count: 5}]
          """)
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      return try rehearsed.run(in: try Folder())
    }

    @Test(arguments: [("rejected > 20", false), ("{check: rejected > 20, scope: stage}", true)])
    func aConditionEndsTheSending(_ condition: String, _ goesOn: Bool) throws {
      let result = try Self.refusing(condition)
      let stage = try result.stage("s")
      #expect(stage.send[.unsent] > 100, "\(stage.send)")
      #expect(stage.send[.rejected] > 20)
      #expect(try result.stage("next").verdict == (goesOn ? .failed : .skipped))
      #expect(result.exits.first == .expectationFailed)
      #expect(result.problems.map(\.code).contains("inconclusive.abort-when"))
    }

    @Test func aConditionThatIsNeverTrueEndsNothing() throws {
      let result = try Rehearsed(stages: "[{name: s, rate: 100/s, duration: 2s, abort_when: [rejected > 0]}]").run(
        in: try Folder())
      #expect(result.exits == [.passed])
      #expect(try result.stage("s").checks.contains { $0.subject == .abortCondition && $0.outcome == .held })
    }
  }
}
