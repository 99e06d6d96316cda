internal import Dispatch

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A command that was started, until it is reaped: its process, which leads a session and a group, and its output.
struct StartedCommand: ~Copyable {
  private let process: pid_t
  private let output: Descriptor
  private let errors: Descriptor

  init(_ invocation: Command.Invocation, environment: [String: String]) throws(CommandError) {
    let (path, words): (String, [String]) =
      switch invocation {
      case .arguments(let words):
        (try ProgramSearch.path(of: words.first ?? "", in: environment), words)
      case .shell(let text): ("/bin/sh", ["sh", "-c", text])
      }
    Self.hearOfChildren()
    let outputs = try Pipe.new()
    let complaints = try Pipe.new()
    process = try Spawning.start(
      path, words: words, environment: environment, output: outputs.writing.number,
      errors: complaints.writing.number)
    output = outputs.reading
    errors = complaints.reading
  }

  /// The readings of standard output and of standard error, which must not outlive this.
  func readings(output kept: PipeReading.Kept, errors keptErrors: PipeReading.Kept) -> (PipeReading, PipeReading) {
    (PipeReading(output.number, keeping: kept), PipeReading(errors.number, keeping: keptErrors))
  }

  /// A process that was started with SIGCHLD ignored is never given the exit code of another.
  private static func hearOfChildren() {
    var action = sigaction()
    guard sigaction(SIGCHLD, nil, &action) == 0 else { return }
    #if canImport(Darwin)
      let isIgnored = unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == 1
    #else
      let isIgnored = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    #endif
    if isIgnored || action.sa_flags & Int32(SA_NOCLDWAIT) != 0 { signal(SIGCHLD, SIG_DFL) }
  }

  /// True once the process is over; it is not reaped, so that its group keeps its number.
  var hasEnded: Bool {
    var information = siginfo_t()
    let answer = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
    return answer == 0 ? information.si_signo == SIGCHLD : errno != EINTR
  }

  /// Asks the whole group to end, or ends it.
  func end(isForced: Bool) { send(isForced ? SIGKILL : SIGTERM) }

  /// Sends a signal to the whole group.
  func send(_ signal: Int32) { kill(-process, signal) }

  func join(_ group: CommandGroup) { group.join(process) }

  /// Takes the process off the system's list; returns what was wrong with its end.
  func reaped() -> CommandError? {
    var status: Int32 = 0
    var answer = waitpid(process, &status, WNOHANG)
    while answer < 0, errno == EINTR { answer = waitpid(process, &status, WNOHANG) }
    guard answer == process else {
      let failure = errno
      if answer == 0 { reapLater() }
      return answer == 0 ? .killed(signal: SIGKILL) : .systemError(errno: failure)
    }
    let (signal, code) = (status & 0x7f, (status >> 8) & 0xff)
    if signal != 0 { return .killed(signal: signal) }
    return code == 0 ? nil : .exited(code: code)
  }

  /// A device holds the process although it was killed; it ends when that lets it go.
  private func reapLater() {
    DispatchQueue(label: "rehearse.reaper").async { [process] in
      while waitpid(process, nil, 0) < 0, errno == EINTR {}
    }
  }
}
