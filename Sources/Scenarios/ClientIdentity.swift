package import Diagnostics

/// The credentials that a client authenticates with, and the listener at which it does.
package struct ClientIdentity: Sendable, Equatable {
  package enum Name: Sendable, Hashable {
    /// One of `identities:`.
    case declared(String)
    /// A mapping in the place where it is used: `cluster.auth`.
    case inPlace(String)
    /// No credentials: `auth: none`, or none written.
    case unauthenticated

    /// The name as reports have it.
    package var text: String {
      switch self {
      case .declared(let text), .inPlace(let text): text
      case .unauthenticated: "none"
      }
    }
  }

  package enum Mechanism: String, Sendable, CaseIterable {
    case plain = "PLAIN"
    case scramSHA256 = "SCRAM-SHA-256"
    case scramSHA512 = "SCRAM-SHA-512"
    case oauthBearer = "OAUTHBEARER"
    case noLogin = "none"
  }

  /// The files of the client's certificate.
  package enum Certificate: Sendable, Equatable {
    case pem(certificate: StoreFile, key: StoreFile, password: Secret?)
    /// PKCS #12 or JKS.
    case keystore(StoreFile, password: Secret?)
  }

  /// The encryption of its connections.
  package enum Transport: Sendable, Equatable {
    /// As the cluster's.
    case inherited
    /// `tls: false`
    case plain
    case encrypted(Encryption)
  }

  package var name: Name
  /// The position at which it is chosen; nil where nothing is written.
  package var range: SourceRange?
  /// Nil where the certificate says who it is, or nothing does.
  package var mechanism: Mechanism?
  package var username: String?
  package var password: Secret?
  package var token: Secret?
  package var certificate: Certificate?
  /// A listener of its own; nil for the cluster's.
  package var brokers: Brokers?
  package var transport: Transport

  package init(
    name: Name, range: SourceRange? = nil, mechanism: Mechanism? = nil, username: String? = nil,
    password: Secret? = nil, token: Secret? = nil, certificate: Certificate? = nil, brokers: Brokers? = nil,
    transport: Transport = .inherited
  ) {
    self.name = name
    self.range = range
    self.mechanism = mechanism
    self.username = username
    self.password = password
    self.token = token
    self.certificate = certificate
    self.brokers = brokers
    self.transport = transport
  }

  package static let unauthenticated = ClientIdentity(name: .unauthenticated)

  /// True where it signs in by SASL.
  package var hasLogin: Bool { mechanism.map { $0 != .noLogin } ?? false }

  /// The name as sentences have it.
  package var title: String {
    switch name {
    case .declared(let name): "identity \(quoted(name))"
    case .inPlace(let path):
      // The user's name says enough where it is the cluster's.
      username.map { path == "cluster.auth" ? "user \(quoted($0))" : "user \(quoted($0)) of \(path)" }
        ?? "the identity of \(path)"
    case .unauthenticated: "a client without authentication"
    }
  }
}
