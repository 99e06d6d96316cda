package import Diagnostics
package import Scenarios

/// The result of reading one file.
package struct ScenarioReading: Sendable {
  /// Nil if there is an error.
  package var scenario: Scenario?
  /// Sorted by position; warnings too.
  package var diagnostics: [Diagnostic]
  /// The properties of clients as far as they were read, for a check by librdkafka; also without a scenario. The first are
  /// the cluster's.
  package var clients: [WrittenClient] = []
  /// `compare:`, also where variables are not set that it does not need; nil after any other error.
  package var comparison: WrittenComparison?
  package var files: SourceFiles
  /// Nil if the file could not be read.
  package var tree: ResolvedTree?

  /// The diagnostics as a person reads them, at most `limit`, with a last line that counts all; empty if there are
  /// none.
  package func describeAll(limit: Int = 50) -> String {
    files.describe(diagnostics, limit: limit)
  }
}
