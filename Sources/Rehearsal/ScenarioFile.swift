internal import Diagnostics
internal import Kafka
package import Language
package import Reporting
package import Scenarios
package import Verification

/// A scenario file, read and checked without a cluster.
package struct ScenarioFile: Sendable {
  /// What was found in it, as data.
  package var checked: CheckedFile
  /// Nil where the file could not be read.
  private var reading: ScenarioReading?

  /// Nil where it cannot be run.
  package var scenario: Scenario? { exit == .passed ? checked.reading?.scenario : nil }
  /// What a person is to read of it: diagnostics, or why the file could not be read. Empty where there is nothing to say.
  package var text: String { CheckText.findings(checked) }
  /// Every value with where it comes from; nil where nothing could be made of the file.
  package var explained: ExplainedScenario? { reading.flatMap(ExplainedScenario.init) }

  /// `passed` where it can be run.
  package var exit: ExitCode { checked.exit }

  package static func read(_ path: String, _ overrides: Overrides = Overrides()) -> ScenarioFile {
    ScenarioFile(path, overrides) { () throws(InputFile.Failure) in try InputFile.read(path) }
  }

  /// From standard input; relative paths in it count from the working directory.
  package static func readStandardInput(_ overrides: Overrides = Overrides()) -> ScenarioFile {
    ScenarioFile("<stdin>", overrides) { () throws(InputFile.Failure) in try InputFile.readStandardInput() }
  }

  private init(_ path: String, _ overrides: Overrides, bytes: () throws(InputFile.Failure) -> [UInt8]) {
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

  /// What the language has to say, and what librdkafka has.
  package static func reading(
    _ bytes: [UInt8], path: String, _ overrides: Overrides = Overrides()
  ) -> ScenarioReading {
    var reading = ScenarioReader.read(bytes, path: path, in: overrides.environment)
    for property in reading.clientProperties {
      if property.isInFile, SecretName.matches(property.name) {
        reading.files.hide(property.value)
        let variable = property.name.uppercased().map { $0 == "." ? "_" : String($0) }.joined()
        reading.diagnostics.append(
          Diagnostic(
            .warning, code: .plainSecret, "\"\(property.name)\" stands in the file for everybody to read",
            at: property.range, remedy: "write \"${\(variable)}\", and set that variable"))
      }
      guard let fault = ClientSettings.error(name: property.name, value: property.value) else { continue }
      reading.diagnostics.append(
        Diagnostic(
          code: .refusedByLibrdkafka,
          "librdkafka \(ClientLibrary.version) refuses \"\(property.name)\": \(fault.text)", at: property.range))
    }
    reading.diagnostics.sort { $0.range.start < $1.range.start }
    return reading
  }
}
