import Diagnostics
import Language
import Scenarios
import Testing

/// Values that are or may be secrets, wherever they stand: no diagnostic, no excerpt and no value of `explain` shows one.
@Suite struct SecretPlacesTests {
  struct Place: Sendable, CustomTestStringConvertible {
    var name: String
    /// The section `cluster` and what else is at the top, with `KEY` where the secret's name is.
    var yaml: String
    /// Names of secrets that can be written there.
    var keys = ["password", "sasl.passwrd", "sasl.jaas.config"]
    var settings: [String] = []
    var included = ""
    var testDescription: String { name }

    func shown(key: String) -> String {
      let fault = Fault(
        name, .cluster, yaml.replacing("KEY", with: key), files: ["more.yaml": included.replacing("KEY", with: key)],
        settings: settings.map { $0.replacing("KEY", with: key) }, finds: "")
      let reading = fault.reading()
      let entries = reading.tree?.entries ?? []
      return (reading.diagnostics.map(reading.files.describe) + entries.map { "\($0.path) \($0.value)" })
        .joined(separator: "\n")
    }
  }

  static let places = [
    Place(name: "in the wrong mapping", yaml: "cluster: {brokers: embedded, KEY: hunter2}"),
    Place(name: "beside a mistake in the same line", yaml: "cluster: {brokers: embedded, brokrs: x, KEY: hunter2}"),
    Place(
      name: "beside a property that is refused",
      yaml: "cluster: {brokers: embedded, librdkafka: {KEY: 'hunter2', group.id: x}}"),
    Place(
      name: "twice",
      yaml: "cluster:\n  brokers: embedded\n  librdkafka:\n    KEY: hunter2\n    KEY: hunter2-again"),
    Place(
      name: "a value that continues",
      yaml: "cluster:\n  brokers: embedded\n  librdkafka:\n    KEY: first\n      hunter2\n  KEY: *x"),
    Place(
      name: "escaped", yaml: "cluster: {brokers: embedded, librdkafka: {KEY: \"hunter2\\n\", group.id: x}}"),
    Place(name: "a list", yaml: "cluster: {brokers: embedded, KEY: [hunter2]}"),
    Place(name: "a mapping of another form", yaml: "cluster: {brokers: embedded, KEY: {value: hunter2}}"),
    Place(name: "a mapping without a value", yaml: "cluster: {brokers: embedded, librdkafka: {KEY: {hunter2}}}"),
    Place(name: "an alias that is not there", yaml: "cluster: {brokers: embedded, KEY: *hunter2}"),
    Place(name: "a tag", yaml: "cluster: {brokers: embedded, KEY: !hunter2 x}"),
    Place(name: "behind an anchor", yaml: "cluster: {brokers: embedded, KEY: &a hunter2, brokrs: *a}"),
    Place(name: "all of it an anchor", yaml: "cluster:\n  brokers: embedded\n  librdkafka:\n    KEY: &hunter2"),
    Place(name: "all of it an anchor, in braces", yaml: "cluster: {brokers: embedded, librdkafka: {KEY: &hunter2 }}"),
    Place(name: "partly a comment", yaml: "cluster:\n  brokers: embedded\n  KEY: ab #hunter2"),
    Place(name: "a variable that is not closed", yaml: "cluster:\n  brokers: embedded\n  KEY: ab${hunter2"),
    Place(name: "merged", yaml: "x-a: &a {KEY: hunter2}\ncluster: {brokers: embedded, <<: *a, brokrs: x}"),
    Place(name: "as a variable's default", yaml: "cluster: {brokers: embedded, KEY: \"${P1:-hunter2}\"}"),
    Place(name: "as a default without a colon", yaml: "cluster: {brokers: embedded, KEY: \"${P1-hunter2}\"}"),
    Place(name: "in a stage", yaml: "cluster: {brokers: embedded}\ndefaults: {librdkafka: {KEY: hunter2}}"),
    Place(
      name: "a list of texts", yaml: "cluster: {brokers: embedded, librdkafka: [KEY=hunter2]}"),
    Place(name: "one text", yaml: "cluster: {brokers: embedded, librdkafka: KEY=hunter2}"),
    Place(name: "one key", yaml: "cluster: {brokers: embedded, librdkafka: {\"KEY=hunter2\": x}}"),
    Place(name: "included", yaml: "include: [more.yaml]", included: "version: 1\ncluster: {KEY: hunter2}"),
    Place(
      name: "a setting", yaml: "cluster: {brokers: embedded}", keys: ["password"],
      settings: ["cluster.KEY=hunter2"]),
    Place(
      name: "a setting of brokers with a user", yaml: "cluster: {brokers: embedded}", keys: ["cluster.brokers"],
      settings: ["KEY=u:hunter2@h:9092"]),
    Place(
      name: "a setting of a mapping", yaml: "cluster: {brokers: embedded}", settings: ["cluster.x={KEY: hunter2}"]),
    // YAML itself is wrong, and no key is known.
    Place(name: "behind a quote", yaml: "cluster:\n  brokers: embedded\n  KEY: \"hun\"hunter2"),
    Place(name: "a character that YAML reserves", yaml: "cluster:\n  brokers: embedded\n  KEY: @hunter2"),
    Place(name: "a percent sign", yaml: "cluster:\n  brokers: embedded\n  KEY: %hunter2"),
    Place(name: "a colon in it", yaml: "cluster:\n  brokers: embedded\n  KEY: a: hunter2"),
    Place(name: "brackets", yaml: "cluster:\n  brokers: embedded\n  KEY: [hunter2, }"),
    Place(name: "a block that is not indented", yaml: "cluster:\n  brokers: embedded\n  KEY: |\n hunter2\n  a: b"),
    Place(name: "a line of its own", yaml: "cluster:\n  brokers: embedded\n  KEY:\n  hunter2\n  a: b"),
    Place(name: "a line that begins with a dash", yaml: "cluster:\n  brokers: embedded\n  KEY:\n  -hunter2\n  a: b"),
    Place(
      name: "a key in PEM that is not indented",
      yaml: "cluster:\n  brokers: embedded\n  KEY: |\n-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----"),
    Place(name: "a semicolon", yaml: "cluster:\n  brokers: embedded\n  KEY; hunter2\n  a: b"),
    Place(
      name: "a setting without an equals sign", yaml: "cluster: {brokers: embedded}",
      settings: ["cluster.librdkafka.\"KEY\" hunter2"]),
    Place(name: "a tab before it", yaml: "cluster:\n  brokers: embedded\n\tKEY: hunter2"),
    Place(name: "a colon lost", yaml: "cluster:\n  brokers: embedded\n  librdkafka:\n    KEY hunter2"),
    Place(name: "a blank lost", yaml: "cluster:\n  brokers: embedded\n  librdkafka:\n    KEY:hunter2"),
  ]

