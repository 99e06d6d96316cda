package import Scenarios

/// The surroundings of a run's commands: those of actions and of sinks.
package struct CommandPlace: Sendable {
  /// The variables that they have, without those from which the scenario takes secrets.
  package var environment: [String: String]
  /// The working directory; nil for that of this process.
  package var directory: String?
  /// The end of what a command printed as a text that may be kept: without secrets.
  package var shown: @Sendable ([UInt8]) -> String

  /// The value of a secret that a command's environment names.
  package var value: @Sendable (Secret) throws(SecretError) -> String

  package init(
    environment: [String: String] = [:], directory: String? = nil,
    shown: @escaping @Sendable ([UInt8]) -> String = { String(decoding: $0, as: UTF8.self) },
    value: @escaping @Sendable (Secret) throws(SecretError) -> String = { secret throws(SecretError) in
      throw SecretError(secret, .unset(variable: ""))
    }
  ) {
    self.environment = environment
    self.directory = directory
    self.shown = shown
    self.value = value
  }
}
