package import Language
package import Scenarios
internal import Templates

/// A scenario for tests, with the files, variables and settings that it is read with. All tests that read a scenario make it
/// here: as a whole text, or as a valid one of which parts are replaced.
package struct SampleScenario: Sendable {
  package var text: String
  package var path: String
  package var files: [String: [UInt8]]
  package var variables: [String: String]
  package var settings: [String]

  /// - Parameters:
  ///   - text: the whole scenario.
  ///   - files: the texts of the files that it names.
  ///   - settings: as `--set` has them.
  package init(
    _ text: String, path: String = "orders.yaml", files: [String: String] = [:], variables: [String: String] = [:],
    settings: [String] = []
  ) {
    self.text = text
    self.path = path
    self.files = files.mapValues { Array($0.utf8) }
    self.variables = variables
    self.settings = settings
  }

  /// A valid scenario on the embedded broker in which these parts are replaced; `more` is added at its end.
  package init(
    topics: String = "{orders: {partitions: 2}}", templates: String = #"{order: {value: "order {{seq}}"}}"#,
    stages: String = "[{name: all, count: 10}]", more: String = "", files: [String: String] = [:],
    variables: [String: String] = [:]
  ) {
    self.init(
      """
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: \(topics)
      templates: \(templates)
      stages: \(stages)
      \(more)
      """, files: files, variables: variables)
  }

  package var environment: ReadingEnvironment {
    ReadingEnvironment(
      variable: { [variables] in variables[$0] },
      file: { [files] in files[$0].map { .success($0) } ?? .failure(.init(reason: "No such file or directory")) },
      settings: settings)
  }

  package var reading: ScenarioReading { ScenarioReader.read(Array(text.utf8), path: path, in: environment) }

  /// Throws what was found in it, as a person reads it, where that is an error.
  package func scenario() throws -> Scenario {
    let reading = reading
    guard let scenario = reading.scenario else { throw InvalidSample(description: reading.describeAll()) }
    return scenario
  }
}

/// The diagnostics of a sample that was to be valid.
package struct InvalidSample: Error, CustomStringConvertible {
  package var description: String
}
