import Kafka
import Scenarios
import TLS
import Testing

@testable import Load

/// The reason why a client does not get in, by its last error and by what a connection of our own found.
@Suite struct AccessRefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var offer: OfferedAccess
    var last: KafkaError?
    var found: Handshake.Outcome?
    var refusal: AccessRefusal
    var reason: RefusalReason?

    init(
      _ name: String, _ offer: OfferedAccess, _ last: KafkaError?, _ found: Handshake.Outcome?,
      _ refusal: AccessRefusal,
      _ reason: RefusalReason?
    ) {
      (testDescription, self.offer, self.last, self.found) = (name, offer, last, found)
      (self.refusal, self.reason) = (refusal, reason)
    }
  }

  private static let none = OfferedAccess(mechanism: nil, isEncrypted: false)
  private static let plain = OfferedAccess(mechanism: "PLAIN", isEncrypted: false)
  private static let encrypted = OfferedAccess(mechanism: nil, isEncrypted: true)

  private static let wrong = KafkaError.refusedLogin("SASL authentication error: Authentication failed")
  private static let unsupported = KafkaError.refusedLogin(
    "SASL PLAIN mechanism handshake failed: Broker: Unsupported SASL mechanism")
  private static let token = KafkaError.refusedLogin("Failed to acquire SASL OAUTHBEARER token: exit code 3")
  private static let ssl = KafkaError.refusedTLS
  private static let down = KafkaError(code: -195, text: "Disconnected")

  static let cases = [
    Case("a wrong password", plain, wrong, nil, .login(wrong), .authentication),
    Case("no token", plain, token, nil, .token("exit code 3"), nil),
    Case(
      "a mechanism that is not offered", plain, unsupported, .answered(mechanisms: ["OAUTHBEARER"], certificate: nil),
      .listener(.answered(mechanisms: ["OAUTHBEARER"], certificate: nil)), .authentication),
    Case(
      "a login where there is none", plain, unsupported, .answered(mechanisms: nil, certificate: nil),
      .listener(.answered(mechanisms: nil, certificate: nil)), .authentication),
    Case(
      "no login where one is needed", none, down, .answered(mechanisms: ["PLAIN"], certificate: nil),
      .listener(.answered(mechanisms: ["PLAIN"], certificate: nil)), .authentication),
    Case(
      "a listener that is in order, and a broker that does not answer", none, down,
      .answered(mechanisms: nil, certificate: nil), .silence(last: down, seconds: 3), nil),
    Case("plain text to TLS", none, down, .expectsTLS, .listener(.expectsTLS), .tls),
    Case("TLS to plain text", encrypted, ssl, .notTLS, .listener(.notTLS), .tls),
    Case(
      "no client certificate", encrypted, down, .clientCertificateNeeded(authorities: []),
      .listener(.clientCertificateNeeded(authorities: [])), .tls),
    Case("TLS that fails for a reason of its own", encrypted, ssl, .failed("odd"), .tls(ssl), .tls),
    Case("nothing there", none, down, .refused("Connection refused"), .silence(last: down, seconds: 3), nil),
    Case("no connection of our own", none, down, nil, .silence(last: down, seconds: 3), nil),
  ]

  @Test(arguments: cases) func isKnown(_ example: Case) {
    let refusal = AccessRefusal.of(example.offer, last: example.last, seconds: 3, found: example.found)
    #expect(refusal == example.refusal)
    #expect(refusal.reason == example.reason)
  }

  /// A connection of our own is made only where it can say more.
  @Test(
    arguments: [
      (nil, true), (wrong, false), (unsupported, true), (ssl, true), (down, true),
      (KafkaError(code: -195, text: "Connect to ipv4#127.0.0.1:1 failed: Connection refused"), false),
      (KafkaError(code: -193, text: "Failed to resolve"), false),
    ] as [(KafkaError?, Bool)])
  func isAskedFor(_ last: KafkaError?, _ expected: Bool) {
    #expect(AccessRefusal.isOpen(last) == expected)
  }
}
