package import Diagnostics

/// The credentials that a client authenticates with.
package struct ClientIdentity: Sendable, Equatable {
  package enum Mechanism: String, Sendable, CaseIterable {
    case plain = "PLAIN"
    case scramSHA256 = "SCRAM-SHA-256"
    case scramSHA512 = "SCRAM-SHA-512"
    case oauthBearer = "OAUTHBEARER"
    case noLogin = "none"
  }

  /// The file of the client's certificate.
  package enum Certificate: Sendable, Equatable {
    case pem(certificate: String, key: String, password: Secret?)
    /// PKCS #12 or JKS.
    case keystore(String, password: Secret?)
  }

  /// Nil where the certificate says who it is.
  package var mechanism: Mechanism?
  package var username: String?
  package var password: Secret?
  package var token: Secret?
  package var certificate: Certificate?
  /// A listener of its own; nil for the cluster's.
  package var brokers: Brokers?
  package var encryption: Encryption?

  package init(
    mechanism: Mechanism? = nil, username: String? = nil, password: Secret? = nil, token: Secret? = nil,
    certificate: Certificate? = nil, brokers: Brokers? = nil, encryption: Encryption? = nil
  ) {
    self.mechanism = mechanism
    self.username = username
    self.password = password
    self.token = token
    self.certificate = certificate
    self.brokers = brokers
    self.encryption = encryption
  }
}

/// A secret by its source. Its value is not read before the run needs it.
package enum Secret: Sendable, Equatable {
  case environment(String)
  case file(String)
  case command(String)
  /// A password in plain text, which is not recommended.
  case text(String)
}

/// The encryption of connections.
package struct Encryption: Sendable, Equatable {
  /// A file in PEM, PKCS #12 or JKS; nil for the system's authorities.
  package var truststore: String?
  package var truststorePassword: Secret?
  /// True where the brokers' certificates are checked.
  package var verifies = true

  package init(
    truststore: String? = nil, truststorePassword: Secret? = nil, verifies: Bool = true
  ) {
    self.truststore = truststore
    self.truststorePassword = truststorePassword
    self.verifies = verifies
  }
}

/// The identity that something is done with.
package enum Authentication: Sendable, Equatable {
  case unauthenticated
  /// One of the scenario's identities.
  case named(String, at: SourceRange)
  case inPlace(ClientIdentity)
}
