internal import Diagnostics
internal import Rehearsal
internal import Reporting
internal import Verification

/// `rehearse init`: a first scenario in a new file, or on standard output.
enum InitCommand {
  static func run(_ options: InitOptions) -> Int32 {
    guard let path = options.file else { return Terminal.print(FirstScenario.text).rawValue }
    switch NewFile.write(FirstScenario.text, to: path) {
    case .written: return Terminal.print(next(path)).rawValue
    case .exists:
      Terminal.errors.write("rehearse: \"\(path.visible)\" already exists and was not changed; name another file\n")
      return ExitCode.usage.rawValue
    case .failed(let reason):
      Terminal.errors.write("rehearse: cannot write \"\(path.visible)\": \(reason)\n")
      return ExitCode.unwritableReport.rawValue
    }
  }

  /// The commands to try with the new file.
  static func next(_ path: String) -> String {
    let lines = [
      ("rehearse run \(path)", "runs it; nothing else is needed"),
      ("rehearse plan \(path)", "shows what a run would do"),
      ("rehearse explain \(path)", "shows every value and the line it comes from"),
      ("rehearse check \(path)", "shows every mistake with its line"),
    ]
    let width = lines.map(\.0.count).max() ?? 0
    let columns = lines.map { "  \($0.0)\(String(repeating: " ", count: width - $0.0.count))  \($0.1)\n" }
    return "wrote \(path)\n\n\(columns.joined())"
  }
}
