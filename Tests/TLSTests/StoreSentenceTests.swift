import Testing

@testable import TLS

@Suite("sentences about stores")
struct StoreSentenceTests {
  struct Case: CustomTestStringConvertible {
    var error: StoreError
    var reason: String
    var path = "certs/a.jks"
    var remedy: String?
    var testDescription: String { reason }
  }

  static let cases: [Case] = [
    .init(error: .empty, reason: "is empty"),
    .init(error: .tooLarge(bytes: 9, limit: 8 << 20), reason: "is larger than 8 MiB"),
    .init(error: .notAStore(.html), reason: "is an HTML page"),
    .init(error: .notAStore(.bytes), reason: "is neither PEM nor PKCS12 nor JKS"),
    .init(
      error: .notAStore(.certificateRequest), reason: "is a request for a certificate",
      remedy: "the certificate that the authority has made of it"),
    .init(error: .notAStore(.store(.jks)), reason: "is a JKS store", remedy: "keystore: certs/a.jks"),
    .init(
      error: .notSupported(.jceks), reason: "is a JCEKS store, which is not supported", path: "my certs/a.jceks",
      remedy:
        "keytool -importkeystore -srckeystore 'my certs/a.jceks' -srcstoretype JCEKS -destkeystore 'my certs/a.p12' -deststoretype PKCS12"
    ),
    .init(
      error: .notSupported(.bks), reason: "is a BKS or UBER store of Bouncy Castle, which is not supported",
      path: "a.bks",
      remedy: "keytool -importkeystore -srckeystore a.bks -srcstoretype BKS "
        + "-providerclass org.bouncycastle.jce.provider.BouncyCastleProvider -providerpath bcprov.jar "
        + "-destkeystore a.p12 -deststoretype PKCS12"),
    .init(
      error: .notSupported(.pkcs7), reason: "is PKCS #7, which is not supported", path: "it's",
      remedy: #"openssl pkcs7 -print_certs -in 'it'\''s' -out 'it'\''s.pem'"#),
    .init(error: .damaged("too long"), reason: "is damaged: too long"),
    .init(error: .passwordNeeded, reason: "needs a password"),
    .init(error: .wrongPassword, reason: "does not open with this password"),
    .init(
      error: .unsupportedEncryption("pbeWithSHA1And40BitRC2-CBC", .pkcs12),
      reason: "is encrypted with pbeWithSHA1And40BitRC2-CBC, which OpenSSL refuses", path: "a.p12",
      remedy: "keytool -importkeystore -srckeystore a.p12 -destkeystore a.new.p12 -deststoretype PKCS12"),
    .init(
      error: .unsupportedEncryption("DES-CBC", .pem), reason: "is encrypted with DES-CBC, which OpenSSL refuses",
      path: "a.key", remedy: "openssl pkcs8 -topk8 -provider legacy -provider default -in a.key -out a.new.key"),
    .init(
      error: .tooManyIterations(limit: 10_000_000), reason: "asks for more than 10000000 iterations to try a password"),
    .init(
      error: .severalKeys(["a b", "c"]), reason: #"has 2 private keys: "a b", "c""#,
      remedy:
        "keytool -importkeystore -srckeystore certs/a.jks -srcalias 'a b' -destkeystore certs/a.one.p12 -deststoretype PKCS12"
    ),
    .init(error: .severalKeys(["", ""]), reason: "has 2 private keys"),
    .init(error: .keyDoesNotMatch(subject: "CN=a"), reason: "is not the private key of the certificate CN=a"),
  ]

  @Test("say what is wrong, and what to type", arguments: cases)
  func words(_ given: Case) {
    #expect(given.error.reason == given.reason)
    #expect(given.error.remedy(for: given.path) == given.remedy)
  }
}
