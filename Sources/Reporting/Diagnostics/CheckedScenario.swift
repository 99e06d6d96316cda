package import Diagnostics
package import Scenarios

/// The findings of `check` in a scenario that could be read.
package struct CheckedScenario: Sendable {
  /// Nil where there is an error.
  package var scenario: Scenario?
  /// Sorted by position; warnings too.
  package var diagnostics: [Diagnostic]
  package var files: SourceFiles

  package init(scenario: Scenario?, diagnostics: [Diagnostic], files: SourceFiles) {
    self.scenario = scenario
    self.diagnostics = diagnostics
    self.files = files
  }
}
