import Kafka
import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests {
  /// Every detector is proven by sabotage: an injected fault is found, and the same run without it passes.
  @Suite struct Verdicts {
    private static let stages = "[{name: s, count: 2000}]"

    @Test func withoutAFaultItPasses() throws {
      let result = try Rehearsed(stages: Self.stages).run(in: try Folder())
      #expect(result.exits == [.passed])
      let stage = try result.stage("s")
      #expect(stage.send[.acknowledged] == 2000)
      #expect(stage.read?[.found] == 2000)
      #expect(stage.broken == [] && stage.inconclusive == [])
    }

    @Test func aRecordHiddenFromTheReaderIsLostWithItsWitness() throws {
      var rehearsed = Rehearsed(stages: Self.stages)
      var sabotage = Sabotage()
      sabotage.add(.hide, stage: 0, sequence: 711)
      rehearsed.sabotage = sabotage
      let result = try rehearsed.run(in: try Folder())
      #expect(result.exits == [.verificationFailed])
      let stage = try result.stage("s")
      #expect(stage.read?[.lost] == 1)
      #expect(stage.read?[.found] == 1999)
      #expect(stage.broken == [.lost])
      let witness = try #require(stage.witnesses.first)
      #expect(stage.witnesses.count == 1)
      #expect(witness.kind == .lost && witness.sequence == 711 && witness.topic == "orders")
      #expect(witness.offset != nil)
    }

    @Test func anAlteredRecordIsCorruptedAndInvalid() throws {
      var rehearsed = Rehearsed(stages: Self.stages)
      var sabotage = Sabotage()
      sabotage.add(.alter(byte: 0), stage: 0, sequence: 42)
      rehearsed.sabotage = sabotage
      let result = try rehearsed.run(in: try Folder())
      #expect(result.exits == [.verificationFailed])
      let stage = try result.stage("s")
      #expect(stage.broken == [.corrupted, .invalid])
      #expect(stage.read?[.found] == 2000)
      #expect(
        stage.witnesses.first { $0.kind == .corrupted }?.detail == "value differs at byte 0: sent 0x7b, read 0x84")
    }

    @Test func aDestroyedIdentityIsFoundAndCorruptedAndNotForeign() throws {
      var rehearsed = Rehearsed(stages: Self.stages)
      var sabotage = Sabotage()
      sabotage.add(.destroyIdentity, stage: 0, sequence: 1999)
      rehearsed.sabotage = sabotage
      let stage = try rehearsed.run(in: try Folder()).stage("s")
      #expect(stage.broken == [.corrupted])
      #expect(stage.read?[.found] == 2000)
      #expect(stage.read?[.foreign] == 0)
    }

    @Test func aRecordHandedOutTwiceIsOneRecord() throws {
      var rehearsed = Rehearsed(stages: Self.stages)
      var sabotage = Sabotage()
      sabotage.add(.redeliver, stage: 0, sequence: 5)
      rehearsed.sabotage = sabotage
      let result = try rehearsed.run(in: try Folder())
      #expect(result.exits == [.passed])
      #expect(try result.stage("s").read?[.read] == 2000)
    }

    /// INVALID_RECORD, 87, is final: the client does not retry.
    @Test func aStageOfWhichEveryMessageIsRefusedDoesNotPass() throws {
      let mock = try MockCluster()
      mock.push(Array(repeating: 87, count: 1000), to: .produce)
      var rehearsed = Rehearsed(stages: "[{name: s, rate: 200/s, duration: 1s, measure: false}]")
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      let result = try rehearsed.run(in: try Folder())
      let stage = try result.stage("s")
      #expect(stage.send[.rejected] == 200)
      #expect(stage.send[.acknowledged] == 0)
      #expect(stage.broken == [.rejected])
      #expect(stage.rejections.map(\.code) == ["INVALID_RECORD"])
      #expect(result.exits == [.expectationFailed])
      #expect(result.verdict == .failed)
    }

    /// TOPIC_AUTHORIZATION_FAILED, 29, does not depend on the messages.
    @Test func refusalsOnTheWayToTheClusterAreInconclusive() throws {
      let mock = try MockCluster()
      mock.push(Array(repeating: 29, count: 1000), to: .produce)
      var rehearsed = Rehearsed(stages: "[{name: s, count: 50}]")
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      let result = try rehearsed.run(in: try Folder())
      #expect(try result.stage("s").inconclusive == [.rejected])
      #expect(result.exits == [.infrastructure])
    }

    @Test func aStageThatWasCutShortDoesNotPass() throws {
      var rehearsed = Rehearsed(stages: "[{name: s, rate: 100/s, duration: 60s}, {name: next, count: 10}]")
      rehearsed.limits.stageAtMost = 500_000_000
      let result = try rehearsed.run(in: try Folder())
      let stage = try result.stage("s")
      #expect(stage.send[.unsent] > 5000)
      #expect(stage.send[.due] == 6000)
      #expect(stage.inconclusive == [.unsent, .rateKept])
      #expect(stage.problem?.code == "inconclusive.stage-too-long")
      // The run goes on with the next stage.
      #expect(try result.stage("next").verdict == .passed)
      #expect(result.exits == [.inconclusive])
    }

    /// `mode: after` reads the same records as `mode: tail`.
    @Test func readingAfterwards() throws {
      let result = try Rehearsed(stages: Self.stages, more: "verify: {mode: after}").run(in: try Folder())
      #expect(result.exits == [.passed])
      #expect(try result.stage("s").read?[.found] == 2000)
    }

    @Test func readingAfterwardsWhatTheEmbeddedBrokerWouldNotKeep() throws {
      let result = try Rehearsed(stages: "[{name: s, count: 1M}]", more: "verify: {mode: after}").run(in: try Folder())
      #expect(result.exits == [.invalidInput])
      #expect(result.problems.map(\.code) == ["input.too-much-for-embedded"])
    }

    /// Far more messages than the embedded broker keeps pass through it, because they are read meanwhile.
    @Test func moreThanTheEmbeddedBrokerKeeps() throws {
      let result = try Rehearsed(stages: "[{name: s, count: 200k}]", partitions: 1).run(in: try Folder())
      #expect(result.exits == [.passed])
      #expect(try result.stage("s").read?[.found] == 200_000)
    }

    @Test(arguments: ["by-key", "by-key-crc32", "sticky", "round-robin", "1"]) func partitionRules(_ rule: String)
      throws
    {
      let result = try Rehearsed(stages: "[{name: s, count: 3000, partition: \(rule)}]").run(in: try Folder())
      #expect(result.exits == [.passed], "\(result.problems)")
    }
  }
}
