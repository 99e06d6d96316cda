import Rehearsal
import Reporting
import Verification

/// `rehearse plan`: what a run would do, on standard output.
enum PlanCommand {
  static func run(_ options: PlanOptions) -> Int32 {
    let file = ScenarioFile.read(options.file)
    if !file.text.isEmpty { Terminal.errors.write(file.text + "\n") }
    guard let scenario = file.scenario else { return file.exit.rawValue }
    let facts = PlanFacts(secretVariables: file.explained?.secretVariables ?? [])
    return Terminal.output.tell(PlanText.text(Plan(scenario, facts: facts)))
  }
}
