import Testing

@testable import TLS

/// Every way a conversation was seen to end, and the reason that it shows.
@Suite("sightings of listeners")
struct SightingTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var seen: Sighting
    var gaveCertificate = false
    var outcome: Handshake.Outcome?
    var testDescription: String { name }
  }

  private static let waited = Duration.seconds(3)
  private static let certificate = (try? Fixture.bytes("root.der")).flatMap { Certificate(der: $0) }
  private static let tls: [UInt8] = [0x16, 3, 3, 0, 0x7a, 2, 0, 0]
  private static let alert: [UInt8] = [0x15, 3, 3, 0]
  private static let authorities = ["CN=test-ca"]
  private static let noSASL = Array("REHE".utf8) + [0, 34, 0, 0, 0, 0]
  private static let plain = Array("REHE".utf8) + [0, 33, 0, 0, 0, 1, 0, 5] + Array("PLAIN".utf8)

  private static func handshake(_ end: Sighting.End, _ change: (inout Sighting) -> Void = { _ in }) -> Sighting {
    var seen = Sighting(isEncrypted: true, step: .handshake, end: end, detail: "OpenSSL's words", first: tls)
    change(&seen)
    return seen
  }

  private static func answer(_ end: Sighting.End, _ change: (inout Sighting) -> Void = { _ in }) -> Sighting {
    var seen = handshake(end, change)
    seen.step = .answer
    seen.peer = certificate
    return seen
  }

  private static func plain(_ end: Sighting.End, first: [UInt8] = [], answer: [UInt8] = []) -> Sighting {
    Sighting(step: .answer, end: end, detail: "the system's words", first: first, answer: answer)
  }

  static func cases() throws -> [Case] {
    let root = try #require(certificate)
    return [
      .init(
        name: "unknown host", seen: Sighting(step: .resolve, end: .error, detail: "unknown"),
        outcome: .unresolved("unknown")),
      .init(
        name: "resolver without an answer", seen: Sighting(step: .resolve, end: .time),
        outcome: .silent(.resolver, waited)),
      .init(
        name: "closed port", seen: Sighting(step: .connect, end: .error, detail: "refused"),
        outcome: .refused("refused")),
      .init(
        name: "packets are dropped", seen: Sighting(step: .connect, end: .time), outcome: .silent(.address, waited)),
      .init(
        name: "our material", seen: Sighting(isEncrypted: true, step: .material, end: .error, detail: "bad"),
        outcome: .failed("bad")),

      .init(
        name: "untrusted", seen: handshake(.error) { ($0.doubt, $0.refused) = (.untrusted, root) },
        outcome: .untrusted(root)),
      .init(
        name: "wrong host", seen: handshake(.error) { ($0.doubt, $0.refused) = (.wrongHost, root) },
        outcome: .wrongHost(root)),
      .init(
        name: "expired", seen: handshake(.error) { ($0.doubt, $0.refused) = (.expired, root) }, outcome: .expired(root)),
      .init(
        name: "not yet valid", seen: handshake(.error) { ($0.doubt, $0.refused) = (.notYetValid, root) },
        outcome: .notYetValid(root)),
      .init(
        name: "another doubt", seen: handshake(.error) { ($0.doubt, $0.refused) = (.other("weak"), root) },
        outcome: .failed("weak")),
      .init(
        name: "TLS 1.1", seen: handshake(.error) { $0.isVersionRefused = true },
        outcome: .protocolVersion("OpenSSL's words")),
      .init(
        name: "TLS 1.1 by an alert",
        seen: handshake(.error) { ($0.isVersionRefused, $0.alert) = (true, "protocol version") },
        outcome: .protocolVersion("OpenSSL's words")),
      .init(
        name: "an alert", seen: handshake(.error) { $0.alert = "handshake failure" },
        outcome: .failed("alert handshake failure")),
      .init(
        name: "TLS 1.2, no certificate given",
        seen: handshake(.error) {
          ($0.alert, $0.wantsCertificate, $0.authorities) = ("bad certificate", true, authorities)
        },
        outcome: .clientCertificateNeeded(authorities: authorities)),
      .init(
        name: "TLS 1.2, another's certificate",
        seen: handshake(.error) { ($0.alert, $0.wantsCertificate, $0.authorities) = ("unknown CA", true, authorities) },
        gaveCertificate: true, outcome: .clientCertificateRefused(alert: "unknown CA", authorities: authorities)),
      .init(
        name: "TLS 1.2, closed after the certificate was asked for",
        seen: handshake(.closed) { $0.wantsCertificate = true },
        outcome: .clientCertificateNeeded(authorities: [])),
      .init(
        name: "closed during the handshake", seen: handshake(.closed),
        outcome: .failed("it closed the connection during the handshake")),
      .init(name: "HTTP", seen: handshake(.error) { $0.first = Array("HTTP/1.1".utf8) }, outcome: .notTLS),
      .init(name: "Kafka in plain text", seen: handshake(.error) { $0.first = [0, 0, 0, 10] }, outcome: .notTLS),
      .init(name: "closed without a byte", seen: handshake(.closed) { $0.first = [] }, outcome: nil),
      .init(name: "reset without a byte", seen: handshake(.reset) { $0.first = [] }, outcome: nil),
      .init(name: "silent", seen: handshake(.time) { $0.first = [] }, outcome: nil),
      .init(name: "silent within the handshake", seen: handshake(.time), outcome: nil),

      .init(
        name: "SASL_SSL", seen: answer(.done) { $0.answer = plain },
        outcome: .answered(mechanisms: ["PLAIN"], certificate: root)),
      .init(
        name: "SSL", seen: answer(.done) { $0.answer = noSASL }, outcome: .answered(mechanisms: nil, certificate: root)),
      .init(
        name: "SSL that wants a certificate, and does without",
        seen: answer(.done) { ($0.answer, $0.wantsCertificate) = (noSASL, true) },
        outcome: .answered(mechanisms: nil, certificate: root)),
      .init(
        name: "TLS 1.3, no certificate given",
        seen: answer(.error) { ($0.alert, $0.wantsCertificate) = ("bad certificate", true) },
        outcome: .clientCertificateNeeded(authorities: [])),
      .init(
        name: "TLS 1.3, no certificate given, closed", seen: answer(.closed) { $0.wantsCertificate = true },
        outcome: .clientCertificateNeeded(authorities: [])),
      .init(
        name: "TLS 1.3, no certificate given, reset", seen: answer(.reset) { $0.wantsCertificate = true },
        outcome: .clientCertificateNeeded(authorities: [])),
      .init(
        name: "TLS 1.3, another's certificate",
        seen: answer(.error) { ($0.alert, $0.wantsCertificate) = ("certificate unknown", true) }, gaveCertificate: true,
        outcome: .clientCertificateRefused(alert: "certificate unknown", authorities: [])),
      .init(
        name: "TLS 1.3, another's certificate, closed", seen: answer(.closed) { $0.wantsCertificate = true },
        gaveCertificate: true, outcome: .clientCertificateRefused(alert: nil, authorities: [])),
      .init(
        name: "closed after the handshake", seen: answer(.closed),
        outcome: .failed("it closed the connection after the handshake")),
      .init(
        name: "something else over TLS", seen: answer(.done) { $0.answer = Array("hello world".utf8) },
        outcome: .notKafka),
      .init(name: "HTTP over TLS", seen: answer(.tooLong), outcome: .notKafka),
      .init(name: "silent after the handshake", seen: answer(.time), outcome: nil),

      .init(
        name: "SASL_PLAINTEXT", seen: plain(.done, answer: plain),
        outcome: .answered(mechanisms: ["PLAIN"], certificate: nil)),
      .init(
        name: "PLAINTEXT", seen: plain(.done, answer: noSASL), outcome: .answered(mechanisms: nil, certificate: nil)),
      .init(name: "plain text to TLS", seen: plain(.tooLong, first: alert), outcome: .expectsTLS),
      .init(name: "plain text to TLS, and closed", seen: plain(.closed, first: alert), outcome: .expectsTLS),
      .init(name: "HTTP to plain text", seen: plain(.tooLong, first: Array("HTTP".utf8)), outcome: .notKafka),
      .init(name: "half an answer", seen: plain(.closed, first: [0, 0]), outcome: .notKafka),
      .init(name: "plain text, closed without a byte", seen: plain(.closed), outcome: nil),
      .init(name: "plain text, silent", seen: plain(.time), outcome: nil),
    ]
  }

  @Test("show the reason, or that the other kind must be tried", arguments: try cases())
  func outcome(_ given: Case) {
    #expect(given.seen.outcome(gaveCertificate: given.gaveCertificate, waited: Self.waited) == given.outcome)
  }

  struct Second: CustomTestStringConvertible {
    var name: String
    var seen: Sighting
    var other: Sighting
    var outcome: Handshake.Outcome
    var testDescription: String { name }
  }

  static let seconds: [Second] = [
    .init(
      name: "TLS to plain text", seen: handshake(.closed) { $0.first = [] },
      other: plain(.done, first: [0, 0, 0, 10], answer: noSASL),
      outcome: .notTLS),
    .init(
      name: "TLS to plain text that waits", seen: handshake(.time) { $0.first = [] },
      other: plain(.done, first: [0, 0, 0, 10], answer: noSASL), outcome: .notTLS),
    .init(
      name: "TLS to what closes both", seen: handshake(.closed) { $0.first = [] }, other: plain(.closed),
      outcome: .failed("it closed the connection without a word")),
    .init(
      name: "TLS to what is silent", seen: handshake(.time) { $0.first = [] }, other: plain(.time),
      outcome: .silent(.listener, waited)),
    .init(
      name: "TLS to TLS that became silent", seen: answer(.time), other: plain(.tooLong, first: alert),
      outcome: .silent(.listener, waited)),
    .init(name: "plain text to TLS that closes", seen: plain(.closed), other: answer(.done), outcome: .expectsTLS),
    .init(name: "plain text to TLS that waits", seen: plain(.time), other: handshake(.time), outcome: .expectsTLS),
    .init(
      name: "plain text to what is silent", seen: plain(.time), other: handshake(.time) { $0.first = [] },
      outcome: .silent(.listener, waited)),
  ]

  @Test("of both kinds show the reason together", arguments: seconds)
  func both(_ given: Second) {
    #expect(given.seen.outcome(gaveCertificate: false, waited: Self.waited) == nil)
    #expect(given.seen.outcome(after: given.other, waited: Self.waited) == given.outcome)
  }

  struct Answer: CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var answer: MechanismQuestion.Answer
    var testDescription: String { name }
  }

  private static let start = Array("REHE".utf8)

  static let answers: [Answer] = [
    .init(name: "one mechanism", bytes: plain, answer: .mechanisms(["PLAIN"])),
    .init(name: "no mechanism", bytes: start + [0, 33, 0, 0, 0, 0], answer: .mechanisms([])),
    .init(name: "two", bytes: start + [0, 33, 0, 0, 0, 2, 0, 1, 65, 0, 2, 66, 67], answer: .mechanisms(["A", "BC"])),
    .init(name: "no SASL", bytes: noSASL, answer: .withoutSASL),
    .init(name: "another error", bytes: start + [0, 35, 0, 0, 0, 0], answer: .other),
    .init(name: "another number", bytes: Array("REHA".utf8) + [0, 34, 0, 0, 0, 0], answer: .other),
    .init(name: "too short", bytes: start + [0, 34, 0, 0, 0], answer: .other),
    .init(name: "4 billion mechanisms", bytes: start + [0, 33, 255, 255, 255, 255, 0, 1, 65], answer: .other),
    .init(name: "a name that is cut off", bytes: start + [0, 33, 0, 0, 0, 1, 0, 9, 65], answer: .other),
    .init(name: "a length that is cut off", bytes: start + [0, 33, 0, 0, 0, 2, 0, 1, 65, 0], answer: .other),
    .init(name: "nothing", bytes: [], answer: .other),
  ]

  @Test("have Kafka's answer, or another", arguments: answers)
  func answer(_ given: Answer) { #expect(MechanismQuestion.answer(given.bytes) == given.answer) }

  @Test("begin with this question")
  func question() {
    #expect(
      MechanismQuestion.bytes == [0, 0, 0, 28, 0, 17, 0, 1] + Self.start + [0, 8] + Array("rehearse".utf8) + [0, 8]
        + Array("REHEARSE".utf8))
  }
}
