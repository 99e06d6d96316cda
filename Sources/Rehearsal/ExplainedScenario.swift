package import Diagnostics
internal import Kafka
internal import Language
package import Scenarios

/// Every value of a scenario and where it comes from, secrets replaced.
package struct ExplainedScenario: Sendable {
  package let entries: [ExplainedValue]
  private let files: SourceFiles

  /// Nil where nothing could be made of the file.
  init?(_ reading: ScenarioReading) {
    guard let tree = reading.tree else { return nil }
    entries = tree.entries(isSecretProperty: SecretName.matches)
    files = reading.files
  }

  /// Names in `vars:` that hold what a variable of the environment holds which is named like a secret.
  package var secretVariables: Set<String> {
    let secret = entries.filter { entry in
      entry.keys.count == 2 && entry.keys[0] == "vars"
        && entry.notes.contains { if case .secretVariable = $0 { true } else { false } }
    }
    return Set(secret.map { $0.keys[1] })
  }

  /// `orders.yaml:12:9`
  package func place(_ position: SourcePosition) -> String { files.place(position) }
}
