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
    let children = options.against?.children ?? [:]
    let signals = Signals(stop) { exit in
      for child in children.values { child.end() }
      Terminal.output.writeIfReady("\(ending.line(and: exit))\n")
    }
    defer { signals.end() }
    run(options, children, stop, ending)
    return ending.finish()
  }

  private static func run(
    _ options: RunOptions, _ children: [RunOrder.Side: ChildProgram], _ stop: StopRequest, _ ending: RunEnding
  ) {
    // A file may be a pipe that is written to slowly.
    let answer = BlockingCall.answer(within: nil, unless: stop.isStopped) { reading(options) }
    let read: Read
    switch answer {
    case .success(let all)?: read = all
    case .failure(let error)?: return ending.note(refused: error.exit)
    case nil:
      if let reason = stop.reason { ending.note(refused: reason.exit) }
      return
    }
    var runs = RepeatedRuns(options, read.overrides, children, stop, ending)
    guard runs.admit(read.files) else { return }
    runs.run(read.files)
  }

  private struct Read: Sendable {
    var overrides: Overrides
    var files: [ScenarioFile]
  }

  private static func reading(_ options: RunOptions) -> Result<Read, CommandError> {
    let overrides: Overrides
    do throws(CommandError) { overrides = try options.overrides.read() } catch { return .failure(error) }
    return .success(Read(overrides: overrides, files: options.files.map { ScenarioFile.read($0, overrides) }))
  }

  /// The last line of a `run` whose command line is wrong.
  static func lineOfUsageError() -> String { ConsoleSummary.resultLine([], refusals: [.usage]) + "\n" }
}

extension OtherSide {
  /// The programs that run both sides; none where this process does.
  fileprivate var children: [RunOrder.Side: ChildProgram] {
    switch self {
    case .binary(let path): [.base: ChildProgram(path: path), .new: .this]
    case .brokers: [:]
    }
  }
}
