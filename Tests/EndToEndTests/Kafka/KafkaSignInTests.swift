import Kafka
import Testing

/// One way to authenticate with the brokers, and its result.
struct SignIn: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var listener: KafkaBroker.Listener
  var client: @Sendable (KafkaCertificates) -> [String: String]
  /// The secret that must not appear in a report or on the terminal.
  var secret = "loader-secret"
  /// A part of the message if it is refused; nil if it is not.
  var refusal: String?

  static func login(_ mechanism: String, password: String = "loader-secret") -> [String: String] {
    [
      "security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": mechanism, "sasl.username": "loader",
      "sasl.password": password,
    ]
  }

  /// Librdkafka before 2.6.1 repeats the client's nonce, which brokers from 4.0 on refuse.
  static let refusesScram = KafkaHome.found.map { !$0.isBefore4 } ?? false && ClientLibrary.number < 0x0206_0100

  static let all = [
    SignIn(testDescription: "PLAIN", listener: .login, client: { _ in login("PLAIN") }),
    SignIn(
      testDescription: "PLAIN with a wrong password", listener: .login,
      client: { _ in login("PLAIN", password: "wrong-secret") }, secret: "wrong-secret",
      refusal: "refused authentication (SASL authentication error"),
    SignIn(
      testDescription: "PLAIN over TLS", listener: .loginOverTLS,
      client: { certificates in
        login("PLAIN").merging(["security.protocol": "SASL_SSL", "ssl.ca.location": certificates.authority]) { $1 }
      }),
    SignIn(
      testDescription: "SCRAM-SHA-256", listener: .login, client: { _ in login("SCRAM-SHA-256") },
      refusal: refusesScram
        ? "SCRAM with Kafka 4 needs librdkafka 2.6.1 or newer, this is \(ClientLibrary.version)" : nil),
    SignIn(
      testDescription: "SCRAM-SHA-512", listener: .login, client: { _ in login("SCRAM-SHA-512") },
      refusal: refusesScram
        ? "SCRAM with Kafka 4 needs librdkafka 2.6.1 or newer, this is \(ClientLibrary.version)" : nil),
    SignIn(
      testDescription: "a client certificate", listener: .certificate,
      client: { certificates in
        [
          "security.protocol": "SSL", "ssl.ca.location": certificates.authority,
          "ssl.keystore.location": certificates.clientStore, "ssl.keystore.password": KafkaCertificates.password,
        ]
      }, secret: KafkaCertificates.password),
    SignIn(
      testDescription: "no client certificate", listener: .certificate,
      client: { ["security.protocol": "SSL", "ssl.ca.location": $0.authority] }, secret: "BEGIN PRIVATE KEY",
      refusal: "127.0.0.1:"),
  ]
}

extension EndToEndTests.OnKafka {
  @Suite struct SignIns {
    @Test(arguments: SignIn.all) func by(_ signIn: SignIn) throws {
      let cluster = try KafkaCluster.shared()
      let folder = try Folder()
      let topic = "signed-in-" + signIn.testDescription.split(separator: " ").joined(separator: "-")
      let ended = try KafkaScenario(
        brokers: cluster.bootstrap(signIn.listener), topic: topic, stages: "[{name: s, count: 10}]", partitions: 1,
        client: signIn.client(cluster.certificates)
      ).run(in: folder)
      if let refusal = signIn.refusal {
        #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
        #expect(ended.prose.contains(refusal), "\(ended.output)")
      } else {
        #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
        #expect(try cluster.count(of: topic) == 10)
      }
      try keepsSecret(signIn.secret, ended, folder)
    }

    /// The operations that ACLs allow a user on a topic, and the message if they are too few.
    @Test(arguments: [
      ("none-of-it", ["DescribeConfigs"], "the cluster refused metadata of topic \"none-of-it\""),
      ("reading-only", ["Read", "Describe", "DescribeConfigs"], "TOPIC_AUTHORIZATION_FAILED"),
    ])
    func aTopicThatMayNotBeWritten(_ topic: String, _ allowed: [String], _ refusal: String) throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic(topic, partitions: 1)
      try cluster.tool(
        .acls,
        ["--add", "--allow-principal", "User:loader", "--topic", topic] + allowed.flatMap { ["--operation", $0] })
      let folder = try Folder()
      let ended = try KafkaScenario(
        brokers: cluster.bootstrap(.login), topic: topic, stages: "[{name: s, count: 10}]",
        client: SignIn.login("PLAIN")
      ).run(in: folder)
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      #expect(ended.prose.contains(refusal), "\(ended.output)")
      #expect(try cluster.count(of: topic) == 0)
      try keepsSecret("loader-secret", ended, folder)
    }

    /// Neither on the terminal nor in any file of the reports.
    private func keepsSecret(_ secret: String, _ ended: Program.Ended, _ folder: Folder) throws {
      #expect(!(ended.output + ended.errors).contains(secret))
      for report in ["run.json", "junit.xml", "stages.csv", "client.log"] {
        #expect(try !folder.report("test", report).contains(secret), "\(report)")
      }
    }
  }
}
