import FoundationEssentials
import Testing

/// A request with one mistake, or for a cluster that does not let it in: its answer, before anything is sent.
struct RefusedPost: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var listener = KafkaBroker.Listener.plaintext
  /// The addresses in place of the listener's.
  var brokers: String?
  var topic: String?
  /// A file of `Scripts/test-certificates` beside the request, or the name of one that is not there.
  var truststore: String?
  var truststorePassword: String?
  var account: String?
  var password = "loader-secret"
  var content = "<event><id>{id}</id></event>"
  var names = #""dynamicAttributeName": { "d1": "id" }, "#
  var partition = 1
  var format = "xml"
  /// More members of `message`.
  var more = ""
  /// LISTENER is the address, TOPIC the topic's name, FOLDER where the request is.
  var error: String
  var exit: Int32

  /// The request of ten messages.
  func text(brokers: String, topic: String) -> String {
    let truststore = truststore.map { name in
      let password = truststorePassword.map { ", \"password\": \"\($0)\"" } ?? ""
      return ", \"truststore\": { \"location\": \"\(name)\"\(password) }"
    }
    let authentication = account.map {
      ", \"authentication\": { \"serviceAcntNm\": \"\($0)\", \"serviceAcntPswd\": \"\(password)\" }"
    }
    return """
      { "kafka": { "brokers": "\(brokers)", "topic": "\(topic)"\(truststore ?? "")\(authentication ?? "") },
        "message": { "content": "\(content)", \(names)"noOfMsgToBeGen": 10, "partitionNo": \(partition),
                     "validateAs": "\(format)"\(more) } }

      """
  }

  static let cluster = [
    RefusedPost(
      testDescription: "an unreachable broker", brokers: "127.0.0.1:1",
      error: "cannot reach 127.0.0.1:1 (Connect to ipv4#127.0.0.1:1 failed: Connection refused); check that a broker "
        + "is running there, and the port",
      exit: 20),
    RefusedPost(
      testDescription: "an unknown topic", topic: "useractivty",
      error: "topic \"useractivty\" does not exist, and the cluster does not create it: auto.create.topics.enable is "
        + "false; create it, or let the brokers create topics",
      exit: 20),
    RefusedPost(
      testDescription: "a missing partition", partition: 3,
      error: "stage \"post\" sends to partition 3, but topic \"TOPIC\" has 3 partitions, numbered from 0", exit: 20),
    RefusedPost(
      testDescription: "bad credentials", listener: .login, account: "loader", password: "wrong-secret",
      error:
        "user \"loader\" was refused at LISTENER (SASL_PLAINTEXT): SASL authentication error: Authentication failed: "
        + "Invalid username or password; check the password of user \"loader\", and that the user exists on this cluster",
      exit: 20),
    RefusedPost(
      testDescription: "an unknown account", listener: .loginOverTLS, truststore: "ca.jks", account: "stranger",
      error: "user \"stranger\" was refused at LISTENER (SASL_SSL): SASL authentication error: Authentication failed: "
        + "Invalid username or password; check the password of user \"stranger\", and that the user exists on this "
        + "cluster",
      exit: 20),
    RefusedPost(
      testDescription: "a truststore of another authority", listener: .loginOverTLS, truststore: "other-ca.pem",
      account: "loader",
      error:
        "the certificate of LISTENER is not trusted: CN=ca, which signed itself, is not in \"FOLDER/other-ca.pem\"; name "
        + "a file with its authority in kafka.truststore.location",
      exit: 20),
  ]

  static let request = [
    RefusedPost(
      testDescription: "no truststore", listener: .loginOverTLS, truststore: "client.truststore.jks", account: "loader",
      error:
        "kafka.truststore.location: cannot read \"FOLDER/client.truststore.jks\": No such file or directory; "
        + "check the path: it is relative to the request's file",
      exit: 65),
    RefusedPost(
      testDescription: "a truststore that is none", listener: .loginOverTLS, truststore: "request.json",
      account: "loader",
      error: "kafka.truststore.location: \"FOLDER/request.json\" is a JSON document", exit: 65),
    RefusedPost(
      testDescription: "a truststore that needs a password", listener: .loginOverTLS, truststore: "ca.p12",
      account: "loader", error: "kafka.truststore.location: \"FOLDER/ca.p12\" needs a password", exit: 65),
    RefusedPost(
      testDescription: "the wrong password of a truststore", listener: .loginOverTLS, truststore: "ca.jks",
      truststorePassword: "wrong-store-secret", account: "loader",
      error: "kafka.truststore.location: \"FOLDER/ca.jks\" does not open with this password", exit: 65),
    RefusedPost(
      testDescription: "malformed content", content: "<event><id>{id}</event>",
      error: "message.content, column 1: value of template \"message\" is not XML: Opening and ending tag mismatch: id "
        + "line 1 and event",
      exit: 65),
    RefusedPost(
      testDescription: "a template that cannot be parsed", content: "<event>{{faker.uuid4()</event>", names: "",
      error: "message.content, column 8: \"{{\" has no \"}}\"; close it, as in {{seq}}", exit: 65),
    RefusedPost(
      testDescription: "a function that is not there", content: "<event>{{faker.frist_name()}}</event>", names: "",
      error: "message.content, column 10: unknown function \"faker.frist_name\"; did you mean \"faker.first_name\"?",
      exit: 65),
    RefusedPost(
      testDescription: "an unknown attribute", more: ", \"partitonNo\": 2",
      error: "unknown attribute \"message.partitonNo\"; did you mean \"partitionNo\"?", exit: 65),
    RefusedPost(
      testDescription: "a name that the content does not have",
      names: #""dynamicAttributeName": { "d1": "nr" }, "#,
      error: "message.dynamicAttributeName.d1: \"{nr}\" is not in message.content; the content has \"{id}\"", exit: 65),
  ]
}

