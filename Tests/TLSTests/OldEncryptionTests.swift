import Testing

@testable import TLS

/// OpenSSL has RC2 and single DES in a module of its own, which is loaded where a store needs it.
@Suite("stores of old encryption")
struct OldEncryptionTests {
  private func keystore(_ key: String, _ password: String) throws -> String {
    try KeyStore(certificate: Fixture.bytes("client.pem"), key: Fixture.bytes(key), keyPassword: password).keyPEM
  }

  @Test("are read as Java 8 wrote them")
  func java8() throws {
    let bytes = try Fixture.bytes("java8.p12")
    #expect(try TrustStore(bytes, password: "changeit").certificates.map(\.subject) == ["CN=Root,O=Example"])
    #expect(throws: StoreError.wrongPassword) { try TrustStore(bytes, password: "changeme") }
  }

  @Test("are read with single DES")
  func singleDES() throws {
    #expect(try keystore("client.old.key", "changeit") == String(decoding: Fixture.bytes("client.key"), as: UTF8.self))
    #expect(throws: StoreError.wrongPassword) { try keystore("client.old.key", "changeme") }
  }

  @Test("are refused by name where OpenSSL does not have it")
  func unknown() {
    #expect(throws: StoreError.unsupportedEncryption("pbeWithMD2AndDES-CBC", .der)) {
      try keystore("client.md2.key", "changeit")
    }
  }
}
