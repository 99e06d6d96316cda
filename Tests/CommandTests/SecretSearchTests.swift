import Language
import Reporting
import Scenarios
import Testing

@testable import Rehearsal
@testable import rehearse

/// Everything that `check`, `explain` and `plan` print, searched for the secrets of the scenario: each is in the file, in a file of
/// variables, or both.
@Suite struct SecretSearchTests {
  private static let variables = """
    LOADER_PASSWORD=swordfish-variable
    KEY_PASSWORD=swordfish-property
    SHARED_TOKEN=swordfish-message
    DSN=https://u:swordfish-address@host/
    """

  private static func scenario(_ more: String = "") -> String {
    """
    version: 1
    name: orders
    vars: {token: "${SHARED_TOKEN}", link: "${DSN}"}
    cluster:
      brokers: "kafka:9092"
      auth: loader
      tls: {truststore: trust.p12, truststore_password: swordfish-truststore}
      librdkafka: {ssl.key.password: "${KEY_PASSWORD}", sasl.oauthbearer.config: "scope=swordfish-config"}
    identities:
      loader: {mechanism: PLAIN, username: loader, password: "${LOADER_PASSWORD}"}
      plain: {mechanism: PLAIN, username: plain, password: "swordfish-plain"}
      file: {mechanism: PLAIN, username: file, password: {file: /run/secrets/file}}
      text: {mechanism: OAUTHBEARER, token: {command: "curl -s https://u:swordfish-curl@vault/token"}}
      list: {mechanism: OAUTHBEARER, token: {command: [vault, login, "token=swordfish-login"], within: 3s}}
      store: {keystore: client.p12, keystore_password: swordfish-keystore}
    topics: {t: {}}
    templates: {m: {headers: {token: "{{vars.token}}"}, value: "a {{vars.link}}"}}
    stages:
      - {name: a, count: 1}
      - {name: b, count: 1, auth: plain}
      - {name: c, count: 1, auth: file}
      - {name: d, count: 1, auth: text}
      - {name: e, count: 1, auth: list}
      - {name: f, count: 1, auth: store}
    \(more)
    """
  }

  /// Faults, each near a secret or of a secret.
  static let faults: [(String, from: String, to: String)] = [
    ("none", "", ""), ("an unknown key", "password: \"swordfish-plain\"", "passwrd: \"swordfish-plain\""),
    ("a list for a secret", "password: \"swordfish-plain\"", "password: [swordfish-plain]"),
    ("a mapping for a secret", "password: \"swordfish-plain\"", "password: {swordfish-plain: }"),
    ("a variable that is none", "password: \"swordfish-plain\"", "password: {env: swordfish-plain}"),
    ("an open quote", "\"swordfish-plain\"", "\"swordfish-plain"), ("a tab", "  plain:", "\tplain:"),
    ("no YAML", "password: \"swordfish-plain\"", "password: @swordfish-plain"),
    ("an unknown mechanism", "mechanism: PLAIN, username: plain", "mechanism: PLIAN, username: plain"),
    ("a command that is none", "[vault, login, \"token=swordfish-login\"]", "{a: \"token=swordfish-login\"}"),
    ("nested in a command", "[vault, login, \"token=swordfish-login\"]", "[vault, [\"token=swordfish-login\"]]"),
    ("a wrong time limit", "within: 3s", "within: 3"),
    ("a property of another name", "ssl.key.password", "ssl.key.pasword"),
    ("a property that is refused", "sasl.oauthbearer.config", "group.id: x, sasl.jaas.config"),
    ("a value in the place of a name", "\"${LOADER_PASSWORD}\"", "{env: \"${LOADER_PASSWORD}\"}"),
    ("a secret in an argument", "[vault, login, \"token=swordfish-login\"]", "[vault, \"${SHARED_TOKEN}\"]"),
    ("a secret as a number", "name: a, count: 1", "name: a, count: \"${SHARED_TOKEN}\""),
    ("a secret as a name", "name: a, count: 1", "name: \"${SHARED_TOKEN}\", count: 1"),
    ("an unset variable", "${KEY_PASSWORD}", "${KEY_PASSWORT:-swordfish-property}"),
  ]

  @Test("no output has one", arguments: faults)
  func search(_ name: String, _ from: String, _ to: String) throws {
    let text = Self.scenario()
    #expect(from.isEmpty || text.contains(from), "\(name)")
    let overrides = Overrides(environmentFile: try EnvironmentFile(Array(Self.variables.utf8), path: "ci.env"))
    let reading = ScenarioFile.reading(Array(text.replacing(from, with: to).utf8), path: "orders.yaml", overrides)
    let checked = CheckedFile(
      path: "orders.yaml",
      .read(CheckedScenario(scenario: reading.scenario, diagnostics: reading.diagnostics, files: reading.files)))
    var outputs = [
      ("text", CheckText.findings(checked) + CheckText.praise(checked) + CheckText.hint([checked])),
      ("json", CheckJSON.text([checked], toolVersion: "1")), ("github", CheckGitHub.text([checked])),
      ("sarif", CheckSARIF.text([checked], toolVersion: "1")),
    ]
    if let explained = ExplainedScenario(reading) {
      outputs.append(("explain", ExplainText.text(explained.entries, place: explained.place)))
    }
    for (format, output) in outputs {
      #expect(!output.isEmpty || name == "none")
      for line in output.split(separator: "\n") where line.contains("swordfish") {
        Issue.record("\(name), \(format): \(line)")
      }
    }
    if name == "none" {
      let explained = outputs.first { $0.0 == "explain" }?.1 ?? ""
      for place in [
        "{env: LOADER_PASSWORD}", "{file: /run/secrets/file}", "{command: curl -s https://***@vault/token}",
      ] {
        #expect(explained.contains(place), "\(explained)")
      }
    }
  }

  @Test("no plan has one") func plan() throws {
    let overrides = Overrides(environmentFile: try EnvironmentFile(Array(Self.variables.utf8), path: "ci.env"))
    // What is in the stores is another matter.
    let text = Self.scenario().split(separator: "\n").filter { !$0.contains("store") }.joined(separator: "\n")
      .replacing(", sasl.oauthbearer.config: \"scope=swordfish-config\"", with: "")
    let reading = ScenarioFile.reading(Array(text.utf8), path: "orders.yaml", overrides)
    let scenario = try #require(reading.scenario, "\(reading.diagnostics)")
    let facts = PlanFacts(secretVariables: ExplainedScenario(reading)?.secretVariables ?? [])
    let plan = PlanText.text(Plan(scenario, facts: facts))
    #expect(!plan.contains("swordfish"), "\(plan)")
    #expect(plan.contains("ssl.key.password") && plan.contains("***"))
  }
}
