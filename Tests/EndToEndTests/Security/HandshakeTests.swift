import FoundationEssentials
import TLS
import Testing

extension EndToEndTests.OnKafka {
  /// One handshake with each kind of listener, on which the reason is decided why a client does not reach it.
  @Suite struct Handshakes {
    struct Case: Sendable, CustomTestStringConvertible {
      var testDescription: String
      var listener: KafkaBroker.Listener
      var host = "localhost"
      /// Nil for plain text; a truststore by its name.
      var trusted: String? = "ca.pem"
      var verifies = true
      /// A client of `Scripts/test-certificates`.
      var client: String?
      var outcome: String
    }

    private static let mechanisms = "mechanisms PLAIN SCRAM-SHA-256 SCRAM-SHA-512, CN=server"

    static let all: [Case] = [
      .init(testDescription: "plain text", listener: .plaintext, trusted: nil, outcome: "no SASL"),
      .init(
        testDescription: "a login in plain text", listener: .login, trusted: nil,
        outcome: "mechanisms PLAIN SCRAM-SHA-256 SCRAM-SHA-512"),
      .init(testDescription: "a login over TLS", listener: .loginOverTLS, outcome: mechanisms),
      .init(testDescription: "at an address", listener: .loginOverTLS, host: "127.0.0.1", outcome: mechanisms),
      .init(testDescription: "by a PKCS12 truststore", listener: .loginOverTLS, trusted: "ca.p12", outcome: mechanisms),
      .init(testDescription: "by a JKS truststore", listener: .loginOverTLS, trusted: "ca.jks", outcome: mechanisms),
      .init(
        testDescription: "by one of two authorities", listener: .loginOverTLS, trusted: "both.pem", outcome: mechanisms),
      .init(
        testDescription: "with a certificate that is not asked for", listener: .loginOverTLS, client: "foreign-client",
        outcome: mechanisms),
      .init(testDescription: "TLS without a login", listener: .oneWay, outcome: "no SASL, CN=server"),
      .init(testDescription: "tokens over TLS", listener: .token, outcome: "mechanisms OAUTHBEARER, CN=server"),
      .init(
        testDescription: "a client certificate", listener: .certificate, client: "client", outcome: "no SASL, CN=server"
      ),
      .init(
        testDescription: "a client certificate by another in between", listener: .certificate, client: "branch-client",
        outcome: "no SASL, CN=server"),

      .init(testDescription: "plain text to TLS", listener: .oneWay, trusted: nil, outcome: "expects TLS"),
      .init(
        testDescription: "plain text to a login over TLS", listener: .loginOverTLS, trusted: nil, outcome: "expects TLS"
      ),
      .init(
        testDescription: "plain text to client certificates", listener: .certificate, trusted: nil,
        outcome: "expects TLS"),
      .init(testDescription: "TLS to plain text", listener: .plaintext, outcome: "plain text"),
      .init(testDescription: "TLS to a login in plain text", listener: .login, outcome: "plain text"),
      .init(testDescription: "untrusted", listener: .oneWay, trusted: "other-ca.pem", outcome: "untrusted CN=ca"),
      .init(
        testDescription: "untrusted, and not verified", listener: .oneWay, trusted: "other-ca.pem", verifies: false,
        outcome: "no SASL, CN=server"),
      .init(
        testDescription: "a certificate for another host", listener: .otherHost, outcome: "wrong host kafka.example.com"
      ),
      .init(
        testDescription: "a certificate for another host, at an address", listener: .otherHost, host: "127.0.0.1",
        outcome: "wrong host kafka.example.com"),
      .init(testDescription: "an expired certificate", listener: .expired, outcome: "expired 1609459200"),
      .init(
        testDescription: "no client certificate", listener: .certificate, outcome: "needs a certificate by CN=ca"),
      .init(
        testDescription: "a client certificate by another authority", listener: .certificate, client: "foreign-client",
        outcome: "refuses the certificate, certificate unknown, CN=ca"),
      .init(
        testDescription: "an expired client certificate", listener: .certificate, client: "expired-client",
        outcome: "refuses the certificate, certificate unknown, CN=ca"),
    ]

    @Test("show what a listener speaks, or why it refuses", arguments: all)
    func with(_ given: Case) throws {
      let cluster = try KafkaCluster.secured()
      let (files, password) = (cluster.certificates, KafkaCertificates.password)
      func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: files.path(name)))) }
      let trusted = try given.trusted.map {
        try TrustStore(bytes($0), password: $0.hasSuffix("pem") ? nil : password).pem
      }
      let client = try given.client.map {
        try Handshake.ClientMaterial(
          KeyStore(certificate: bytes("\($0).pem"), key: bytes("\($0).key"), keyPassword: nil))
      }
      let terms = trusted.map { Handshake.Terms(trusted: $0, verifies: given.verifies, client: client) }
      let port = try #require(cluster.brokers.first?.ports[given.listener])
      let outcome = Handshake.probe(host: given.host, port: port, tls: terms, within: .seconds(10))
      #expect(Self.words(outcome) == given.outcome)
    }

    private static func words(_ outcome: Handshake.Outcome) -> String {
      switch outcome {
      case .answered(let mechanisms, let certificate):
        (mechanisms.map { "mechanisms " + $0.sorted().joined(separator: " ") } ?? "no SASL")
          + (certificate.map { ", " + $0.subject } ?? "")
      case .expectsTLS: "expects TLS"
      case .notTLS: "plain text"
      case .untrusted(let certificate): "untrusted \(certificate.subject)"
      case .wrongHost(let certificate): "wrong host \(certificate.names.joined(separator: " "))"
      case .expired(let certificate): "expired \(certificate.notAfter)"
      case .clientCertificateNeeded(let authorities): "needs a certificate by \(authorities.joined(separator: " "))"
      case .clientCertificateRefused(let alert, let authorities):
        "refuses the certificate, \(alert ?? "without an alert"), \(authorities.joined(separator: " "))"
      case .unresolved, .refused, .silent, .notKafka, .notYetValid, .protocolVersion, .failed: "\(outcome)"
      }
    }
  }
}
