internal import Diagnostics
import Dispatch
import Glibc
internal import Load
internal import Verification

/// The handlers of SIGINT, SIGTERM and SIGHUP: the first signal ends the sending, the second the waiting, the third the process.
/// One that was ignored when the program started, as under `nohup`, stays ignored.
final class Signals: Sendable {
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  /// `endAtOnce` is called on the third, before the process ends with that code.
  init(_ stop: StopRequest, endAtOnce: @escaping @Sendable (ExitCode) -> Void) {
    let reasons: [(Int32, StopRequest.Reason)] = [(SIGINT, .interrupt), (SIGTERM, .terminate), (SIGHUP, .hangUp)]
    // A global queue may have no thread left to hear a signal with.
    let queue = DispatchQueue(label: "rehearse.signals", qos: .userInitiated)
    sources = reasons.filter { !Self.isIgnored($0.0) }.map { number, reason in
      // Dispatch only observes the signal; its default action must be switched off.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { @Sendable in
        guard let level = stop.stop(reason) else { return }
        // A pipe that is full and not read must not keep a signal from being heard.
        Terminal.errors.writeIfReady("rehearse: \(level.announcement)\n")
        guard level == .end else { return }
        // A broker that an action took away stays away, unless its user brings it back.
        for words in stop.owed.all { Terminal.errors.writeIfReady("rehearse: not done: \(Self.line(of: words))\n") }
        let exit = (stop.reason ?? reason).exit
        endAtOnce(exit)
        _exit(exit.rawValue)
      }
      source.activate()
      return source
    }
  }

  func end() { for source in sources { source.cancel() } }

  /// A command as it can be typed.
  private static func line(of words: [String]) -> String {
    words.map { word in
      let isPlain = !word.isEmpty && word.utf8.allSatisfy { $0 > 0x20 && !"\"'\\$`;&|<>()*?[]#~!{}".utf8.contains($0) }
      return isPlain ? word.visible : "'\(word.replacing("'", with: "'\\''").visible)'"
    }.joined(separator: " ")
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

extension StopSignals.Level {
  /// The consequence, and that of another signal.
  var announcement: String {
    switch self {
    case .none: ""
    case .stop:
      "stopping: nothing more is sent, and what was sent is read back; another signal (Ctrl-C), 1 s later or more, ends the "
        + "waiting"
    case .finishNow:
      "waiting no longer: the reports show what was read; another signal, 1 s later or more, quits without reports"
    case .end: "quitting without reports"
    }
  }
}

extension StopRequest.Reason {
  var exit: ExitCode {
    switch self {
    case .interrupt: .interrupted
    case .terminate, .hangUp: .terminated
    }
  }
}
