import Testing

@testable import TLS

@Suite("certificates")
struct CertificateTests {
  private func certificate(_ file: String) throws -> Certificate {
    try #require(try TrustStore(Fixture.bytes(file), password: nil).certificates.first)
  }

  @Test("show whom they are of, by whom, when and for which names")
  func facts() throws {
    let listener = try certificate("listener.pem")
    #expect(listener.subject == "CN=listener")
    #expect(listener.issuer == "CN=Between,O=Example")
    #expect(listener.names == ["broker.example", "*.kafka.example", "192.0.2.7", "2001:db8::7"])
    #expect(!listener.isAuthority)
    #expect(!listener.isSelfSigned)
    #expect(listener.notAfter - listener.notBefore == 36_500 * 86_400)
    let root = try certificate("root.pem")
    #expect(root.names == ["Root"])
    #expect(root.isAuthority)
    #expect(root.isSelfSigned)
    #expect(try root.pem == String(decoding: Fixture.bytes("root.pem"), as: UTF8.self))
  }

  @Test("are not other bytes, nor more than one")
  func other() throws {
    let der = try Fixture.bytes("root.der")
    #expect(Certificate(der: der) != nil)
    #expect(Certificate(der: der + [0]) == nil)
    #expect(Certificate(der: der.dropLast()) == nil)
    #expect(Certificate(der: []) == nil)
  }

  struct Moment: CustomTestStringConvertible {
    var name: String
    var afterStart: Int64?
    var beforeEnd: Int64?
    var validity: @Sendable (Certificate) -> Validity
    var testDescription: String { name }
  }

  private static let day: Int64 = 86_400

  static let moments: [Moment] = [
    .init(name: "a second before", afterStart: -1) { .notYet(from: $0.notBefore) },
    .init(name: "the first second", afterStart: 0) { _ in .valid },
    .init(name: "30 days before its end", beforeEnd: 30 * day) { _ in .valid },
    .init(name: "a second less", beforeEnd: 30 * day - 1) { _ in .expires(inDays: 29) },
    .init(name: "a day before its end", beforeEnd: day) { _ in .expires(inDays: 1) },
    .init(name: "the last second", beforeEnd: 0) { _ in .expires(inDays: 0) },
    .init(name: "a second later", beforeEnd: -1) { .expired(since: $0.notAfter) },
  ]

  @Test("are valid for a time", arguments: moments)
  func validity(_ moment: Moment) throws {
    let root = try certificate("root.pem")
    let now = try #require(moment.afterStart.map { root.notBefore + $0 } ?? moment.beforeEnd.map { root.notAfter - $0 })
    #expect(root.validity(at: now) == moment.validity(root))
  }

  @Test("are judged at any time there can be")
  func extremes() throws {
    let root = try certificate("root.pem")
    #expect(root.validity(at: .min) == .notYet(from: root.notBefore))
    #expect(root.validity(at: .max) == .expired(since: root.notAfter))
  }
}
