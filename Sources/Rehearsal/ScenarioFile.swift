internal import Diagnostics
internal import Kafka
package import Language
internal import PostRequests
package import Reporting
package import Scenarios
package import Verification

/// A scenario file, read and checked without a cluster.
package struct ScenarioFile: Sendable {
  /// The scenario and its diagnostics, as data.
  package var checked: CheckedFile
  /// Nil if the file could not be read.
  private var reading: ScenarioReading?
  /// The text that its places are shown in, for a scenario that was made of something else; nil for that of the file.
  private var origin: TextOrigin?

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
    guard let files = origin?.files ?? reading?.files else { return "" }
    let located = origin?.locate(diagnostics) ?? diagnostics
    return secrets.apply(to: located.map(files.describe).joined(separator: "\n\n"))
  }

  /// With further diagnostics of the scenario, sorted by position.
  func adding(_ diagnostics: [Diagnostic]) -> ScenarioFile {
    guard !diagnostics.isEmpty, case .read(var reading) = checked.content else { return self }
    reading.diagnostics += origin?.locate(diagnostics) ?? diagnostics
    // Places in two texts have no order.
    if origin == nil { reading.diagnostics.sort { $0.range.start < $1.range.start } }
    var file = self
    file.checked.content = .read(reading)
    return file
  }

  /// With what is wrong at the cluster; `exit` is what an error means for a run.
  func adding(ofCluster diagnostics: [Diagnostic], exit: ExitCode) -> ScenarioFile {
    var file = self
    file.checked.add(ofCluster: origin?.locate(diagnostics) ?? diagnostics, exit: exit)
    return file
  }

  /// The result with every place in the text that the scenario was made of.
  func located(_ result: RunResult) -> RunResult {
    origin.map { result.located($0.range, remedy: $0.remedy) } ?? result
  }

  /// The first error in one line, behind its place: `message.content, column 27: unknown function "faker.frist_name"`.
  var firstError: String? {
    switch checked.content {
    case .unreadable(let reason): return "cannot read \(quoted(path)): \(reason)"
    case .read(let reading):
      return reading.diagnostics.first { $0.severity == .error }.map { error in
        let start = error.range.start
        let sentence = error.message + (error.remedy.map { "; \($0)" } ?? "")
        // A mistake at a place in the file names its attribute.
        guard let file = start.file, let attribute = file.split(separator: "#").last else { return sentence }
        let line = start.line > 1 ? ", line \(start.line)" : ""
        let isWhole = start.line == 1 && start.column == 1 && attribute != PostAttribute.content.path
        return "\(attribute)\(isWhole ? "" : "\(line), column \(start.column)"): \(sentence)"
      }
    }
  }

  /// The warnings in one line each.
  var warnings: [String] {
    (checked.reading?.diagnostics ?? []).filter { $0.severity == .warning }.map { warning in
      warning.message + (warning.remedy.map { "; \($0)" } ?? "")
    }
  }

  private var path: String { checked.path }

  /// `passed` if it can be run.
  package var exit: ExitCode { checked.exit }

  package static func read(_ path: String, _ overrides: Overrides = Overrides()) -> ScenarioFile {
    ScenarioFile(path, overrides) { () throws(InputFileError) in try InputFile.read(path) }
  }

  /// The scenario on standard input; relative paths in it are relative to the working directory.
  package static func readStandardInput(_ overrides: Overrides = Overrides()) -> ScenarioFile {
    ScenarioFile(RunResult.standardInput, overrides) { () throws(InputFileError) in try InputFile.readStandardInput() }
  }

  /// A scenario whose text was made of another, in which its diagnostics are shown, after those of that text itself.
  init(
    _ text: String, path: String, _ overrides: Overrides, after diagnostics: [Diagnostic], errorsOnly: Bool,
    from origin: TextOrigin
  ) {
    self.origin = origin
    var reading = Self.reading(Array(text.utf8), path: path, overrides)
    reading.tree = nil
    if errorsOnly { reading.diagnostics.removeAll { $0.severity == .warning } }
    self.reading = reading
    checked = CheckedFile(
      path: path,
      .read(
        CheckedScenario(
          scenario: reading.scenario, diagnostics: diagnostics + origin.locate(reading.diagnostics),
          files: origin.files)))
  }

  /// A text that no scenario can be made of.
  init(path: String, _ diagnostics: [Diagnostic], _ files: SourceFiles) {
    checked = CheckedFile(
      path: path, .read(CheckedScenario(scenario: nil, diagnostics: diagnostics, files: files)))
  }

  init(path: String, unreadable reason: String) {
    checked = CheckedFile(path: path, .unreadable(reason: reason))
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
