internal import Diagnostics
internal import Kafka
package import Language
package import Reporting
package import Scenarios
package import Verification

/// A scenario file, read and checked without a cluster.
package struct ScenarioFile: Sendable {
  /// The scenario and its diagnostics, as data.
  package var checked: CheckedFile
  /// Nil if the file could not be read.
  private var reading: ScenarioReading?

  /// Nil if it cannot be run.
  package var scenario: Scenario? { exit == .passed ? checked.reading?.scenario : nil }
  /// `compare:`, which needs fewer variables than a run; nil if it cannot be used.
  package var comparison: WrittenComparison? { reading?.comparison }
  /// The diagnostics as text, or why the file could not be read; empty if there are none.
  package var text: String { CheckText.findings(checked) }
  /// Every value with the line it comes from; nil if the file is not a mapping that can be read.
  package var explained: ExplainedScenario? { reading.flatMap(ExplainedScenario.init) }

  /// Further diagnostics about the same file as text, without secrets; empty if there are none.
  func describe(_ diagnostics: [Diagnostic], hiding secrets: Redaction) -> String {
    guard let reading else { return "" }
    return secrets.apply(to: diagnostics.map(reading.files.describe).joined(separator: "\n\n"))
  }

  /// `passed` if it can be run.
  package var exit: ExitCode { checked.exit }

  package static func read(_ path: String, _ overrides: Overrides = Overrides()) -> ScenarioFile {
    ScenarioFile(path, overrides) { () throws(InputFileError) in try InputFile.read(path) }
  }

  /// The scenario on standard input; relative paths in it are relative to the working directory.
  package static func readStandardInput(_ overrides: Overrides = Overrides()) -> ScenarioFile {
    ScenarioFile("<stdin>", overrides) { () throws(InputFileError) in try InputFile.readStandardInput() }
  }

  private init(_ path: String, _ overrides: Overrides, bytes: () throws(InputFileError) -> [UInt8]) {
    do {
      let reading = Self.reading(try bytes(), path: path, overrides)
      self.reading = reading
      checked = CheckedFile(
        path: path,
        .read(
          CheckedScenario(scenario: reading.scenario, diagnostics: reading.diagnostics, files: reading.files)))
    } catch {
      checked = CheckedFile(path: path, .unreadable(reason: error.reason))
    }
  }

  /// The scenario in `bytes`, with the diagnostics of the language, those of librdkafka's properties, and those of
  /// messages that the client would not take.
  package static func reading(
    _ bytes: [UInt8], path: String, _ overrides: Overrides = Overrides()
  ) -> ScenarioReading {
    var reading = ScenarioReader.read(bytes, path: path, in: overrides.environment(of: path))
    let clients = ClientCheck(clients: reading.clients, areAllRead: areAllRead(reading))
    // A shorter one is a part of other words, and is hidden where it is written.
    for secret in clients.secrets where secret.count >= 4 { reading.files.hide(secret) }
    reading.diagnostics += clients.diagnostics
    if let scenario = reading.scenario, !reading.diagnostics.contains(where: { $0.severity == .error }) {
      reading.diagnostics += MessageSizes(scenario).atClient
    }
    reading.diagnostics.sort { $0.range.start < $1.range.start }
    return reading
  }

  /// False after an error of YAML, and after one among the lines of the client's properties.
  private static func areAllRead(_ reading: ScenarioReading) -> Bool {
    let places = reading.clients.flatMap { $0.properties + ($0.stage?.properties ?? []) }.map(\.range.start)
    return !reading.diagnostics.contains { diagnostic in
      let start = diagnostic.range.start
      return diagnostic.severity == .error
        && (diagnostic.code == .yaml
          || places.contains { $0.file == start.file && $0.line <= start.line + 1 }
            && places.contains { $0.file == start.file && $0.line >= start.line - 1 })
    }
  }
}
