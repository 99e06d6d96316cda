internal import FoundationEssentials
internal import Language
package import Load
package import Scenarios

extension Overrides {
  /// The store of a scenario's secrets. Its commands get the environment and the variables of `--env-file`, without those that
  /// are secrets of the scenario themselves.
  package func secrets(
    of scenario: Scenario, unless isStopped: @escaping @Sendable () -> Bool = { false }
  ) -> SecretStore {
    var environment = environmentFile.variables.merging(ProcessInfo.processInfo.environment) { file, given in
      given.isEmpty ? file : given
    }
    for case .environment(let name) in scenario.secrets.map(\.secret.source) { environment[name] = nil }
    return SecretStore(
      variable: self.environment(of: scenario.path).variable, environment: environment, wallClock: Machine.wallClock,
      isStopped: isStopped)
  }
}
