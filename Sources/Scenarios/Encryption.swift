package import Diagnostics

/// The encryption of connections.
package struct Encryption: Sendable, Equatable {
  /// A file in PEM, PKCS #12 or JKS; nil for the system's authorities.
  package var truststore: StoreFile?
  package var truststorePassword: Secret?
  /// True where the brokers' certificates are checked.
  package var verifies = true
  /// The position of the mapping, or of `true`.
  package var range: SourceRange

  package init(
    truststore: StoreFile? = nil, truststorePassword: Secret? = nil, verifies: Bool = true, range: SourceRange
  ) {
    self.truststore = truststore
    self.truststorePassword = truststorePassword
    self.verifies = verifies
    self.range = range
  }
}

/// A file of certificates or keys that the scenario names.
package struct StoreFile: Sendable, Equatable {
  package var path: String
  package var range: SourceRange

  package init(_ path: String, range: SourceRange) {
    self.path = path
    self.range = range
  }
}

/// The four ways in which a listener can be spoken to.
package enum SecurityProtocol: String, Sendable, Equatable, CaseIterable {
  case plaintext = "PLAINTEXT"
  case ssl = "SSL"
  case saslPlaintext = "SASL_PLAINTEXT"
  case saslSSL = "SASL_SSL"

  package init(isEncrypted: Bool, hasLogin: Bool) {
    self =
      switch (isEncrypted, hasLogin) {
      case (false, false): .plaintext
      case (true, false): .ssl
      case (false, true): .saslPlaintext
      case (true, true): .saslSSL
      }
  }

  package var isEncrypted: Bool { self == .ssl || self == .saslSSL }
  package var hasLogin: Bool { self == .saslPlaintext || self == .saslSSL }
}
