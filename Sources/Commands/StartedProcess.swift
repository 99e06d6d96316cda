internal import Dispatch

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The process of a command that was started, until it is reaped. It leads a session and a group.
struct StartedProcess: ~Copyable {
  private let number: pid_t

  init(
    _ invocation: Command.Invocation, environment: [String: String], in directory: String? = nil,
    _ streams: Spawning.Streams
  ) throws(CommandError) {
    let (path, words): (String, [String]) =
      switch invocation {
      case .arguments(let words):
        (try ProgramSearch.path(of: words.first ?? "", in: environment, startedIn: directory), words)
      case .shell(let text): ("/bin/sh", ["sh", "-c", text])
      }
    Self.hearOfChildren()
    number = try Spawning.start(path, words: words, environment: environment, in: directory, streams)
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
    let answer = waitid(P_PID, id_t(number), &information, WEXITED | WNOHANG | WNOWAIT)
    return answer == 0 ? information.si_signo == SIGCHLD : errno != EINTR
  }

  /// The time that a command has to end by itself once it is asked to.
  private static let grace = Duration.milliseconds(500)
  /// The time in which the system ends a process that was killed, unless a device holds it.
  private static let dying = Duration.seconds(2)

  /// Asks the whole group to end, and then ends it; `wait` is called again and again until the process is over.
  func end(_ wait: () -> Void) {
    for (signal, time) in [(SIGTERM, Self.grace), (SIGKILL, Self.dying)] {
      send(signal)
      let clock = Stopwatch()
      while clock.elapsed < time, !hasEnded { wait() }
    }
  }

  /// Sends a signal to the whole group.
  func send(_ signal: Int32) { kill(-number, signal) }

  func join(_ group: CommandGroup) { group.join(number) }

  /// Takes the process off the system's list; returns what was wrong with its end.
  func reaped() -> CommandError? {
    var status: Int32 = 0
    var answer = waitpid(number, &status, WNOHANG)
    while answer < 0, errno == EINTR { answer = waitpid(number, &status, WNOHANG) }
    guard answer == number else {
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
    DispatchQueue(label: "rehearse.reaper").async { [number] in
      while waitpid(number, nil, 0) < 0, errno == EINTR {}
    }
  }
}
