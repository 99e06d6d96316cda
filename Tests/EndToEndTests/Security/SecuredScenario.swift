import Testing

/// A scenario for the secured cluster: its clients' `auth` and `tls` as YAML, one topic, one template.
struct SecuredScenario {
  var brokers: String
  var topic: String
  /// The value of `cluster.tls`; nil for connections without encryption.
  var tls: String?
  /// The value of `cluster.auth`; nil for clients without authentication.
  var auth: String?
  /// Rows of `identities:`.
  var identities: [String] = []
  /// Properties of librdkafka.
  var client: String?
  /// More rows of `topics:`.
  var topics: [String] = []
  /// The topic's own keys.
  var topicKeys = "create: never"
  /// Rows of `templates:`; the first is that of stages that name none.
  var templates = [#"order: {format: json, key: "k{{seq}}", value: '{"n": {{seq}}, "stage": "{{stage.name}}"}'}"#]
  var stages = "[{name: s, count: 10}]"
  /// The value of `verify`.
  var verify = "{within: 10s}"

  var text: String {
    let cluster = [
      "brokers: \"\(brokers)\"", tls.map { "tls: \($0)" }, auth.map { "auth: \($0)" },
      client.map { "librdkafka: \($0)" },
    ].compactMap(\.self)
    let names = identities.isEmpty ? "" : "identities:\n" + identities.map { "  \($0)\n" }.joined()
    return """
      version: 1
      name: test
      cluster: {\(cluster.joined(separator: ", "))}
      \(names)topics: {\((["\(topic): {\(topicKeys)}"] + topics).joined(separator: ", "))}
      templates: {\(templates.joined(separator: ", "))}
      defaults: {template: order, topic: \(topic)}
      stages: \(stages)
      verify: \(verify)

      """
  }

  /// Runs the built program with its reports in `folder`; the secrets are in the environment.
  func run(
    in folder: Folder, _ options: [String] = [], environment: [String: String] = [:], deadline: Double = 60
  ) throws -> Program.Ended {
    try Program(
      ["run", try folder.write(text, to: "test.yaml"), "--report-dir", folder.path("Reports")] + options, in: folder,
      environment: Self.secrets.merging(environment) { $1 }
    ).wait(deadline: deadline)
  }

  func check(in folder: Folder, _ options: [String] = []) throws -> Program.Ended {
    try Program(
      ["check"] + options + [try folder.write(text, to: "test.yaml")], in: folder, environment: Self.secrets
    ).wait()
  }

  /// Variables that scenarios name for a secret.
  static let secrets = [
    "LOADER": "loader-secret", "BATCH": "batch-secret", "READER": "reader-secret", "WRONG": "wrong-secret",
    "STORE": KafkaCertificates.password, "WRONG_STORE": "wrong-store-secret",
  ]

  /// The value of `auth` for a user of the brokers, by name and mechanism; the password is in the variable `secret`.
  static func login(_ user: String, _ mechanism: String, secret: String? = nil) -> String {
    "{mechanism: \(mechanism), username: \(user), password: {env: \(secret ?? user.uppercased())}}"
  }
}

/// Secrets appear neither on the terminal nor in a report.
extension Folder {
  func expectNoSecrets(_ ended: Program.Ended, location: SourceLocation = #_sourceLocation) throws {
    let texts = try [ended.output, ended.errors] + reports().map { try report("test", $0) }
    for secret in SecuredScenario.secrets.values where secret.hasSuffix("secret") {
      #expect(!texts.contains { $0.contains(secret) }, "a secret is shown", sourceLocation: location)
    }
  }

  private func reports() -> [String] {
    ["run.json", "junit.xml", "stages.csv", "client.log"].filter { (try? report("test", $0)) != nil }
  }
}
