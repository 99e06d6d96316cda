internal import Reporting
internal import Synchronization
internal import Verification

/// The results of `rehearse run` so far, out of which its exit code and its last line are made, whichever way it ends.
final class RunEnding: Sendable {
  private struct Results {
    var runs: [RunResult] = []
    /// The codes of files that were not run.
    var refusals: [ExitCode] = []
    /// Standard output could not be written.
    var unwritten = false
  }

  private let results = Mutex(Results())

  /// Takes in a result; true if it is the first.
  func note(_ result: RunResult) -> Bool {
    results.withLock { results in
      results.runs.append(result)
      return results.runs.count == 1
    }
  }

  func note(refused exit: ExitCode) { results.withLock { $0.refusals.append(exit) } }

  /// Takes in whether the results could be shown: a failure, but not a reader that has gone, is one of the exit code as well.
  func note(_ written: Terminal.Outcome) {
    switch written {
    case .written, .readerGone: break
    case .failed: results.withLock { $0.unwritten = true }
    }
  }

  /// Takes in a stop after which not all of `files` files were run.
  func note(stoppedBy exit: ExitCode, outOf files: Int) {
    results.withLock { results in
      if results.runs.count + results.refusals.count < files { results.refusals.append(exit) }
    }
  }

  /// The last line, with one more code that applies.
  func line(and more: ExitCode? = nil) -> String {
    let (runs, refusals) = results.withLock { ($0.runs, $0.refusals) }
    return ConsoleSummary.resultLine(runs, refusals: refusals + [more].compactMap { $0 })
  }

  /// Prints the last line, where the summary of the only run has not printed it; returns the exit code.
  func finish() -> Int32 {
    let (runs, refusals) = results.withLock { ($0.runs, $0.refusals) }
    if runs.count != 1 || !refusals.isEmpty {
      note(Terminal.output.write("\(runs.isEmpty ? "" : "\n")\(line())\n"))
    }
    // No line can say it any more: the code does.
    let unwritten: [ExitCode] = results.withLock { $0.unwritten } ? [.unwritableReport] : []
    return ConsoleSummary.exits(runs, refusals: refusals + unwritten)[0].rawValue
  }
}
