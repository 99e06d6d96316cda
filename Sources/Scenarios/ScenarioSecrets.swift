internal import Diagnostics

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
    return [ofCluster].compactMap { $0 } + identities.flatMap(\.secrets) + targets.flatMap(\.secrets)
      + stages.flatMap { stage in stage.access?.secrets(of: "stage \(quoted(stage.name))") ?? [] }
      + sinks.flatMap(\.secrets)
  }
}

extension Scenario.NamedSecret {
  fileprivate init(_ secret: Secret, of owner: String, user: String? = nil) {
    self.init(secret: secret, title: "\(secret.key) of \(owner)", user: user)
  }
}

extension Target {
  fileprivate var secrets: [Scenario.NamedSecret] {
    let owner = "target \(quoted(name))"
    return access.secrets(of: owner) + headers.compactMap(\.value.secret).map { Scenario.NamedSecret($0, of: owner) }
  }
}

extension TargetAccess {
  /// With the words for whose they are, where no identity is named.
  fileprivate func secrets(of owner: String) -> [Scenario.NamedSecret] {
    let title = name.map { "identity \(quoted($0))" } ?? owner
    let ofRequests: [Scenario.NamedSecret] =
      switch authorization {
      case .none: []
      case .basic(let username, let password): [.init(password, of: title, user: username)]
      case .bearer(let token): [.init(token, of: title)]
      }
    let ofCertificate: Secret? =
      switch certificate {
      case .pem(_, _, let password)?, .keystore(_, let password)?: password
      case nil: nil
      }
    return ofRequests
      + [ofCertificate, encryption?.truststorePassword].compactMap { $0 }.map { Scenario.NamedSecret($0, of: title) }
  }
}

extension Sink {
  /// Those of its command, where this run asks it.
  fileprivate var secrets: [Scenario.NamedSecret] {
    guard case .command(let query) = source, mode != .later else { return [] }
    return query.environment.compactMap(\.value.secret).map { Scenario.NamedSecret($0, of: "sink \(quoted(name))") }
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
