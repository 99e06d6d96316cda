internal import Diagnostics
internal import Rehearsal
internal import Reporting
internal import Scenarios
internal import Verification

/// `rehearse explain`: the values on standard output, also those of a file that cannot be run; its mistakes on standard
/// error.
enum ExplainCommand {
  static func run(_ options: ExplainOptions) -> Int32 {
    let overrides: Overrides
    do throws(Refusal) { overrides = try options.overrides.read() } catch { return error.exit.rawValue }
    let file = ScenarioFile.read(options.file, overrides)
    if !file.text.isEmpty { Terminal.errors.write(file.text + "\n") }
    guard let explained = file.explained else { return file.exit.rawValue }
    let text = ExplainText.text(explained.entries, at: options.path, place: explained.place)
    if let path = options.path, text.isEmpty {
      Terminal.errors.write(nothing(at: path, in: explained, of: options.file))
      return ExitCode.usage.rawValue
    }
    let told = Terminal.tell(text)
    return told == .passed ? file.exit.rawValue : told.rawValue
  }

  private static func nothing(at path: String, in explained: ExplainedScenario, of file: String) -> String {
    // Every path and what it is part of can be asked for.
    let known = explained.entries.flatMap { entry in
      entry.keys.indices.map { ExplainedValue(keys: Array(entry.keys[...$0]), value: "", origin: .byLanguage).path }
    }
    let nearest = Suggestion.nearest(to: path, in: known).map { "; did you mean \"\($0)\"?" } ?? ""
    return "rehearse: nothing stands at \"\(path)\" in \(file)\(nearest)\n"
  }
}