  @Test(arguments: places) func nothingIsShown(_ place: Place) {
    for key in place.keys {
      let shown = place.shown(key: key)
      #expect(!shown.contains("hunter2"), "\(key):\n\(shown)")
      #expect(!shown.isEmpty)
    }
  }

  /// The same with a name that is no secret's is shown, except a key in PEM: the tests above would see it.
  @Test(arguments: places.filter { !$0.yaml.contains("PRIVATE KEY") }) func anythingElseIsShown(_ place: Place) {
    #expect(place.shown(key: "client.idd").contains("hunter2"), "\(place.shown(key: "client.idd"))")
  }

  @Test(
    arguments: [
      ("a secret that is none", "identities: {a: {mechanism: PLAIN, username: u, password: {env: \"hunter2!\"}}}"),
      ("a user of a broker", "cluster: {brokers: \"u:hunter2@kafka:9092\"}"),
      ("users of a list of brokers", "cluster: {brokers: [\"u:hunter2@kafka:9092\"]}"),
      ("an address", "cluster: {brokers: \"http://u:hunter2@kafka:9092\"}"),
      ("a variable's name", "vars: {api_key: hunter2}\nvrs: {}"),
      ("digits", "identities: {a: {mechanism: PLAIN, username: u, password: [hunter2]}}"),
    ])
  func otherForms(_ name: String, _ yaml: String) {
    let place = Place(name: name, yaml: yaml)
    #expect(!place.shown(key: "").contains("hunter2"), "\(place.shown(key: ""))")
  }

  /// Variables are part of templates, which a report has.
  @Test func aSecretVariableIsNotInWhatIsSaved() throws {
    let fault = Fault(
      "a variable", .templates,
      """
      vars: {token: 'hunter"2', place: here}
      templates: {order: {key: "{{vars.token}}", headers: {h: "{{vars.token}}"}, value: "{{vars.token}} {{vars.place}}"}}
      """, finds: "")
    let scenario = try #require(fault.reading().scenario)
    let saved = ResolvedScenario(scenario, seed: 1, digest: { _ in "" }, redact: { $0.value })
    #expect(saved.templates.map(\.value) == ["hunter\"2 here"])
    let safe = saved.hiding(Redaction(secrets: scenario.secretTexts)).templates[0]
    #expect([safe.key, safe.value, safe.headers?[0].value] == ["***", "*** here", "***"])
  }

  /// Texts that messages are made of must be seen to be fixed.
  @Test func namesInMessagesAreNoSecrets() {
    let fault = Fault(
      "a field", .templates,
      "templates: {order: {let: {token: \"{{faker.uuid5()}}\"}, value: '{\"password\": \"{{token}}\"}'}}", finds: "")
    let reading = fault.reading()
    #expect(reading.diagnostics.map(reading.files.describe).joined().contains("{token: \"{{faker.uuid5()}}\"}"))
  }
}
