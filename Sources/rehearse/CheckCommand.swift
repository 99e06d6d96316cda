internal import Rehearsal
internal import Reporting
internal import Scenarios
internal import Verification

/// `rehearse check`: as text, diagnostics on standard error and a line for each valid file on standard output; every other
/// format is one document on standard output.
enum CheckCommand {
  static func run(_ options: CheckOptions) -> Int32 {
    let overrides: Overrides
    do throws(EnvironmentFileError) {
      overrides = try options.overrides.overrides()
    } catch {
      let shown = options.format == .text ? [show(error.checked)] : []
      return finish([error.checked], shown, options)
    }
    var files: [CheckedFile] = []
    var printed: [ExitCode] = []
    for path in options.files {
      let file =
        path == CheckOptions.standardInput
        ? ScenarioFile.readStandardInput(overrides).checked(with: options.brokers, overrides)
        : ScenarioFile.read(path, overrides).checked(with: options.brokers, overrides)
      if options.format == .text { printed.append(show(file.checked)) }
      files.append(
        options.connects
          ? ConnectedCheck.run(file, overrides, brokers: options.brokers, showing: options.format == .text)
          : file.checked)
    }
    return finish(files, printed, options)
  }

  /// Prints what is printed of all files, and yields the exit code.
  private static func finish(_ files: [CheckedFile], _ shown: [ExitCode], _ options: CheckOptions) -> Int32 {
    var printed = shown
    switch options.format {
    case .text: Terminal.errors.write(CheckText.hint(files))
    case .json: printed.append(Terminal.print(CheckJSON.text(files, toolVersion: Version.number)))
    case .github: printed.append(Terminal.print(CheckGitHub.text(files)))
    case .sarif: printed.append(Terminal.print(CheckSARIF.text(files, toolVersion: Version.number)))
    }
    return ExitCode.ranked(files.map(\.exit) + printed)[0].rawValue
  }

  private static func show(_ file: CheckedFile) -> ExitCode {
    let findings = CheckText.findings(file)
    if !findings.isEmpty { Terminal.errors.write(findings + "\n") }
    return Terminal.print(CheckText.praise(file))
  }
}

extension ScenarioFile {
  /// With everything that a check finds without a cluster.
  fileprivate func checked(with brokers: Brokers?, _ overrides: Overrides) -> ScenarioFile {
    checkedForEmbedded(with: brokers).checkedForAccess(overrides)
  }
}
