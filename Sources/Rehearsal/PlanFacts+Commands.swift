internal import Load
package import Scenarios

extension PlanFacts {
  /// With the surroundings in which a run starts the commands of a scenario.
  package func withCommands(of scenario: Scenario, _ overrides: Overrides) -> PlanFacts {
    var facts = self
    facts.environment = overrides.secrets(of: scenario).environment
    facts.directory = FileScope.folder(of: scenario.path)
    return facts
  }
}
