import Language
import Scenarios
import Testing

/// The sources of a secret, as they are written.
@Suite struct SecretReadingTests {
  static let written: [(String, Secret.Source)] = [
    ("{env: LOADER_PASSWORD}", .environment("LOADER_PASSWORD")),
    ("\"${LOADER_PASSWORD}\"", .environment("LOADER_PASSWORD")),
    ("{file: /run/secrets/loader}", .file("/run/secrets/loader")), ("{file: pw}", .file("scenarios/pw")),
    ("{command: \"pass show kafka | head -n 1\"}", .command(SecretCommand(.text("pass show kafka | head -n 1")))),
    (
      "{command: [vault, kv, get, secret/kafka]}",
      .command(SecretCommand(.arguments(["vault", "kv", "get", "secret/kafka"])))
    ),
    (
      "{command: [cat, \"a b\", \"\"], within: 500ms}",
      .command(SecretCommand(.arguments(["cat", "a b", ""]), within: .milliseconds(500)))
    ),
    ("{within: 1m, command: ./token}", .command(SecretCommand(.text("./token"), within: .minutes(1)))),
    ("{command: \"get ${PLACE} $OTHER\"}", .command(SecretCommand(.text("get here $OTHER")))),
    ("plain", .text("plain")),
  ]

  @Test("each form", arguments: written)
  func source(_ yaml: String, _ source: Secret.Source) throws {
    let text = """
      version: 1
      name: orders
      cluster: {brokers: "kafka:9092", auth: loader}
      identities: {loader: {mechanism: PLAIN, username: a, password: \(yaml)}}
      topics: {orders: {}}
      templates: {order: {value: a}}
      stages: [{name: all, count: 10}]
      """
    let environment = ReadingEnvironment(
      variable: { $0 == "PLACE" ? "here" : nil }, file: { _ in .failure(.init(reason: "")) })
    let reading = ScenarioReader.read(Array(text.utf8), path: "scenarios/orders.yaml", in: environment)
    let scenario = try #require(reading.scenario, "\(reading.diagnostics)")
    let secret = try #require(scenario.identities[scenario.cluster.identity].password)
    #expect(secret.source == source && secret.key == "password")
    #expect(scenario.secrets.map(\.title) == ["password of identity \"loader\""])
  }
}
