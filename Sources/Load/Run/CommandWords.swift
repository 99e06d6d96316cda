internal import Commands
internal import Diagnostics

extension CommandError {
  /// The reason in words, free of secrets.
  var words: String {
    switch self {
    case .notFound(let name): "there is no command \"\(name.visible)\""
    case .notExecutable(let name): "\"\(name.visible)\" cannot be executed"
    case .exited(let code): "exit code \(code)"
    case .killed(let signal): "ended by signal \(signal)"
    case .timedOut(let limit): "it did not end within \(Self.seconds(limit)) s"
    case .tooMuch(let limit): "it printed more than \(limit >> 10) KiB"
    case .systemError(let code): "it could not be run: system error \(code)"
    case .stopped: "it was ended with the run"
    }
  }

  private static func seconds(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    guard attoseconds > 0 else { return "\(seconds)" }
    let thousandths = String(attoseconds / 1_000_000_000_000_000)
    return "\(seconds).\(String(repeating: "0", count: max(3 - thousandths.count, 0)))\(thousandths)"
  }
}
