import Rehearsal
import Reporting
import Scenarios
import Verification

/// `rehearse explain`: the values on standard output, also those of a file that cannot be run; its mistakes on standard
/// error.
enum ExplainCommand {
  static func run(_ options: ExplainOptions) -> Int32 {
    let file = ScenarioFile.read(options.file)
    if !file.text.isEmpty { Terminal.errors.write(file.text + "\n") }
    guard let explained = file.explained else { return file.exit.rawValue }
    let text = Explanation.text(explained.entries, at: options.path, place: explained.place)
    if let path = options.path, text.isEmpty {
      Terminal.errors.write(nothing(at: path, in: explained, of: options.file))
      return ExitCode.usage.rawValue
    }
    let told = Terminal.output.tell(text)
    return told == ExitCode.passed.rawValue ? file.exit.rawValue : told
  }

  private static func nothing(at path: String, in explained: ExplainedScenario, of file: String) -> String {
    // Every path and what it is part of can be asked for.
    let known = explained.entries.flatMap { entry in
      entry.keys.indices.map { ResolvedTree.Entry(keys: Array(entry.keys[...$0]), value: "", origin: .byLanguage).path }
    }
    let nearest = nearestName(to: path, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
    return "rehearse: nothing stands at \"\(path)\" in \(file)\(nearest)\n"
  }
}
