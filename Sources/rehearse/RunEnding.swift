internal import Reporting
internal import Synchronization
internal import Verification

/// The results of `rehearse run` so far, out of which its exit code and its last line are made, whichever way it ends.
final class RunEnding: Sendable {
  private struct Results {
    var runs: [RunResult] = []
    /// The codes of files that were not run.
    var refusals: [ExitCode] = []
    /// The codes that a comparison adds.
    var comparison: [ExitCode] = []
    /// Something was printed after the last summary.
    var isContinued = false
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

  /// Takes in what a comparison of the runs says, or that there is none.
  func note(comparison exit: ExitCode) { results.withLock { $0.comparison.append(exit) } }

  /// Takes in that more was printed than the summaries: the last line has to come behind it.
  func noteContinuation() { results.withLock { $0.isContinued = true } }

  /// The last line, with one more code that applies.
  func line(and more: ExitCode? = nil) -> String {
    let results = results.withLock { $0 }
    return ConsoleSummary.resultLine(
      results.runs, refusals: results.refusals + [more].compactMap { $0 }, comparison: results.comparison)
  }

  /// Prints the last line, where the summary of the only run has not printed it; returns the exit code.
  func finish() -> Int32 {
    let printed = results.withLock { $0 }
    if printed.runs.count != 1 || !printed.refusals.isEmpty || !printed.comparison.isEmpty || printed.isContinued {
      note(Terminal.output.write("\(printed.runs.isEmpty ? "" : "\n")\(line())\n"))
    }
    // No line can say it any more: the code does.
    let unwritten: [ExitCode] = results.withLock { $0.unwritten } ? [.unwritableReport] : []
    return ConsoleSummary.exits(
      printed.runs, refusals: printed.refusals + unwritten, comparison: printed.comparison)[0].rawValue
  }
}
