import Diagnostics
import Kafka
import Scenarios
import Testing

@testable import Load

/// The client's properties that follow from `auth` and `tls`, without `security.protocol` being written.
@Suite struct AccessSettingsTests {
  private static let somewhere = SourceRange(
    start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 2))

  private static func scenario(_ identity: ClientIdentity, tls: Encryption? = nil) throws -> Scenario {
    var scenario = try Samples.scenario(stages: "[{name: a, topic: orders, count: 1}]")
    scenario.cluster.brokers = .addresses(["k:9092"])
    scenario.cluster.encryption = tls
    scenario.identities = [identity]
    return scenario
  }

  private static func properties(
    _ identity: ClientIdentity, tls: Encryption? = nil, _ fill: (inout AccessSettings.Material) -> Void = { _ in }
  ) throws -> [String] {
    var material = AccessSettings.Material()
    fill(&material)
    return AccessSettings(0, of: try scenario(identity, tls: tls), material).properties.map {
      "\($0.name)=\($0.value)\($0.isSecret ? " secret" : "")"
    }
  }

  private static let loader = ClientIdentity(
    name: .declared("loader"), range: somewhere, mechanism: .scramSHA512, username: "loader")

  @Test func nothingIsDerivedFromNothing() throws {
    #expect(try Self.properties(.unauthenticated) == [])
  }

  @Test func noneIsPlainText() throws {
    #expect(
      try Self.properties(ClientIdentity(name: .unauthenticated, mechanism: .noLogin))
        == ["security.protocol=plaintext"])
  }

  @Test func aLogin() throws {
    #expect(
      try Self.properties(Self.loader) { $0.password = "p" } == [
        "security.protocol=sasl_plaintext", "sasl.mechanisms=SCRAM-SHA-512", "sasl.username=loader",
        "sasl.password=p secret",
      ])
  }

  @Test func aLoginOverTLSWithTheSystemsAuthorities() throws {
    #expect(
      try Self.properties(Self.loader, tls: Encryption(range: Self.somewhere)) { $0.password = "p" } == [
        "security.protocol=sasl_ssl", "sasl.mechanisms=SCRAM-SHA-512", "sasl.username=loader", "sasl.password=p secret",
      ])
  }

  @Test func aListenerWithoutTLSBesideOneWithIt() throws {
    var identity = Self.loader
    identity.transport = .plain
    #expect(
      try Self.properties(identity, tls: Encryption(range: Self.somewhere)).first
        == "security.protocol=sasl_plaintext")
  }

  /// The certificates between the client's and its authority are in both places.
  @Test func aCertificate() throws {
    let file = StoreFile("a.p12", range: Self.somewhere)
    let identity = ClientIdentity(
      name: .declared("machine"), range: Self.somewhere, certificate: .keystore(file, password: nil))
    #expect(
      try Self.properties(identity, tls: Encryption(truststore: file, range: Self.somewhere)) {
        ($0.authorities, $0.certificate, $0.chain, $0.key) = ("CA ", "LEAF BRANCH ", "BRANCH ", "KEY")
      } == [
        "security.protocol=ssl", "ssl.ca.pem=CA BRANCH ", "ssl.certificate.pem=LEAF BRANCH ", "ssl.key.pem=KEY secret",
      ])
    // It brings TLS, and the system's authorities stay.
    #expect(
      try Self.properties(identity) { ($0.certificate, $0.chain, $0.key) = ("LEAF BRANCH ", "BRANCH ", "KEY") } == [
        "security.protocol=ssl", "ssl.ca.location=probe", "ssl.ca.pem=BRANCH ", "ssl.certificate.pem=LEAF BRANCH ",
        "ssl.key.pem=KEY secret",
      ])
  }

  @Test func certificatesThatAreNotChecked() throws {
    #expect(
      try Self.properties(.unauthenticated, tls: Encryption(verifies: false, range: Self.somewhere))
        == ["security.protocol=ssl", "enable.ssl.certificate.verification=false"])
  }

  /// librdkafka takes each of them, and none is shown.
  @Test func librdkafkaTakesThem() throws {
    let scenario = try Self.scenario(Self.loader)
    var material = AccessSettings.Material()
    material.password = "swordfish-9"
    let profile = ClientProfile(
      bootstrap: ["127.0.0.1:1"], isEmbedded: false, written: [], access: AccessSettings(0, of: scenario, material))
    try ClientHandle.prober(profile.prober).close()
    #expect(profile.securityProtocol == "sasl_plaintext")
    #expect(profile.producer.redacted.contains { $0.name == "sasl.password" && $0.value == "***" })
    #expect(!profile.reader.redacted.contains { $0.value.contains("swordfish") })
  }
}
