import Testing

/// A stage that must be turned away, or a reader, and the exit code with which the run ends.
struct RefusalCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var listener = KafkaBroker.Listener.login
  var tls: String?
  var identities = [
    "loader: " + SecuredScenario.login("loader", "PLAIN"),
    "batch: " + SecuredScenario.login("batch", "PLAIN"),
    "intruder: " + SecuredScenario.login("batch", "PLAIN", secret: "WRONG"),
  ]
  var auth = "loader"
  var stages: String
  var verify = "{within: 10s}"
  var client: String?
  /// The operations that the user batch may do on the topic, which loader alone may write.
  var batch: [KafkaACL.Operation] = [.describe]
  var topicKeys = "create: never"
  var topicSettings: [String: String] = [:]
  var options: [String] = []
  var exit: Int32
  /// A part of the console's text.
  var says: String?
  /// The messages that are stored.
  var stored: Int64 = 10

  /// The stage of the user who may, and the control of the other.
  private static let control = "{name: control, count: 10}"

  private static func refused(_ auth: String, _ reason: String, more: String = "") -> String {
    "{name: stranger, auth: \(auth), count: 5, expect: [refused == \(reason)]\(more)}"
  }

  static let all = [
    RefusalCase(
      testDescription: "a wrong password is refused", stages: "[\(control), \(refused("intruder", "authentication"))]",
      exit: 0),
    RefusalCase(
      testDescription: "a user without an ACL is refused", stages: "[\(control), \(refused("batch", "authorization"))]",
      exit: 0),
    RefusalCase(
      testDescription: "a user who may not even see the topic is refused",
      stages: "[\(control), \(refused("batch", "authorization"))]", batch: [], exit: 0),
    RefusalCase(
      testDescription: "an untrusted authority is refused", listener: .oneWay, tls: Truststore.pem.rawValue,
      identities: ["other: {mechanism: none, tls: \(Truststore.untrusted)}"], auth: "none",
      stages: "[\(control), \(refused("other", "tls"))]", exit: 0),
    RefusalCase(
      testDescription: "a message that is too large is refused by the broker",
      stages: "[\(control), {name: stranger, count: 5, template: large, expect: [refused == message-too-large]}]",
      topicSettings: ["max.message.bytes": "2000"], exit: 0),
    RefusalCase(
      testDescription: "a message that the client itself refuses proves nothing about the broker",
      stages: "[\(control), {name: stranger, count: 5, template: large, expect: [refused == message-too-large]}]",
      client: "{message.max.bytes: 2500}", exit: 65,
      says: "no broker is asked about them, so \"refused == message-too-large\" shows nothing", stored: 0),
    RefusalCase(
      testDescription: "a topic that does not exist is refused",
      stages: "[\(control), {name: stranger, topic: ghost, count: 5, expect: [refused == unknown-topic]}]", exit: 0),
    RefusalCase(
      testDescription: "a topic that exists is not unknown",
      stages: "[\(control), {name: stranger, count: 5, expect: [refused == unknown-topic]}]", exit: 11, stored: 15),
    RefusalCase(
      testDescription: "a user who is let in fails the run",
      stages: "[\(control), \(refused("batch", "authentication"))]",
      batch: [.write, .describe], exit: 11, stored: 15),
    RefusalCase(
      testDescription: "an allowed user who should lack the ACL is let in",
      stages: "[\(control), \(refused("batch", "authorization"))]", batch: [.write, .describe], exit: 11, stored: 15),
    RefusalCase(
      testDescription: "another reason than the expected one is inconclusive",
      stages: "[\(control), \(refused("intruder", "authorization"))]", exit: 22),
    RefusalCase(
      testDescription: "without its control a refusal is inconclusive", auth: "machine",
      stages: "[\(control), {name: also, auth: batch, count: 5}, \(refused("intruder", "authentication"))]",
      batch: [.write, .describe], options: ["--stage", "stranger"], exit: 22, stored: 0),
    RefusalCase(
      testDescription: "a reader without an ACL is refused", stages: "[\(control)]",
      verify: "{auth: batch, expect: [refused == authorization], within: 10s}", exit: 0),
    RefusalCase(
      testDescription: "a reader with a wrong password is refused", stages: "[\(control)]",
      verify: "{auth: intruder, expect: [refused == authentication], within: 10s}", exit: 0),
    RefusalCase(
      testDescription: "a reader who is let in fails the run", stages: "[\(control)]",
      verify: "{auth: batch, expect: [refused == authorization], within: 10s}", batch: [.read, .describe], exit: 11),
  ]
}

extension EndToEndTests.OnKafka {
  /// Refusals that a scenario expects: with their control they pass, and whatever else happens does not.
  @Suite struct Refusals {
    @Test(arguments: RefusalCase.all) func ends(_ row: RefusalCase) throws {
      let cluster = try KafkaCluster.secured()
      let folder = try Folder()
      let topic = "refusals-\(folder.root.suffix(6))"
      try cluster.createTopic(topic, partitions: 1, settings: row.topicSettings)
      try cluster.allow("User:loader", [.write, .read, .describe, .describeConfigs], on: .topic(topic))
      try cluster.allow("User:CN=client", [.write, .read, .describe, .describeConfigs], on: .topic(topic))
      try cluster.allow("User:loader", [.write, .describe, .describeConfigs], on: .topic("ghost"))
      if !row.batch.isEmpty { try cluster.allow("User:batch", row.batch, on: .topic(topic)) }
      let machine =
        "machine: {brokers: \"\(cluster.bootstrap(.certificate))\", certificate: CERTS/client.pem, "
        + "key: CERTS/client.key, tls: \(Truststore.pem.rawValue)}"
      var scenario = SecuredScenario(
        brokers: cluster.bootstrap(row.listener), topic: topic, tls: row.tls.map(cluster.filled), auth: row.auth,
        identities: (row.identities + [machine]).map(cluster.filled), client: row.client,
        topics: row.stages.contains("ghost") ? ["ghost: {create: never}"] : [], topicKeys: row.topicKeys,
        stages: row.stages, verify: row.verify)
      scenario.templates.append("large: {value: \"large {{seq}}\", size: 3000B}")
      let ended = try scenario.run(in: folder, row.options)
      #expect(ended.code == row.exit, "\(ended.output)\(ended.errors)")
      if let says = row.says {
        #expect("\(ended.prose) \(ended.errors)".contains(says), "\(ended.output)\(ended.errors)")
      }
      #expect(try cluster.end(of: topic, partition: 0) == row.stored)
      try folder.expectNoSecrets(ended)
    }
  }
}
