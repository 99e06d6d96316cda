internal import Kafka
package import Scenarios
package import Verification

/// A scenario file, read and checked without a cluster.
package struct ScenarioFile: Sendable {
  package var path: String
  /// Nil where it cannot be run.
  package var scenario: Scenario?
  /// What a person is to read of it: diagnostics, or why the file could not be read. Empty where there is nothing to say.
  package var text: String
  /// `passed` where it can be run.
  package var exit: ExitCode
  /// Every value with where it comes from; nil where nothing could be made of the file.
  package var explained: ExplainedScenario?
  /// The texts it was read from; nil where there is none.
  package var files: SourceFiles?

  package static func read(_ path: String) -> ScenarioFile {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(path)
    } catch {
      return ScenarioFile(
        path: path, text: "rehearse: cannot read \"\(error.path)\": \(error.reason)",
        exit: .missingFile)
    }
    var reading = ScenarioReader.read(bytes, path: path)
    for property in reading.scenario?.cluster.librdkafka ?? [] {
      guard let fault = ClientSettings.fault(name: property.name, value: property.value) else { continue }
      reading.diagnostics.append(
        Diagnostic(
          code: .refusedByLibrdkafka,
          "librdkafka \(ClientLibrary.version) refuses \"\(property.name)\": \(fault.text)", at: property.range))
    }
    reading.diagnostics.sort { $0.range.start < $1.range.start }
    let isFaulty = reading.diagnostics.contains { $0.severity == .error }
    return ScenarioFile(
      path: path, scenario: isFaulty ? nil : reading.scenario, text: reading.describeAll(),
      exit: isFaulty || reading.scenario == nil ? .invalidInput : .passed,
      explained: ExplainedScenario(reading), files: reading.files)
  }
}
