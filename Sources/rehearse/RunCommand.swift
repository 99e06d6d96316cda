internal import Load
internal import Rehearsal
internal import Reporting
internal import Scenarios
internal import Verification

/// `rehearse run`
enum RunCommand {
  static func run(_ options: RunOptions) -> Int32 {
    let overrides: Overrides
    do throws(CommandError) { overrides = try options.overrides.read() } catch { return error.exit.rawValue }
    if let warning = options.seed.flatMap(Seed.warning) {
      Terminal.errors.write("rehearse: warning: \(warning.message); \(warning.remedy)\n")
    }
    let stop = StopRequest()
    let signals = Signals(stop)
    defer { signals.end() }
    var results: [RunResult] = []
    var refusals: [ExitCode] = []
    for file in options.files where stop.reason == nil {
      let rehearsal = ScenarioRehearsal(
        request: RunRequest(
          file: file, brokers: options.brokers, reportDirectory: options.reportDirectory ?? "Reports",
          seed: options.seed, label: options.label, stages: options.stages, toolVersion: Version.number,
          overrides: overrides),
        stop: stop, progress: { Terminal.errors.write(ProgressLine.text(ProgressFigures($0)) + "\n") },
        warned: { Terminal.errors.write($0 + "\n") })
      switch rehearsal.run() {
      case .refused(let text, let exit):
        Terminal.errors.write(text + "\n")
        refusals.append(exit)
      case .finished(let result, let files, _):
        if !results.isEmpty { Terminal.output.write("\n") }
        Terminal.output.write(ConsoleSummary.text(result, files: files))
        results.append(result)
      }
    }
    if results.count > 1 { Terminal.output.write("\n\(ConsoleSummary.resultLine(results))\n") }
    return ExitCode.ranked(results.flatMap(\.exits) + refusals)[0].rawValue
  }
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
