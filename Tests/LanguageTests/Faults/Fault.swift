import Language
import Testing

/// A faulty scenario and all its diagnostics.
struct Fault: Sendable, CustomTestStringConvertible {
  /// The section of the correct scenario that is replaced.
  enum Section: String, CaseIterable {
    case version, name, cluster, topics, templates, stages
    case whole
  }

  /// The answer of the JSON Schema alone; `Scripts/schema` checks each with a validator.
  enum SchemaAnswer: String {
    /// The schema does not find the fault.
    case accepted
    case refused
    /// The file is not YAML, or YAML readers refuse it.
    case unreadable
    /// Validators fail on it: an alias inside the value that it names.
    case untried
  }

  var name: String
  var section: Section
  var yaml: String
  var expected: String
  /// The environment: files by path, variables, settings of the command line.
  var files: [String: String] = [:]
  var variables: [String: String] = [:]
  var settings: [String] = []

  var schema: SchemaAnswer

  init(
    _ name: String, _ section: Section, schema: SchemaAnswer = .accepted, _ yaml: String, files: [String: String] = [:],
    variables: [String: String] = [:], settings: [String] = [], finds expected: String
  ) {
    self.files = files
    self.variables = variables
    self.settings = settings
    self.schema = schema
    self.name = name
    self.section = section
    self.yaml = yaml
    self.expected = expected
  }

  var testDescription: String { name }

  /// The correct scenario, with lines 1 to 6, in which this replaces its section.
  var scenario: String {
    if section == .whole { return yaml }
    return Self.sound.map { ($0 == section ? yaml : $1) + "\n" }.joined()
  }

  /// The result of reading it, optionally with Windows' line ends.
  func reading(windows: Bool = false) -> ScenarioReading {
    @Sendable func bytes(_ text: String) -> [UInt8] {
      Array((windows ? "\u{feff}" + text.replacing("\n", with: "\r\n") : text).utf8)
    }
    let environment = ReadingEnvironment(
      variable: { [variables] in variables[$0] },
      file: { [files] path in
        files[path].map { .success(bytes($0)) } ?? .failure(.init(reason: "No such file or directory"))
      }, settings: settings)
    return ScenarioReader.read(bytes(scenario), path: "orders.yaml", in: environment)
  }

  private static let sound: [(Section, String)] = [
    (.version, "version: 1"),
    (.name, "name: orders"),
    (.cluster, "cluster: {brokers: embedded}"),
    (.topics, "topics: {orders: {partitions: 6}}"),
    (.templates, "templates: {order: {value: \"order {{seq}}\"}}"),
    (.stages, "stages: [{name: all, count: 10}]"),
  ]
}