extension EndToEndTests.OnKafka {
  /// Each error of a request once. Nothing is sent, and the answer comes before its users look for another reason.
  @Suite struct PostErrors {
    @Test(arguments: RefusedPost.cluster + RefusedPost.request) func answers(_ row: RefusedPost) throws {
      let cluster = try KafkaCluster.strict()
      let folder = try Folder()
      let topic = "posted-\(folder.root.suffix(6))"
      try cluster.createTopic(topic, partitions: 3)
      for name in ["ca.jks", "ca.p12", "other-ca.pem"] {
        let file = try Data(contentsOf: URL(filePath: cluster.certificates.path(name)))
        try file.write(to: URL(filePath: folder.path(name)))
      }
      for secret in ["loader-secret", "wrong-secret", "wrong-store-secret"] { folder.keep(secret: secret) }
      let address = row.brokers ?? cluster.bootstrap(row.listener)
      let clock = ContinuousClock()
      let begun = clock.now
      let ended = try PostedRequest.post(row.text(brokers: address, topic: row.topic ?? topic), in: folder, [])
      #expect(begun.duration(to: clock.now) < .seconds(10))
      let error = row.error.replacing("LISTENER", with: address).replacing("TOPIC", with: topic).replacing(
        "FOLDER", with: folder.root)
      #expect(
        ended.answer
          == .init(
            status: "message sending failed", messages_sent: 0, messages_failed: 10, errorDesc: error, exit: row.exit),
        "\(ended.program.output)\(ended.program.errors)")
      #expect(ended.executionTime == 0)
      #expect(try cluster.count(of: topic) == 0)
    }

    /// A truststore is read before the first request is sent.
    @Test func nothingIsSentBesideARequestThatCannotBe() throws {
      let cluster = try KafkaCluster.strict()
      let folder = try Folder()
      let topic = "posted-\(folder.root.suffix(6))"
      try cluster.createTopic(topic, partitions: 3)
      let good = RefusedPost(testDescription: "good", error: "", exit: 0)
      var mistaken = good
      (mistaken.truststore, mistaken.account) = ("client.truststore.jks", "loader")
      let requests = [good, mistaken].map { $0.text(brokers: cluster.bootstrap(), topic: topic) }
      let answers = try PostedRequest.post(all: requests, in: folder)
      let status = "message sending failed"
      #expect(
        answers == [
          .init(
            status: status, messages_sent: 0, messages_failed: 10, errorDesc: "not sent: another request has a mistake",
            exit: 12),
          .init(
            status: status, messages_sent: 0, messages_failed: 10,
            errorDesc:
              "kafka.truststore.location: cannot read \"\(folder.path("client.truststore.jks"))\": No such file "
              + "or directory; check the path: it is relative to the request's file", exit: 65),
        ])
      #expect(try cluster.count(of: topic) == 0)
    }
  }
}
