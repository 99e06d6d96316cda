package import Diagnostics

/// What became of reading one file.
package struct ScenarioReading: Sendable {
  /// Nil where there is an error.
  package var scenario: Scenario?
  /// Sorted by position; warnings too.
  package var diagnostics: [Diagnostic]
  /// The client's properties as far as they were read, for whoever knows them: also where there is no scenario.
  package var clientProperties: [ClientProperty] = []
  package var files: SourceFiles
  /// Nil where nothing could be made of the file.
  package var tree: ResolvedTree?

  /// The diagnostics as a person reads them, at most `limit`, with a last line that counts all; empty where there are
  /// none.
  package func describeAll(limit: Int = 50) -> String {
    if diagnostics.isEmpty { return "" }
    var blocks = diagnostics.prefix(limit).map(files.describe)
    if diagnostics.count > limit { blocks.append("and \(diagnostics.count - limit) more") }
    let errors = diagnostics.count { $0.severity == .error }
    let counts = [Self.counted(errors, "error"), Self.counted(diagnostics.count - errors, "warning")]
    blocks.append("\(counts.compactMap { $0 }.joined(separator: ", ")) in \(DisplayText.safe(files.main.path))")
    return blocks.joined(separator: "\n\n")
  }

  private static func counted(_ count: Int, _ noun: String) -> String? {
    count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
