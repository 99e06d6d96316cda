import Diagnostics
import Language
import Scenarios
import Verification

/// A run whose every text wants out: of its XML, its CSV cell, its line on the terminal.
enum HostileRun {
  static let text = "a]]><script>&\"',;\u{1B}[31m\r\n::error::x\t\u{FFFF}\u{FFFE}\u{0}\u{9B}2J\u{202E}\u{2028}é😀"

  static var run: RunResult {
    var stage = SampleRun.steady
    stage.name = text
    stage.topic = text
    stage.problem = Problem(code: text, message: text, exit: .internalFault)
    stage.rejections = [Rejection(code: text, text: text, count: 1, isInfrastructure: false)]
    var witness = SampleRun.witness(.corrupted, 1, at: 2)
    witness.topic = text
    witness.detail = String(repeating: text, count: 1000)
    stage.checks = [
      SampleRun.check(.corrupted, .broken, 1, witnesses: [witness]), SampleRun.check(.rejected, .broken, 1),
      SampleRun.check(.lost, .inconclusive(because: text, exit: .inconclusive), nil),
      SampleRun.check(.invalid, .skipped(because: text), nil),
    ]
    var run = SampleRun.run(
      stages: [stage], verdict: .failed, exits: [.internalFault, .verificationFailed],
      problems: [Problem(code: text, message: text, exit: .internalFault)], notes: [text])
    let place = SourcePosition(line: 1, column: 1)
    var sink = SinkResult(
      name: text, position: place, kind: .topic, from: text, topic: text, verdict: .failed, unseenBecause: text)
    sink.counts = SampleSystem.counts([.expected: 2, .found: 1, .missing: 1])
    sink.stages = [SinkStageResult(stage: text, counts: sink.counts ?? SinkCounts())]
    var missing = SampleSystem.witness(.missing, 1, due: .seconds(1), in: text, topic: text)
    (missing.id, missing.stage, missing.detail) = (text, text, text)
    sink.checks = [SampleSystem.check(.missing, .broken, 1, [missing])]
    run.sinks = [sink]
    run.groups = [
      GroupResult(name: text, group: text, position: place, topics: [text], verdict: .failed, lastFailure: text)
    ]
    var action = ActionResult(
      name: text, position: place, run: [text], then: [text], outcome: .failed(because: text), begun: .zero,
      ended: .seconds(2), output: text)
    action.checks = [
      Check(
        .exercise(.action(.run)), expectation: SampleSystem.expectation(.expected),
        outcome: .inconclusive(because: text, exit: .infrastructure))
    ]
    run.actions = [action]
    run.scenario = text
    run.scenarioPath = text
    run.provenance.label = text
    run.provenance.host = text
    return run
  }
}
