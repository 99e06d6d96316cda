internal import Diagnostics
internal import Load
internal import Reporting
internal import Verification

extension FinishedRun {
  /// The run that a child process of this build left in `folder`; nil where its result cannot be read. It did not know which repetition
  /// it was: the reports of all but the first are written again with that.
  package init?(folder: String, _ request: RunRequest, exit: ChildProgram.Exit) {
    guard let bytes = try? InputFile.readRegular("\(folder)/\(ReportFile.run.name)", limit: Self.largest),
      var result = try? RunJSON.result(from: bytes)
    else { return nil }
    let reports: RunFolder
    do { reports = try RunFolder(root: request.reportDirectory, scenario: result.scenario, runID: result.runID) } catch
    {
      return nil
    }
    var unwritten: [FileError] = []
    if request.repetition != result.repetition {
      result.repetition = request.repetition
      unwritten = reports.write(result)
    }
    // The child was not asked to append: it would have appended another number.
    do throws(FileError) {
      if let history = request.history { try HistoryFile(history).append(result) }
    } catch {
      unwritten.append(error)
    }
    result.note(unwritten, exit: exit)
    self.init(
      result: result, files: reports.files.filter { InputFile.size($0) != nil }, unwritten: unwritten, folder: folder)
  }

  private static let largest = 256 << 20
}

extension RunResult {
  /// Takes in reports that could not be written, and a code of the process that its reports do not have: that of such a report, or of a
  /// crash behind them.
  fileprivate mutating func note(_ unwritten: [FileError], exit: ChildProgram.Exit) {
    problems += unwritten.map { Problem(.report, $0.message) }
    exits = ExitCode.ranked(exits + (unwritten.isEmpty ? [] : [.unwritableReport]) + [exit.code])
    verdict = exits[0].verdict
  }
}
