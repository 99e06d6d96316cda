extension Scenario {
  /// The identity that sends a stage's messages.
  package func identity(ofStage stage: Int) -> ClientIdentity { identities[stages[stage].identity] }

  /// The addresses at which an identity signs in.
  package func brokers(of identity: Int) -> Brokers { identities[identity].brokers ?? cluster.brokers }

  /// The encryption of an identity's connections; nil where they are not encrypted. A certificate is of use with TLS alone.
  package func encryption(of identity: Int) -> Encryption? {
    switch identities[identity].transport {
    case .plain: return nil
    case .encrypted(let encryption): return encryption
    case .inherited:
      guard cluster.encryption == nil, identities[identity].certificate != nil, let range = identities[identity].range
      else { return cluster.encryption }
      return Encryption(range: range)
    }
  }

  package func securityProtocol(of identity: Int) -> SecurityProtocol {
    SecurityProtocol(isEncrypted: encryption(of: identity) != nil, hasLogin: identities[identity].hasLogin)
  }
}
