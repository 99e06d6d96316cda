import Dispatch
import Glibc
internal import Load
internal import Verification

/// The handlers of SIGINT and SIGTERM: the first signal asks the run to stop, the second ends the process at once.
final class Signals: Sendable {
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  init(_ stop: StopRequest) {
    let reasons: [(Int32, StopRequest.Reason, ExitCode)] = [
      (SIGINT, .interrupt, .interrupted), (SIGTERM, .terminate, .terminated),
    ]
    sources = reasons.map { number, reason, exit in
      // Dispatch only observes the signal; its default action must be switched off.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
      source.setEventHandler { @Sendable in
        if stop.stop(reason) {
          Terminal.errors.write("rehearse: stopping after reading back what was sent; press Ctrl-C again to quit now\n")
        } else {
          _exit(exit.rawValue)
        }
      }
      source.activate()
      return source
    }
  }

  func end() { for source in sources { source.cancel() } }
}
