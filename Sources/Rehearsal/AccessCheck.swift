internal import Diagnostics
internal import Language
internal import Load
internal import Reporting
internal import Scenarios

extension ScenarioFile {
  /// With the mistakes in stores, certificates and secrets of the identities in use that show without a cluster: no command is run,
  /// and a variable that is not set here is no mistake.
  package func checkedForAccess(_ overrides: Overrides) -> ScenarioFile {
    guard let scenario, case .read(var reading) = checked.content else { return self }
    let secrets = overrides.secrets(of: scenario)
    let access = IdentityAccess(
      scenario, used: IdentityAccess.used(in: scenario, selected: Array(scenario.stages.indices)), secrets: secrets,
      effort: .check, now: Machine.wallClock() / 1000)
    guard !access.diagnostics.isEmpty else { return self }
    reading.diagnostics.append(contentsOf: access.diagnostics)
    reading.diagnostics.sort { $0.range.start < $1.range.start }
    var file = self
    file.checked.content = .read(reading)
    return file
  }
}
