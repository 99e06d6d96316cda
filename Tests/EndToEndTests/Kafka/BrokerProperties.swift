/// `server.properties` of one broker: KRaft, every listener, users, an authorizer that allows everything until an ACL
/// says otherwise, and auto.create.topics.enable. At OAUTHBEARER's listener a token need not be signed.
struct BrokerProperties {
  /// Each signs in with its name and `-secret`, by PLAIN and SCRAM.
  static let users = ["loader", "batch", "reader"]
  /// By PLAIN alone: the account of the posting utility's request, in the escapes of a file of properties.
  private static let service = #"user_svc="\u2026""#

  let broker: KafkaBroker
  let all: [KafkaBroker]
  let certificates: KafkaCertificates
  let settings: [String: String]

  var text: String {
    lines.merging(settings) { $1 }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }.joined()
  }

  private var lines: [String: String] {
    let copies = min(all.count, 3)
    let listeners = KafkaBroker.Listener.allCases
    var lines = [
      "process.roles": "broker,controller",
      "node.id": "\(broker.id)",
      "controller.quorum.voters": all.map { "\($0.id)@\($0.address(.controller))" }.joined(separator: ","),
      "controller.listener.names": "CONTROLLER",
      "inter.broker.listener.name": "PLAINTEXT",
      "listeners": listeners.map { "\($0.rawValue)://\(broker.address($0))" }.joined(separator: ","),
      "advertised.listeners": listeners.filter { $0 != .controller }.map {
        "\($0.rawValue)://\($0 == .proxied ? "127.0.0.1:\(broker.proxyPort)" : broker.address($0))"
      }.joined(separator: ","),
      "listener.security.protocol.map": listeners.map { "\($0.rawValue):\($0.securityProtocol)" }.joined(
        separator: ","),
      "ssl.keystore.type": "PEM",
      "ssl.keystore.location": certificates.path("server.store.pem"),
      "ssl.truststore.type": "PEM",
      "ssl.truststore.location": certificates.authority,
      "listener.name.ssl.ssl.client.auth": "required",
      "listener.name.other_host.ssl.keystore.location": certificates.path("other-host.store.pem"),
      "listener.name.expired.ssl.keystore.location": certificates.path("expired-server.store.pem"),
      "sasl.enabled.mechanisms": "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512",
      "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
      "allow.everyone.if.no.acl.found": "true",
      "super.users": "User:ANONYMOUS",
      "log.dirs": broker.data,
      "auto.create.topics.enable": "true",
      "num.partitions": "1",
      "default.replication.factor": "\(copies)",
      "min.insync.replicas": copies > 1 ? "2" : "1",
      "offsets.topic.replication.factor": "\(copies)",
      "offsets.topic.num.partitions": "1",
      "transaction.state.log.replication.factor": "\(copies)",
      "transaction.state.log.min.isr": "1",
      "transaction.state.log.num.partitions": "1",
      "group.initial.rebalance.delay.ms": "0",
    ]
    let modules = "org.apache.kafka.common.security"
    let plain = Self.users.map { "user_\($0)=\"\($0)-secret\"" }.joined(separator: " ") + " \(Self.service)"
    for listener in ["sasl_plaintext", "sasl_ssl"] {
      lines["listener.name.\(listener).plain.sasl.jaas.config"] = "\(modules).plain.PlainLoginModule required \(plain);"
      for digest in ["256", "512"] {
        lines["listener.name.\(listener).scram-sha-\(digest).sasl.jaas.config"] =
          "\(modules).scram.ScramLoginModule required;"
      }
    }
    lines["listener.name.token.sasl.enabled.mechanisms"] = "OAUTHBEARER"
    lines["listener.name.token.oauthbearer.sasl.jaas.config"] =
      "\(modules).oauthbearer.OAuthBearerLoginModule required;"
    // Less than a token's own time would end its connections earlier.
    lines["listener.name.token.oauthbearer.connections.max.reauth.ms"] = "3600000"
    return lines
  }

  /// The logging configuration of Kafka 4.
  static func log4j2(_ level: String) -> String {
    """
    Configuration:
      Appenders: {Console: {name: out, PatternLayout: {pattern: "%d %p %m (%c{1})%n"}}}
      Loggers: {Root: {level: \(level), AppenderRef: [{ref: out}]}}

    """
  }

  /// The logging configuration of Kafka 3.
  static func log4j(_ level: String) -> String {
    """
    log4j.rootLogger=\(level), out
    log4j.appender.out=org.apache.log4j.ConsoleAppender
    log4j.appender.out.layout=org.apache.log4j.PatternLayout
    log4j.appender.out.layout.ConversionPattern=%d %p %m (%c{1})%n

    """
  }
}
