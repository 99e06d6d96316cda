import Rehearsal
import Verification

/// `rehearse check`: diagnostics on standard error, a word for each good file on standard output.
enum CheckCommand {
  static func run(_ options: CheckOptions) -> Int32 {
    var exits: [ExitCode] = []
    for path in options.files {
      let file = ScenarioFile.read(path)
      if !file.text.isEmpty { Terminal.errors.write(file.text + "\n") }
      if file.exit == .passed { Terminal.output.write(CheckSummary.text(file)) }
      exits.append(options.connects ? ConnectedCheck.run(file) : file.exit)
    }
    return ExitCode.ranked(exits)[0].rawValue
  }
}
