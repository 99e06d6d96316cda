import Testing

@testable import TLS

@Suite("keystores")
struct KeyStoreTests {
  private static let client = #"CN=client,OU=a\, b,O=Example"#

  struct Case: CustomTestStringConvertible {
    var name: String
    var file: String
    var password: String?
    var keyPassword: String?
    var kind: StoreKind
    var subject = KeyStoreTests.client
    var chain = ["CN=Between,O=Example"]
    var key = "client.key"
    var testDescription: String { name }
  }

  static let sound: [Case] = [
    .init(name: "PKCS12 by openssl", file: "client.p12", password: "changeit", kind: .pkcs12),
    .init(name: "PKCS12 by keytool", file: "client.java.p12", password: "changeit", kind: .pkcs12),
    .init(name: "PKCS12 without encryption", file: "plain.p12", password: "changeit", kind: .pkcs12, chain: []),
    .init(
      name: "PKCS12, RSA", file: "rsa.p12", password: "changeit", kind: .pkcs12, subject: "CN=rsa", chain: [],
      key: "rsa.key"),
    .init(name: "JKS", file: "client.jks", password: "changeit", kind: .jks),
    .init(
      name: "JKS with a password for the key", file: "rsa.jks", password: "changeit", keyPassword: "keypass",
      kind: .jks,
      subject: "CN=rsa", chain: [], key: "rsa.key"),
    .init(name: "PKCS12 without encryption and checksum", file: "bare.p12", kind: .pkcs12, chain: []),
    .init(name: "PKCS12 without a checksum", file: "unsealed.p12", password: "changeit", kind: .pkcs12, chain: []),
    .init(name: "PEM with everything", file: "client.both.pem", kind: .pem),
  ]

  @Test("give the certificate, its chain and the key", arguments: sound)
  func reads(_ given: Case) throws {
    let store = try KeyStore(Fixture.bytes(given.file), password: given.password, keyPassword: given.keyPassword)
    #expect(store.kind == given.kind)
    #expect(store.certificate.subject == given.subject)
    #expect(store.chain.map(\.subject) == given.chain)
    #expect(try store.keyPEM == String(decoding: Fixture.bytes(given.key), as: UTF8.self))
  }

  struct Pair: CustomTestStringConvertible {
    var name: String
    var certificate: String
    var key: String
    var password: String?
    var same = "client.key"
    var chain = ["CN=Between,O=Example"]
    var testDescription: String { name }
  }

  static let pairs: [Pair] = [
    .init(name: "PKCS #8", certificate: "chain.pem", key: "client.key"),
    .init(
      name: "PKCS #8 with a password that is not needed", certificate: "chain.pem", key: "client.key", password: "x"),
    .init(name: "PKCS #8, encrypted", certificate: "chain.pem", key: "client.encrypted.key", password: "changeit"),
    .init(
      name: "PKCS #8, encrypted with scrypt", certificate: "chain.pem", key: "client.scrypt.key", password: "changeit"),
    .init(name: "EC after its parameters", certificate: "chain.pem", key: "client.ec.key"),
    .init(
      name: "RSA in its own form, encrypted", certificate: "rsa.pem", key: "rsa.encrypted.key", password: "changeit",
      same: "rsa.key", chain: []),
    .init(name: "RSA in DER", certificate: "rsa.pem", key: "rsa.der.key", same: "rsa.key", chain: []),
    .init(name: "both in one file", certificate: "client.both.pem", key: "client.both.pem"),
    .init(name: "a certificate without its chain", certificate: "client.pem", key: "client.key", chain: []),
  ]

  @Test("are also a certificate and a key in two files", arguments: pairs)
  func readsPairs(_ given: Pair) throws {
    let store = try KeyStore(
      certificate: Fixture.bytes(given.certificate), key: Fixture.bytes(given.key), keyPassword: given.password)
    #expect(store.chain.map(\.subject) == given.chain)
    #expect(try store.keyPEM == String(decoding: Fixture.bytes(given.same), as: UTF8.self))
    #expect(store.certificatesPEM == ([store.certificate] + store.chain).map(\.pem).joined())
  }

  @Test("find the certificate and its chain in any order")
  func order() throws {
    let parts = try ["root.pem", "between.pem", "other.pem", "client.pem"].map(Fixture.bytes)
    let store = try KeyStore(certificate: Array(parts.joined()), key: Fixture.bytes("client.key"), keyPassword: nil)
    #expect(store.certificate.subject == Self.client)
    #expect(store.chain.map(\.subject) == ["CN=Between,O=Example"])
  }

  struct Fault: CustomTestStringConvertible {
    var name: String
    var file: String
    var password: String?
    var keyPassword: String?
    var error: StoreError
    var testDescription: String { name }
  }

