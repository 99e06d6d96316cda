internal import Language
internal import Rehearsal
internal import Reporting
internal import Scenarios
internal import Verification

/// `rehearse history`
enum HistoryCommand {
  static func run(_ options: HistoryOptions) -> Int32 {
    let history: BuildHistory
    do throws(CommandError) { history = try read(options) } catch { return error.exit.rawValue }
    return ExitCode.ranked([history.exit(within: options.within), show(history, options)])[0].rawValue
  }

  private static func read(_ options: HistoryOptions) throws(CommandError) -> BuildHistory {
    let overrides = try options.overrides.read()
    do throws(ComparisonError) {
      let inputs: ReportInputs
      do throws(ReportInputError) {
        inputs = try ReportInputs.read(options.files)
      } catch {
        throw ComparisonError.unreadable(error)
      }
      let newest = try WrittenRules.newestRuns(of: inputs.records, runs: inputs.runJSON)
      let written = try options.scenario.map { file throws(ComparisonError) in
        try WrittenRules.read(file, overrides, for: inputs.records)
      }
      let metrics = Set(options.metrics.compactMap(ComparedMetric.index(of:)))
      return BuildHistory(of: inputs.records, showsAll: !metrics.isEmpty) { scenario in
        var rules = ComparisonRules()
        rules.apply(written?.scenario == scenario ? written?.settings ?? [] : newest[scenario]?.comparison ?? [])
        if !metrics.isEmpty { rules.restrict(to: metrics) }
        return rules
      }
    } catch {
      Terminal.errors.write(error.text + "\n")
      throw CommandError(exit: error.exit)
    }
  }

  private static func show(_ history: BuildHistory, _ options: HistoryOptions) -> ExitCode {
    let text = text(history, options)
    guard let output = options.output else { return Terminal.print(text) }
    do throws(FileError) {
      try AtomicFile.write(text, to: output)
    } catch {
      Terminal.errors.write("rehearse: \(error.message)\n")
      return .unwritableReport
    }
    return Terminal.print(BuildHistoryText.resultLine(history, within: options.within) + "\n")
  }

  private static func text(_ history: BuildHistory, _ options: HistoryOptions) -> String {
    switch options.format {
    case .table: BuildHistoryText.text(history, within: options.within)
    case .markdown: BuildHistoryMarkdown.text(history, within: options.within)
    case .json: BuildHistoryJSON.text(history, within: options.within)
    case .csv: BuildHistoryCSV.text(history)
    }
  }
}
