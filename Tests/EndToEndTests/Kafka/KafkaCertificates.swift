import FoundationEssentials
import Testing

/// An authority, and certificates by it for the brokers and for one client; by `openssl`, as PEM and PKCS12.
struct KafkaCertificates: Sendable {
  static let password = "changeit"

  let folder: String

  var authority: String { "\(folder)/ca.pem" }
  /// The client's common name is `client`.
  var clientCertificate: String { "\(folder)/client.pem" }
  var clientKey: String { "\(folder)/client.key" }
  var clientStore: String { "\(folder)/client.p12" }
  /// Key and certificates in one file, as Kafka reads PEM.
  var serverStore: String { "\(folder)/server.store.pem" }

  private static let script = """
    set -e; mkdir -p "$1"; cd "$1"
    new() { openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "$@"; }
    new -x509 -days 30 -subj /CN=test-ca -keyout ca.key -out ca.pem
    printf 'subjectAltName=DNS:localhost,IP:127.0.0.1' >san
    for who in server client; do
      new -subj "/CN=$who" -keyout $who.key -out $who.csr
      openssl x509 -req -days 30 -in $who.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out $who.pem -extfile san
      openssl pkcs12 -export -in $who.pem -inkey $who.key -certfile ca.pem -name $who -passout "pass:$2" -out $who.p12
      cat $who.key $who.pem ca.pem >$who.store.pem
    done
    """

  init(in folder: String) throws {
    self.folder = "\(folder)/certificates"
    let log = "\(folder)/certificates.log"
    let made = try TiedProcess("/bin/sh", ["-c", Self.script, "sh", self.folder, Self.password], output: log)
    defer { made.end() }
    let said = try? String(contentsOf: URL(filePath: log), encoding: .utf8)
    try #require(made.exitCode(within: 20) == 0, "\(said ?? "")")
  }

  /// A truststore in Java's old format, made when it is asked for.
  func javaTruststore(_ home: KafkaHome) throws -> String {
    let store = "\(folder)/truststore.jks"
    guard !FileManager.default.fileExists(atPath: store) else { return store }
    let tool = home.java.dropLast("java".count) + "keytool"
    let made = try TiedProcess(
      String(tool),
      [
        "-importcert", "-noprompt", "-alias", "ca", "-file", authority, "-storepass", Self.password, "-storetype",
        "JKS", "-keystore", store,
      ], output: "\(folder)/keytool.log")
    defer { made.end() }
    try #require(made.exitCode(within: 20) == 0)
    return store
  }
}
