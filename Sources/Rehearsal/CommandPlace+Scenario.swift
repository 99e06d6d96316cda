internal import Load
internal import Scenarios

extension CommandPlace {
  /// That of a scenario's commands: its folder, and the variables without those that are its secrets.
  init(of scenario: Scenario, _ secrets: SecretStore) {
    self.init(
      environment: secrets.environment, directory: FileScope.folder(of: scenario.path), shown: secrets.shown,
      value: { secret throws(SecretError) in try secrets.value(of: secret) })
  }
}
