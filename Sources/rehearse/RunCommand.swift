internal import Kafka
internal import Load
internal import Rehearsal
internal import Reporting
internal import Scenarios
internal import Verification

/// `rehearse run`: all files are read before the first is run; where one cannot be, none is.
enum RunCommand {
  static func run(_ options: RunOptions) -> Int32 {
    if let warning = options.seed.flatMap(Seed.warning) {
      Terminal.errors.write("rehearse: warning: \(warning.message); \(warning.remedy)\n")
    }
    let stop = StopRequest()
    let ending = RunEnding()
    let signals = Signals(stop) { exit in Terminal.output.writeIfReady("\(ending.line(and: exit))\n") }
    defer { signals.end() }
    run(options, stop, ending)
    return ending.finish()
  }

  private static func run(_ options: RunOptions, _ stop: StopRequest, _ ending: RunEnding) {
    // A file may be a pipe that is written to slowly.
    let answer = BlockingCall.answer(within: nil, unless: stop.isStopped) { reading(options, stop) }
    let rehearsals: [Prepared]
    switch answer {
    case .success(let all)?: rehearsals = all
    case .failure(let error)?: return ending.note(refused: error.exit)
    case nil: rehearsals = []
    }
    let refused = rehearsals.compactMap { $0.rehearsal.refusal(of: $0.file) }
    for refusal in refused {
      Terminal.errors.write(refusal.text + "\n")
      ending.note(refused: refusal.exit)
    }
    guard refused.isEmpty else { return }
    for rehearsal in rehearsals where !stop.isStopped() { run(rehearsal, ending) }
    // The results do not have those that were to run and did not.
    if let reason = stop.reason { ending.note(stoppedBy: reason.exit, outOf: options.files.count) }
  }

  /// A scenario that was read, and its run.
  private struct Prepared: Sendable {
    var file: ScenarioFile
    var rehearsal: ScenarioRehearsal
  }

  private static func reading(_ options: RunOptions, _ stop: StopRequest) -> Result<[Prepared], CommandError> {
    let overrides: Overrides
    do throws(CommandError) { overrides = try options.overrides.read() } catch { return .failure(error) }
    let prepared = options.files.map { file in
      let rehearsal = ScenarioRehearsal(
        request: RunRequest(
          file: file, brokers: options.brokers, reportDirectory: options.reportDirectory ?? "Reports",
          seed: options.seed, label: options.label, stages: options.stages, toolVersion: Version.number,
          overrides: overrides, allowsDeletion: options.allowsDeletion),
        stop: stop, progress: { Terminal.errors.writeIfReady(ProgressLine.text(ProgressFigures($0)) + "\n") },
        warned: { Terminal.errors.write($0 + "\n") })
      return Prepared(file: ScenarioFile.read(file, overrides), rehearsal: rehearsal)
    }
    return .success(prepared)
  }

  private static func run(_ prepared: Prepared, _ ending: RunEnding) {
    switch prepared.rehearsal.run(prepared.file) {
    case .refused(let text, let exit):
      Terminal.errors.write(text + "\n")
      ending.note(refused: exit)
    case .finished(let result, let files, _):
      let isFirst = ending.note(result)
      ending.note(Terminal.output.write((isFirst ? "" : "\n") + ConsoleSummary.text(result, files: files)))
    }
  }

  /// The last line of a `run` whose command line is wrong.
  static func lineOfUsageError() -> String { ConsoleSummary.resultLine([], refusals: [.usage]) + "\n" }
}

extension ProgressFigures {
  init(_ progress: StageProgress) {
    self.init(
      stage: progress.stage, elapsed: progress.elapsed, target: progress.target, sent: progress.sent,
      due: progress.total, acknowledged: progress.acknowledged, read: progress.read, rate: progress.rate,
      latenessMax: progress.latenessMax, lag: progress.lag, rejected: progress.rejected,
      withheld: progress.withheld)
  }
}