  static let faults: [Fault] = [
    .init(name: "PKCS12, wrong password", file: "client.p12", password: "changeme", error: .wrongPassword),
    .init(name: "the same without a checksum", file: "unsealed.p12", password: "x", error: .wrongPassword),
    .init(name: "PKCS12, no password", file: "client.p12", error: .passwordNeeded),
    .init(
      name: "PKCS12 with two keys", file: "two-keys.p12", password: "changeit", error: .severalKeys(["client", "rsa"])),
    .init(name: "PKCS12 without a key", file: "trust.pkcs12", password: "changeit", error: .noKey),
    .init(
      name: "2 billion iterations for a key", file: "slow.bag.p12", password: "changeit",
      error: .tooManyIterations(limit: 10_000_000)),
    .init(name: "JKS, wrong password", file: "client.jks", password: "changeme", error: .wrongPassword),
    .init(name: "JKS, no password", file: "client.jks", error: .passwordNeeded),
    .init(name: "JKS, the key has another password", file: "rsa.jks", password: "changeit", error: .wrongPassword),
    .init(
      name: "JKS with two keys", file: "two-keys.jks", password: "changeit", error: .severalKeys(["client", "rsa"])),
    .init(name: "JKS without a key", file: "trust.jks", password: "changeit", error: .noKey),
    .init(name: "JCEKS", file: "trust.jceks", password: "changeit", error: .notSupported(.jceks)),
    .init(name: "a certificate", file: "root.pem", error: .noKey),
    .init(name: "a key", file: "client.key", error: .noCertificate),
    .init(name: "a request", file: "client.csr", error: .notAStore(.certificateRequest)),
  ]

  @Test("that cannot be used are refused with the reason", arguments: faults)
  func refuses(_ fault: Fault) throws {
    let bytes = try Fixture.bytes(fault.file)
    #expect(throws: fault.error) { try KeyStore(bytes, password: fault.password, keyPassword: fault.keyPassword) }
  }

  struct PairFault: CustomTestStringConvertible {
    var name: String
    var certificate = "client.pem"
    var key = "client.key"
    var password: String?
    var error: StoreError
    var testDescription: String { name }
  }

  static let pairFaults: [PairFault] = [
    .init(name: "another's key", key: "rsa.key", error: .keyDoesNotMatch(subject: client)),
    .init(name: "an encrypted key without a password", key: "client.encrypted.key", error: .passwordNeeded),
    .init(name: "an encrypted key with a wrong one", key: "client.encrypted.key", password: "x", error: .wrongPassword),
    .init(name: "the same with scrypt", key: "client.scrypt.key", password: "x", error: .wrongPassword),
    .init(
      name: "an old form without a password", certificate: "rsa.pem", key: "rsa.encrypted.key", error: .passwordNeeded),
    .init(
      name: "an old form with a wrong one", certificate: "rsa.pem", key: "rsa.encrypted.key", password: "x",
      error: .wrongPassword),
    .init(
      name: "2 billion iterations", key: "slow.key", password: "changeit", error: .tooManyIterations(limit: 10_000_000)),
    .init(name: "a certificate for the key", key: "client.pem", error: .notAStore(.certificates)),
    .init(name: "a key for the certificate", certificate: "client.key", error: .notAStore(.privateKey)),
    .init(name: "a public key for the key", key: "public.pem", error: .notAStore(.publicKey)),
    .init(name: "a request for the certificate", certificate: "client.csr", error: .notAStore(.certificateRequest)),
    .init(name: "a key of OpenSSH", key: "openssh.key", error: .notSupported(.openSSH)),
    .init(name: "a store for the certificate", certificate: "client.p12", error: .notAStore(.store(.pkcs12))),
    .init(name: "a store for the key", key: "client.jks", error: .notAStore(.store(.jks))),
  ]

  @Test("of two files that cannot be used are refused with the reason", arguments: pairFaults)
  func refusesPairs(_ fault: PairFault) throws {
    let (certificate, key) = try (Fixture.bytes(fault.certificate), Fixture.bytes(fault.key))
    #expect(throws: fault.error) { try KeyStore(certificate: certificate, key: key, keyPassword: fault.password) }
  }

  @Test("never show the key where they are printed")
  func hidesTheKey() throws {
    let store = try KeyStore(Fixture.bytes("client.p12"), password: "changeit")
    var dumped = ""
    let terms = Handshake.Terms(trusted: nil, client: Handshake.ClientMaterial(store))
    dump(store, to: &dumped)
    dump(terms, to: &dumped)
    let inner = try #require(store.keyPEM.split(separator: "\n").dropFirst().first)
    for text in ["\(store) \(terms)", String(reflecting: store), String(reflecting: terms), dumped] {
      #expect(!text.contains(inner))
    }
  }

  @Test("with two keys in PEM show that they are two")
  func twoInPEM() throws {
    let bytes = try Fixture.bytes("client.both.pem") + Fixture.bytes("rsa.key")
    #expect(throws: StoreError.severalKeys(["", ""])) { try KeyStore(bytes, password: nil) }
  }

  @Test("put what is in between into a text of its own")
  func chainPEM() throws {
    let store = try KeyStore(Fixture.bytes("client.p12"), password: "changeit")
    #expect(try store.chainPEM == String(decoding: Fixture.bytes("between.pem"), as: UTF8.self))
  }
}
