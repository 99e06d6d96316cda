internal import Commands
internal import Diagnostics
internal import FoundationEssentials
package import Load
internal import Reporting
internal import Scenarios
package import Verification

/// A build of this program that runs scenarios as a child process. Where another build is compared with this one, both are: a process
/// that has run before is warm, and on Linux each session has a share of the processor of its own.
package struct ChildProgram: Sendable {
  /// As it was typed.
  package let path: String
  /// The child that runs, so that it can be ended at once.
  private let group = CommandGroup()

  package init(path: String) { self.path = path }

  /// This build.
  package static var this: ChildProgram {
    #if canImport(Darwin)
      ChildProgram(path: CommandLine.arguments[0])
    #else
      // Also where its file was replaced meanwhile.
      ChildProgram(path: "/proc/self/exe")
    #endif
  }

  /// Ends the run that is going on, without reports.
  package func end() { group.end() }

  // MARK: Whether it is one

  private static let patience = Duration.seconds(10)

  /// The line with which it introduces itself.
  package func version(unless stop: StopRequest) throws(ChildProgramError) -> String {
    let command = Command(
      .arguments([path, "--version"]), environment: ProcessInfo.processInfo.environment, limit: Self.patience)
    let output: [UInt8]
    do { output = try command.run(unless: stop.isStopped) } catch {
      throw ChildProgramError(error, patience: Self.patience)
    }
    let line = String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard line.hasPrefix("rehearse ") else { throw .anotherProgram(printed: line) }
    return line
  }

  // MARK: A run

  /// The arguments of a run: those that every build knows.
  package static func arguments(_ request: RunRequest) -> [String] {
    let brokers: [(String, String)] =
      switch request.brokers {
      case .embedded?: [("--brokers", "embedded")]
      case .addresses(let addresses)?: [("--brokers", addresses.joined(separator: ","))]
      case nil: []
      }
    let options =
      brokers + request.overrides.settings.map { ("--set", $0) }
      + (request.overrides.environmentPath.map { [("--env-file", $0)] } ?? [])
      + (request.seed.map { [("--seed", String($0))] } ?? []) + [("--report-dir", request.reportDirectory)]
      + (request.label.map { [("--label", $0)] } ?? [])
    // A value that begins like an option is only read behind a `=`, and a path that does would be one.
    return ["run"] + options.map { "\($0.0)=\($0.1)" }
      + [request.file.hasPrefix("-") ? "./\(request.file)" : request.file]
  }

  package struct Ended: Sendable, Equatable {
    package var exit: Exit
    /// The last line that it printed.
    package var lastLine: String
    /// The folder of its reports; nil where it wrote none.
    package var folder: String?
    /// The topics that it created and left; nil where it does not report them.
    package var createdTopics: [String]?
  }

  package enum Exit: Sendable, Equatable {
    case code(Int32)
    case killed(signal: Int32)

    /// The code that it has here: a signal, and a code that this program does not have, are a fault of the program.
    package var code: ExitCode {
      switch self {
      case .killed: .internalFault
      case .code(let number): ExitCode(rawValue: number) ?? .internalFault
      }
    }

    /// A run whose rows are compared: a proven fault, a cluster that was not ready or an interruption makes other figures than a run
    /// does that went on to its end.
    package var isKept: Bool {
      switch self {
      case .killed: false
      case .code(let code): [ExitCode.passed, .generatorLimited, .inconclusive].contains { $0.rawValue == code }
      }
    }

    /// The scenario or the command line is not what this build takes: every run of it would end like that.
    package var isRefusal: Bool {
      switch self {
      case .killed: false
      case .code(let code): [ExitCode.usage, .invalidInput, .missingFile].contains { $0.rawValue == code }
      }
    }
  }

  /// Runs a scenario of this name. `hear` gets each line that it prints on standard error; a stop is passed on to it.
  package func run(
    _ request: RunRequest, scenario: String, stop: StopRequest, hear: (String) -> Void
  ) throws(ChildProgramError) -> Ended {
    let folders = RunFolder(planned: request.reportDirectory, scenario: scenario)
    let before = Self.newest(folders)
    var (lines, forwarding) = (LineReading(), SignalForwarding())
    let (clock, begunAt) = (RunClock(), Machine.wallClock())
    let command = FollowedCommand(
      [path] + Self.arguments(request), environment: ProcessInfo.processInfo.environment)
    let ending: FollowedCommand.Ending
    do {
      ending = try command.run(
        in: group, hear: { for line in lines.add($0) { hear(line) } },
        signal: { forwarding.next(stop.level, stop.reason, at: clock.time) })
    } catch {
      throw ChildProgramError(error)
    }
    if let rest = lines.end() { hear(rest) }
    var ended = Ended(exit: Self.exit(ending.error), lastLine: LineReading.last(of: ending.output))
    guard let folder = Self.newest(folders), folder != before else { return ended }
    let result = try? PastRun.result("\(folder)/\(ReportFile.run.name)")
    // The newest run can be that of another process, which writes into the same folder.
    if let result, result.startedAt < begunAt || (request.seed ?? result.provenance.seed) != result.provenance.seed {
      return ended
    }
    ended.folder = folder
    ended.createdTopics = result?.createdTopics
    return ended
  }

  private static func exit(_ error: CommandError?) -> Exit {
    switch error {
    case nil: .code(0)
    case .exited(let code)?: .code(code)
    case .killed(let signal)?: .killed(signal: signal)
    // Not the end of a command that was followed.
    case .notFound, .notExecutable, .timedOut, .tooMuch, .systemError, .stopped: .code(ExitCode.internalFault.rawValue)
    }
  }

  /// The folder of the newest run of a scenario.
  private static func newest(_ folders: RunFolder) -> String? {
    guard let bytes = try? InputFile.readRegular(folders.latest, limit: 64) else { return nil }
    let name = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return RunID.isText(name) ? "\(FileScope.folder(of: folders.latest))/\(name)" : nil
  }
}

/// The reason why another build cannot be run.
package enum ChildProgramError: Error, Sendable, Equatable {
  case notFound
  case notExecutable
  /// It does not introduce itself as this program does.
  case anotherProgram(printed: String)
  /// It did not introduce itself within this time.
  case silent(Duration)
  /// It cannot introduce itself, and ends like this.
  case broken(ChildProgram.Exit)
  case systemError(errno: Int32)
  case stopped

  fileprivate init(_ failure: CommandFailure, patience: Duration) {
    switch failure.error {
    case .timedOut: self = .silent(patience)
    case .exited(let code): self = .broken(.code(code))
    case .killed(let signal): self = .broken(.killed(signal: signal))
    case .tooMuch: self = .anotherProgram(printed: String(decoding: failure.output.prefix(60), as: UTF8.self))
    case .notFound, .notExecutable, .systemError, .stopped: self = ChildProgramError(failure.error)
    }
  }

  fileprivate init(_ error: CommandError) {
    switch error {
    case .notFound: self = .notFound
    case .notExecutable: self = .notExecutable
    case .exited(let code): self = .broken(.code(code))
    case .killed(let signal): self = .broken(.killed(signal: signal))
    case .timedOut(let limit): self = .silent(limit)
    case .tooMuch: self = .anotherProgram(printed: "")
    case .systemError(let code): self = .systemError(errno: code)
    case .stopped: self = .stopped
    }
  }
}
