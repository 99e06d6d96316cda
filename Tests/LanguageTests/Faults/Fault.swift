import Language
import Testing

/// A faulty scenario and everything that is said about it.
struct Fault: Sendable, CustomTestStringConvertible {
  /// What of the sound scenario is replaced.
  enum Section: String, CaseIterable {
    case version, name, cluster, topics, templates, stages
    case whole
  }

  /// What becomes of it where only the JSON Schema is asked; `Scripts/schema` holds each mark against a validator.
  enum SchemaAnswer: String {
    /// The schema does not see it.
    case accepted
    case refused
    /// It is no YAML, or none that a reader of YAML takes.
    case unreadable
    /// Validators themselves give up over it: an alias inside of what it names.
    case untried
  }

  var name: String
  var section: Section
  var yaml: String
  var expected: String
  /// Beside the scenario: files by path, variables, settings of the command line.
  var files: [String: String] = [:]
  var variables: [String: String] = [:]
  var settings: [String] = []

  var schema: SchemaAnswer

  init(
    _ name: String, _ section: Section, schema: SchemaAnswer = .accepted, _ yaml: String, files: [String: String] = [:],
    variables: [String: String] = [:], settings: [String] = [], _ expected: String
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

  /// The sound scenario, a line each from 1 to 6, with this in place of its section.
  var scenario: String {
    if section == .whole { return yaml }
    return Self.sound.map { ($0 == section ? yaml : $1) + "\n" }.joined()
  }

  /// What reading it finds, with Windows' line ends if asked for.
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
