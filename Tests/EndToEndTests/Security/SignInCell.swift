import Kafka
import Testing

/// One cell of the table protocol × mechanism × truststore × credential, and its end.
struct SignInCell: Sendable, CustomTestStringConvertible {
  enum End: Sendable {
    /// Everything is sent and found.
    case passed
    /// Exit code and sentence, in which LISTENER is the address.
    case refused(Int32, String)
  }

  var listener: KafkaBroker.Listener
  /// The YAML of `tls` and `auth`; CERTS is the folder of the certificates.
  var tls: String?
  var auth: String?
  /// The credential, in words: the rest of the name.
  var credential: String
  var end: End
  /// Part of the pairwise subset, which runs with every `make test`.
  var isPairwise = false

  var testDescription: String {
    [listener.rawValue, credential, tls.map { "tls \($0)" } ?? "no tls"].joined(separator: ", ")
  }

  /// The identity as sentences name it: a user by the name.
  var who: String {
    guard let auth else { return "a client without authentication" }
    guard let start = auth.firstRange(of: "username: ")?.upperBound else { return "the identity of cluster.auth" }
    return "user \"\(auth[start...].prefix { $0 != "," })\""
  }

  /// Librdkafka before 2.6.1 repeats the client's nonce, which brokers from 4.0 on refuse.
  static let refusesScram = KafkaHome.found.map { !$0.isBefore4 } ?? false && ClientLibrary.number < 0x0206_0100
}

/// Files of the authority `ca`, as scenarios have them.
enum Truststore: String, CaseIterable, Sendable {
  case pem = "{truststore: CERTS/ca.pem}"
  case several = "{truststore: CERTS/both.pem}"
  case pkcs12 = "{truststore: CERTS/ca.p12, truststore_password: {env: STORE}}"
  case jks = "{truststore: CERTS/ca.jks, truststore_password: {env: STORE}}"
  /// An authority that none of the brokers' certificates is from.
  static let untrusted = "{truststore: CERTS/other-ca.pem}"
}

/// Key and certificate of a client.
enum ClientStore: String, CaseIterable, Sendable {
  case pem = "{certificate: CERTS/client.pem, key: CERTS/client.key}"
  case locked = "{certificate: CERTS/client.pem, key: CERTS/client.locked.key, key_password: {env: STORE}}"
  case pkcs12 = "{keystore: CERTS/client.p12, keystore_password: {env: STORE}}"
  case jks = "{keystore: CERTS/client.jks, keystore_password: {env: STORE}}"
  case branch = "{certificate: CERTS/branch-client.pem, key: CERTS/branch-client.key}"
  case branchPKCS12 = "{keystore: CERTS/branch-client.p12, keystore_password: {env: STORE}}"
  static let foreign = "{keystore: CERTS/foreign-client.p12, keystore_password: {env: STORE}}"
  static let expired = "{keystore: CERTS/expired-client.p12, keystore_password: {env: STORE}}"
}

/// Mechanisms with a password.
enum PasswordMechanism: String, CaseIterable, Sendable {
  case plain = "PLAIN"
  case scram256 = "SCRAM-SHA-256"
  case scram512 = "SCRAM-SHA-512"

  /// The broker's reason for a wrong password.
  var reason: String {
    switch self {
    case .plain: "Authentication failed: Invalid username or password"
    case .scram256, .scram512:
      "Authentication failed during authentication due to invalid credentials with SASL mechanism \(rawValue)"
    }
  }

  var works: Bool { self == .plain || !SignInCell.refusesScram }
}
