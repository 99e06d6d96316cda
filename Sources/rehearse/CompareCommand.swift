internal import Rehearsal
internal import Reporting
internal import Verification

/// `rehearse compare`: reads the reports of both sides, decides, and shows it on standard output or in a file.
enum CompareCommand {
  static func run(_ options: CompareOptions) -> Int32 {
    let comparisons: [Comparison]
    do throws(CommandError) { comparisons = try compare(options) } catch { return error.exit.rawValue }
    let exit = Comparison.exit(of: comparisons)
    let document = options.format.text(comparisons, showsAll: options.showsAll)
    guard let output = options.output else { return show(document, exit) }
    do throws(FileError) {
      try AtomicFile.write(document, to: output)
    } catch {
      Terminal.errors.write("rehearse: \(error.message)\n")
      return (exit == .passed ? ExitCode.unwritableReport : exit).rawValue
    }
    return show(ComparisonText.resultLine(comparisons) + "\n", exit)
  }

  private static func show(_ text: String, _ exit: ExitCode) -> Int32 {
    let printed = Terminal.print(text)
    return (exit == .passed ? printed : exit).rawValue
  }

  private static func compare(_ options: CompareOptions) throws(CommandError) -> [Comparison] {
    let comparison = BuildComparison(
      sides: options.sides, settings: options.settings, metrics: options.metrics,
      gatesSuspicions: options.gatesSuspicions, allowsDrift: options.allowsDrift, scenario: options.scenario,
      overrides: try options.overrides.read())
    do throws(ComparisonError) { return try comparison.run() } catch {
      Terminal.errors.write(error.text + "\n")
      throw CommandError(exit: error.exit)
    }
  }
}

extension CompareOptions.Format {
  fileprivate func text(_ comparisons: [Comparison], showsAll: Bool) -> String {
    switch self {
    case .table: ComparisonText.text(comparisons, showsAll: showsAll)
    case .markdown: ComparisonMarkdown.text(comparisons)
    case .json: ComparisonJSON.text(comparisons)
    case .csv: ComparisonCSV.text(comparisons)
    case .junit: ComparisonJUnit.text(comparisons)
    }
  }
}
