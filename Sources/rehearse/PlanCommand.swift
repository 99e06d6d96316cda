internal import Rehearsal
internal import Reporting
internal import Verification

/// `rehearse plan`: what a run would do, on standard output.
enum PlanCommand {
  static func run(_ options: PlanOptions) -> Int32 {
    let overrides: Overrides
    do throws(CommandError) { overrides = try options.overrides.read() } catch { return error.exit.rawValue }
    let file = ScenarioFile.read(options.file, overrides)
    if !file.text.isEmpty { Terminal.errors.write(file.text + "\n") }
    guard let scenario = file.scenario else { return file.exit.rawValue }
    let facts = PlanFacts(secretVariables: file.explained?.secretVariables ?? []).withCommands(of: scenario, overrides)
    return Terminal.print(PlanText.text(Plan(scenario, facts: facts))).rawValue
  }
}
