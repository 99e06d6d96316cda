internal import Diagnostics
internal import Language
internal import Load
internal import Reporting
internal import Scenarios

extension ScenarioFile {
  /// With the mistakes in stores, certificates and secrets of the identities in use that show without a cluster: no command is run,
  /// and a variable that is not set here is no mistake.
  package func checkedForAccess(_ overrides: Overrides) -> ScenarioFile {
    guard let scenario else { return self }
    let secrets = overrides.secrets(of: scenario)
    let access = IdentityAccess(
      scenario, used: IdentityAccess.used(in: scenario, selected: Array(scenario.stages.indices)),
      stages: Array(scenario.stages.indices), secrets: secrets,
      effort: .check, now: Machine.wallClock() / 1000)
    return adding(access.diagnostics)
  }
}
