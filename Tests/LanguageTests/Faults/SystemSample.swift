import Language
import SampleScenarios
import Scenarios

/// A scenario with a target and a sink, of which a test replaces the top-level keys that it writes.
enum SystemSample {
  private static let sound: [(key: String, text: String)] = [
    ("version", "version: 1"),
    ("name", "name: orders"),
    ("cluster", "cluster: {brokers: \"localhost:9092\"}"),
    ("topics", "topics: {orders: {}, done: {}}"),
    ("targets", "targets: {api: \"http://localhost:8080/orders\"}"),
    ("templates", #"templates: {order: {format: json, value: '{"id": "{{id}}"}'}}"#),
    ("stages", "stages: [{name: all, to: api, count: 10}]"),
    ("sinks", "sinks: {done: {identity: {json: $.id}}}"),
  ]

  static func text(_ yaml: String) -> String {
    let keys = Set(yaml.split(separator: "\n").filter { $0.first?.isLetter == true }.map { $0.prefix { $0 != ":" } })
    return (sound.filter { !keys.contains($0.key[...]) }.map(\.text) + [yaml, ""]).joined(separator: "\n")
  }

  static func scenario(_ yaml: String, variables: [String: String] = [:]) throws -> Scenario {
    try SampleScenario(text(yaml), variables: variables).scenario()
  }
}

extension Fault {
  /// A fault in such a scenario.
  static func system(
    _ name: String, schema: SchemaAnswer = .accepted, _ yaml: String, variables: [String: String] = [:],
    finds expected: String
  ) -> Fault {
    Fault(name, .whole, schema: schema, SystemSample.text(yaml), variables: variables, finds: expected)
  }
}
