internal import Kafka
package import Scenarios

/// Every value of a scenario and where it comes from, secrets replaced.
package struct ExplainedScenario: Sendable {
  package let entries: [ResolvedTree.Entry]
  private let files: SourceFiles

  /// Nil where nothing could be made of the file.
  init?(_ reading: ScenarioReading) {
    guard let tree = reading.tree else { return nil }
    entries = tree.entries(isSecretProperty: ClientSettings.isSecret)
    files = reading.files
  }

  /// `orders.yaml:12:9`
  package func place(_ position: SourcePosition) -> String { files.place(position) }
}
