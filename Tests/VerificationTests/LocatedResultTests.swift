import Diagnostics
import Scenarios
import Testing
import Verification

/// Results with the places and remedies of the text that their scenario was made of.
@Suite struct LocatedResultTests {
  private static func range(_ line: Int) -> SourceRange {
    SourceRange(start: .init(line: line, column: 1), end: .init(line: line, column: 9))
  }

  private static var result: RunResult {
    let problem = Problem(.topicMissing, "there is no topic", do: "create it", at: range(3).start)
    var stage = StageResult(name: "post", index: 0, position: range(5).start, measured: true, verdict: .inconclusive)
    stage.problem = problem
    stage.checks = [
      Check(
        expectation: Expectation(metric: .lost, comparison: .equal, bound: .count(0), range: range(7)),
        outcome: .inconclusive(because: problem.sentence, exit: .infrastructure))
    ]
    return RunResult(
      runID: "1", scenario: "s", scenarioPath: "r.json",
      provenance: Provenance(
        label: nil, gitSHA: nil, gitBranch: nil, gitDirty: nil, toolVersion: "1", clientVersion: "2",
        scenarioSHA256: "",
        clientConfigSHA256: "", seed: 1, host: "", os: "", arch: "", cpuCount: 1, broker: .kafka, brokerCount: nil,
        securityProtocol: "plaintext"),
      startedAt: 0, duration: .zero, verdict: .inconclusive, exits: [.infrastructure], problems: [problem],
      stages: [stage], whole: StageResult(name: "*", index: nil, position: nil, measured: true, verdict: .inconclusive),
      partitions: [], notes: [])
  }

  @Test func everyPlaceIsMoved() {
    let moved = Self.result.located({ range in
      var moved = range
      moved.start.file = "r.json#content"
      moved.end.file = "r.json#content"
      return moved
    })
    #expect(moved.problems[0].position?.file == "r.json#content")
    #expect(moved.stages[0].position?.file == "r.json#content")
    #expect(moved.stages[0].problem?.position?.file == "r.json#content")
    #expect(moved.stages[0].checks[0].expectation.position.file == "r.json#content")
  }

  @Test func aCheckStillGivesItsProblemAsItsReason() {
    let moved = Self.result.located({ $0 }, remedy: { _ in "let brokers create it" })
    #expect(moved.problems[0].sentence == "there is no topic; let brokers create it")
    #expect(
      moved.stages[0].checks[0].outcome
        == .inconclusive(because: "there is no topic; let brokers create it", exit: .infrastructure))
  }

  @Test func aRemedyCanBeLeftOut() {
    let moved = Self.result.located({ $0 }, remedy: { _ in nil })
    #expect(moved.problems[0].sentence == "there is no topic")
    #expect(moved.stages[0].checks[0].outcome == .inconclusive(because: "there is no topic", exit: .infrastructure))
  }
}
