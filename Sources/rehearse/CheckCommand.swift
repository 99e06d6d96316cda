internal import Rehearsal
internal import Reporting
internal import Verification

/// `rehearse check`: as text, diagnostics on standard error and a word for each good file on standard output; every other
/// format is one document on standard output.
enum CheckCommand {
  static func run(_ options: CheckOptions) -> Int32 {
    let overrides: Overrides
    do throws(Refusal) { overrides = try options.overrides.read() } catch { return error.exit.rawValue }
    var files: [CheckedFile] = []
    var told: [ExitCode] = []
    for path in options.files {
      let file =
        path == CheckOptions.standardInput
        ? ScenarioFile.readStandardInput(overrides) : ScenarioFile.read(path, overrides)
      if options.format == .text { told.append(tell(file.checked)) }
      files.append(options.connects ? ConnectedCheck.run(file, telling: options.format == .text) : file.checked)
    }
    switch options.format {
    case .text: Terminal.errors.write(CheckText.hint(files))
    case .json: told.append(Terminal.tell(CheckJSON.text(files, toolVersion: Version.number)))
    case .github: told.append(Terminal.tell(CheckGitHub.text(files)))
    case .sarif: told.append(Terminal.tell(CheckSARIF.text(files, toolVersion: Version.number)))
    }
    return ExitCode.ranked(files.map(\.exit) + told)[0].rawValue
  }

  private static func tell(_ file: CheckedFile) -> ExitCode {
    let findings = CheckText.findings(file)
    if !findings.isEmpty { Terminal.errors.write(findings + "\n") }
    return Terminal.tell(CheckText.praise(file))
  }
}
