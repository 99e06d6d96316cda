package import Diagnostics
internal import Kafka
internal import Language
package import Scenarios

/// Every value of a scenario with the line it comes from, secrets replaced.
package struct ExplainedScenario: Sendable {
  package let entries: [ExplainedValue]
  private let files: SourceFiles

  /// Nil if the file is not a mapping that can be read.
  init?(_ reading: ScenarioReading) {
    guard let tree = reading.tree else { return nil }
    entries = tree.entries
    files = reading.files
  }

  /// The names in `vars:` that are like a secret's, or whose value comes from an environment variable with such a name.
  package var secretVariables: Set<String> {
    let secret = entries.filter { entry in
      entry.keys.count == 2 && entry.keys[0] == "vars"
        && entry.notes.contains { note in
          switch note {
          case .secretVariable, .plainSecret: true
          case .variable, .unset: false
          }
        }
    }
    return Set(secret.map { $0.keys[1] })
  }

  /// `orders.yaml:12:9`
  package func place(_ position: SourcePosition) -> String { files.place(position) }
}
