import Scenarios
import Testing

@testable import Rehearsal

/// The options that a run needs to be the same again: as they were given, and without secrets.
@Suite struct RunRequestTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var request: RunRequest
    var arguments: [String]
    var testDescription: String { name }

    init(
      _ name: String, brokers: Brokers? = nil, stages: [String] = [], set: [String] = [], file: String? = nil,
      allowsDeletion: Bool = false, _ arguments: [String]
    ) {
      self.name = name
      self.arguments = arguments
      request = RunRequest(
        file: "a.yaml", brokers: brokers, label: "x", stages: stages, toolVersion: "1",
        overrides: Overrides(settings: set, environmentPath: file), allowsDeletion: allowsDeletion, history: "h.csv")
    }
  }

  @Test(arguments: [
    Row("nothing", []),
    Row("brokers", brokers: .addresses(["a:1", "b:2"]), ["--brokers", "a:1,b:2"]),
    Row("the embedded broker", brokers: .embedded, ["--brokers", "embedded"]),
    Row("stages", stages: ["b", "a"], ["--stage", "b", "--stage", "a"]),
    Row(
      "topics may be deleted", stages: ["a"], allowsDeletion: true, ["--stage", "a", "--allow-delete"]),
    Row(
      "settings and a file", set: ["stages.a.rate=1/s", "vars.x=y=z"], file: "ci.env",
      ["--env-file", "ci.env", "--set", "stages.a.rate=1/s", "--set", "vars.x=y=z"]),
    Row("a secret", set: ["cluster.librdkafka.\"sasl.password\"=hunter2"], []),
    Row("a slip of a secret", set: ["cluster.librdkafka.\"sasl.passwrd\"=hunter2"], []),
    Row("Java's", set: ["cluster.librdkafka={sasl.jaas.config: hunter2}", "cluster.librdkafka={my.key: hunter2}"], []),
    Row("a secret in a mapping", set: ["cluster.librdkafka={sasl.username: u, sasl.password: hunter2}"], []),
    Row("a secret as a variable's default", set: ["cluster.librdkafka.\"sasl.password\"=${PW:-hunter2}"], []),
    Row(
      "a variable is not its value", set: ["cluster.librdkafka.\"sasl.password\"=${KAFKA_PASSWORD}"],
      ["--set", "cluster.librdkafka.\"sasl.password\"=${KAFKA_PASSWORD}"]),
    Row("a variable's name", set: ["vars.x=${DB_PASSWORD}-y"], ["--set", "vars.x=${DB_PASSWORD}-y"]),
  ]) func isRepeated(_ row: Row) {
    #expect(row.request.arguments == row.arguments)
  }
}
