import FoundationEssentials
import Testing

/// The authorities and certificates of `Scripts/test-certificates`, good ones and others, made once for all clusters.
struct KafkaCertificates: Sendable {
  /// The password of every store.
  static let password = "changeit"

  let folder: String

  /// A file by its name in the script.
  func path(_ name: String) -> String { "\(folder)/\(name)" }

  var authority: String { path("ca.pem") }
  /// The client's common name is `client`.
  var clientCertificate: String { path("client.pem") }
  var clientKey: String { path("client.key") }
  var clientStore: String { path("client.p12") }
  /// In Java's old format.
  var javaTruststore: String { path("ca.jks") }

  static func made() throws -> KafkaCertificates { try shared.get() }

  private static let shared = Result { try KafkaCertificates(in: KafkaRemains.newFolder()) }

  private init(in folder: String) throws {
    self.folder = "\(folder)/certificates"
    let log = "\(folder)/certificates.log"
    let keytool = try KafkaHome.required().java.dropLast("java".count) + "keytool"
    let made = try TiedProcess(
      "\(KafkaHome.repository)/Scripts/test-certificates", [self.folder, Self.password, String(keytool)], output: log)
    defer { made.end() }
    let code = made.exitCode(within: 60)
    let said = try? String(contentsOf: URL(filePath: log), encoding: .utf8)
    try #require(code == 0, "\(said ?? "")")
  }
}
