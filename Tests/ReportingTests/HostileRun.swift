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
    run.scenario = text
    run.scenarioPath = text
    run.provenance.label = text
    run.provenance.host = text
    return run
  }
}
