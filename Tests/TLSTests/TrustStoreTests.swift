import Testing

@testable import TLS

@Suite("truststores")
struct TrustStoreTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var file: String
    var password: String?
    var kind: StoreKind
    var subjects = ["CN=Root,O=Example"]
    var testDescription: String { name }
  }

  private static let both = ["CN=Root,O=Example", "CN=Zürich,O=Beispiel"]

  static let sound: [Case] = [
    .init(name: "PEM", file: "root.pem", kind: .pem),
    .init(name: "PEM with a password that is not needed", file: "root.pem", password: "x", kind: .pem),
    .init(name: "PEM, two with text before and between", file: "two.pem", kind: .pem, subjects: both),
    .init(name: "PEM with line breaks of Windows", file: "crlf.pem", kind: .pem, subjects: both),
    .init(name: "PEM after a byte order mark", file: "mark.pem", kind: .pem),
    .init(name: "PEM of OpenSSL's trusted kind", file: "trusted.pem", kind: .pem),
    .init(
      name: "PEM with a private key, which is left out", file: "client.both.pem", kind: .pem,
      subjects: [#"CN=client,OU=a\, b,O=Example"#, "CN=Between,O=Example", "CN=Root,O=Example"]),
    .init(name: "one certificate in DER", file: "root.der", kind: .der),
    .init(name: "PKCS12 by keytool", file: "trust.pkcs12", password: "changeit", kind: .pkcs12, subjects: both),
    .init(name: "PKCS12 by openssl", file: "trust.openssl.p12", password: "changeit", kind: .pkcs12, subjects: both),
    .init(name: "PKCS12 with an empty password", file: "empty.p12", password: "", kind: .pkcs12),
    .init(name: "PKCS12 with an empty password, none given", file: "empty.p12", kind: .pkcs12),
    .init(name: "PKCS12 without a checksum and encryption", file: "open.p12", kind: .pkcs12),
    .init(name: "the same with a password", file: "open.p12", password: "x", kind: .pkcs12),
    .init(name: "PKCS12 without a checksum", file: "unsealed.trust.p12", password: "changeit", kind: .pkcs12),
    .init(name: "PKCS12, password not of ASCII", file: "umlaut.openssl.p12", password: "Pässwörd✓", kind: .pkcs12),
    .init(
      name: "PKCS12 with a private key, which is left out", file: "client.p12", password: "changeit", kind: .pkcs12,
      subjects: [#"CN=client,OU=a\, b,O=Example"#, "CN=Between,O=Example", "CN=Root,O=Example"]),
    .init(name: "JKS", file: "trust.jks", password: "changeit", kind: .jks, subjects: both),
    .init(name: "JKS without a password, not verified", file: "trust.jks", kind: .jks, subjects: both),
    .init(name: "JKS, password not of ASCII", file: "umlaut.jks", password: "Pässwörd✓", kind: .jks),
  ]

  @Test("are read by content", arguments: sound)
  func reads(_ given: Case) throws {
    let store = try TrustStore(Fixture.bytes(given.file), password: given.password)
    #expect(store.kind == given.kind)
    #expect(store.certificates.map(\.subject).sorted() == given.subjects.sorted())
    let again = try TrustStore(Array(store.pem.utf8), password: nil)
    #expect(again.certificates == store.certificates)
  }

  @Test("keep one of certificates that are there twice")
  func twice() throws {
    let store = try TrustStore(Fixture.bytes("root.pem") + Fixture.bytes("two.pem"), password: nil)
    #expect(store.certificates.map(\.subject) == Self.both)
  }

  struct Fault: CustomTestStringConvertible {
    var name: String
    var bytes: @Sendable () throws -> [UInt8]
    var password: String?
    var error: StoreError
    var testDescription: String { name }

    init(_ name: String, file: String, password: String? = nil, _ error: StoreError) {
      (self.name, self.password, self.error) = (name, password, error)
      bytes = { try Fixture.bytes(file) }
    }

    init(_ name: String, text: String, _ error: StoreError) {
      (self.name, self.error) = (name, error)
      bytes = { Array(text.utf8) }
    }

    init(
      _ name: String, password: String? = nil, _ error: StoreError, _ bytes: @escaping @Sendable () throws -> [UInt8]
    ) {
      (self.name, self.password, self.error, self.bytes) = (name, password, error, bytes)
    }
  }

  static let faults: [Fault] = [
    .init("nothing", text: "", .empty),
    .init("more than a store has", .tooLarge(bytes: 8_388_609, limit: 8_388_608)) {
      [UInt8](repeating: 0, count: 8_388_609)
    },
    .init("a text", text: "changeit\n", .notAStore(.text)),
    .init("a sentence about PEM", text: "put -----BEGIN CERTIFICATE----- here", .notAStore(.text)),
    .init("a page of HTML", text: "\n<!DOCTYPE html><p>404", .notAStore(.html)),
    .init("a page that begins with its element", text: "<HTML>", .notAStore(.html)),
    .init("XML", text: "<?xml version='1.0'?><a/>", .notAStore(.xml)),
    .init("JSON", text: #"{"error": "not found"}"#, .notAStore(.json)),
    .init("properties", text: "# Kafka\nssl.truststore.location=/etc/a.jks\n", .notAStore(.properties)),
    .init("UTF-16", .notAStore(.utf16)) { [0xff, 0xfe] + "-----BEGIN".utf16.flatMap { [UInt8($0), 0] } },
    .init("a ZIP archive", text: "PK\u{3}\u{4}\u{14}\u{0}", .notAStore(.zip)),
    .init("other bytes", .notAStore(.bytes)) { [0, 1, 2, 3] },
    .init("a private key", file: "client.key", .notAStore(.privateKey)),
    .init("an encrypted private key", file: "client.encrypted.key", .notAStore(.privateKey)),
    .init("a private key in DER", file: "rsa.der.key", .notAStore(.privateKey)),
    .init("a public key", file: "public.pem", .notAStore(.publicKey)),
    .init("a request", file: "client.csr", .notAStore(.certificateRequest)),
    .init("PKCS #7", file: "chain.p7b", .notSupported(.pkcs7)),
    .init("a key of OpenSSH", file: "openssh.key", .notSupported(.openSSH)),
    .init("JCEKS", file: "trust.jceks", password: "changeit", .notSupported(.jceks)),
    .init("BKS", .notSupported(.bks)) { [0, 0, 0, 2, 0, 0, 0, 20] + [UInt8](repeating: 7, count: 40) },
    .init("PEM that is cut off", .damaged("bad end line")) { try Array(Fixture.bytes("root.pem").dropLast(30)) },
    .init("PEM of something else in base64", text: pem("AAAA"), .damaged("wrong tag")),
    .init("PEM that is not base64", text: pem("!!!!"), .damaged("bad base64 decode")),
    .init("PKCS12, wrong password", file: "trust.pkcs12", password: "changeme", .wrongPassword),
    .init("PKCS12, empty password", file: "trust.pkcs12", password: "", .wrongPassword),
    .init("PKCS12, no password", file: "trust.pkcs12", .passwordNeeded),
    .init("PKCS12 by openssl, no password", file: "trust.openssl.p12", .passwordNeeded),
    .init("PKCS12 without a checksum, wrong password", file: "unsealed.trust.p12", password: "x", .wrongPassword),
    .init("PKCS12 without a checksum, no password", file: "unsealed.trust.p12", .passwordNeeded),
    .init("PKCS12 that is cut off", password: "changeit", .damaged("too long")) {
      try Array(Fixture.bytes("trust.pkcs12").dropLast())
    },
    .init(
      "PKCS12 with 2 billion iterations", file: "slow.p12", password: "changeit", .tooManyIterations(limit: 10_000_000)),
    .init("JKS, wrong password", file: "trust.jks", password: "changeme", .wrongPassword),
    .init("JKS, empty password", file: "trust.jks", password: "", .wrongPassword),
    .init("JKS that is cut off", .damaged("it ends too early")) { try Array(Fixture.bytes("trust.jks").dropLast()) },
    .init("JKS with a changed byte", password: "changeit", .wrongPassword) {
      var bytes = try Fixture.bytes("trust.jks")
      // The date of the first entry.
      bytes[26] ^= 1
      return bytes
    },
    .init("JKS of a later version", .damaged("version 3 is not known")) { JavaStore.magic + [0, 0, 0, 3, 0, 0, 0, 0] },
    .init("JKS without entries", .noCertificate) {
      JavaStore.magic + [0, 0, 0, 2, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 20)
    },
    .init("JKS that promises 4 billion entries", .damaged("it ends too early")) {
      JavaStore.magic + [0, 0, 0, 2, 255, 255, 255, 255]
    },
    .init("JKS with an entry of another kind", .damaged("an entry is of a kind that is not known: 3")) {
      JavaStore.magic + [0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0] + [UInt8](repeating: 0, count: 8)
    },
  ]

  private static func pem(_ body: String) -> String {
    "-----BEGIN CERTIFICATE-----\n\(body)\n-----END CERTIFICATE-----\n"
  }

  @Test("that cannot be used are refused with the reason", arguments: faults)
  func refuses(_ fault: Fault) throws {
    let bytes = try fault.bytes()
    #expect(throws: fault.error) { try TrustStore(bytes, password: fault.password) }
  }
}
