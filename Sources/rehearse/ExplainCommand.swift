internal import Diagnostics
internal import Rehearsal
internal import Reporting
internal import Scenarios
internal import Verification

/// `rehearse explain`: the values on standard output, even those of an invalid file; its diagnostics on standard error.
enum ExplainCommand {
  static func run(_ options: ExplainOptions) -> Int32 {
    let overrides: Overrides
    do throws(CommandError) { overrides = try options.overrides.read() } catch { return error.exit.rawValue }
    let file = ScenarioFile.read(options.file, overrides)
    if !file.text.isEmpty { Terminal.errors.write(file.text + "\n") }
    guard let explained = file.explained else { return file.exit.rawValue }
    let text = ExplainText.text(explained.entries, at: options.path, place: explained.place)
    if let path = options.path, text.isEmpty {
      Terminal.errors.write(nothing(at: path, in: explained, of: options.file))
      return ExitCode.usage.rawValue
    }
    let printed = Terminal.print(text)
    return printed == .passed ? file.exit.rawValue : printed.rawValue
  }

  private static func nothing(at path: String, in explained: ExplainedScenario, of file: String) -> String {
    // The beginning of a path can be asked for, too.
    let known = explained.entries.flatMap { entry in
      entry.keys.indices.map { ExplainedValue(keys: Array(entry.keys[...$0]), value: "", origin: .byLanguage).path }
    }
    let nearest = Suggestion.nearest(to: path, in: known).map { "; did you mean \"\($0)\"?" } ?? ""
    return "rehearse: there is no value at \"\(path)\" in \(file)\(nearest)".visible + "\n"
  }
}
