extension Scenario {
  /// A secret with the words for it in a sentence: `password of identity "loader"`.
  package struct NamedSecret: Sendable, Equatable {
    package var secret: Secret
    package var title: String
    /// The user whose password it is.
    package var user: String?
  }

  /// The secrets of everything that is in use.
  package var secrets: [NamedSecret] {
    let ofCluster = cluster.encryption?.truststorePassword.map { NamedSecret($0, of: "the cluster's tls") }
    return [ofCluster].compactMap { $0 } + identities.flatMap(\.secrets)
  }
}

extension Scenario.NamedSecret {
  fileprivate init(_ secret: Secret, of owner: String, user: String? = nil) {
    self.init(secret: secret, title: "\(secret.key) of \(owner)", user: user)
  }
}

extension ClientIdentity {
  fileprivate var secrets: [Scenario.NamedSecret] {
    let ofCertificate: Secret? =
      switch certificate {
      case .pem(_, _, let password)?, .keystore(_, let password)?: password
      case nil: nil
      }
    let ofTruststore: Secret? =
      switch transport {
      case .encrypted(let encryption): encryption.truststorePassword
      case .inherited, .plain: nil
      }
    return [password.map { Scenario.NamedSecret($0, of: title, user: username) }].compactMap { $0 }
      + [token, ofCertificate, ofTruststore].compactMap { $0 }.map { Scenario.NamedSecret($0, of: title) }
  }
}
