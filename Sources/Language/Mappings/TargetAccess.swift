internal import Diagnostics
internal import Scenarios

/// An identity as it is written: for Kafka's listeners, or for targets.
struct WrittenIdentity: Sendable, Equatable {
  /// Without a mechanism where that is one of HTTP's.
  var client: ClientIdentity
  /// The mechanism, as it is written; nil where none is.
  var mechanism: String?

  init(_ client: ClientIdentity, mechanism: String?) {
    self.client = client
    self.mechanism = mechanism
  }

  /// Mechanisms of HTTP, and what Kafka's listeners have in their place.
  fileprivate static let ofTargets = ["BASIC": "PLAIN", "BEARER": "OAUTHBEARER"]

  /// Mechanisms of Kafka, and what targets have in their place.
  fileprivate static let ofKafka = [
    "PLAIN": "BASIC", "SCRAM-SHA-256": "BASIC", "SCRAM-SHA-512": "BASIC", "OAUTHBEARER": "BEARER",
  ]

  /// The credentials of requests; nil where something that they need was reported.
  fileprivate var authorization: TargetAccess.Authorization? {
    switch mechanism {
    case nil, "none": TargetAccess.Authorization.none
    case "BASIC":
      client.username.flatMap { user in client.password.map { .basic(username: user, password: $0) } }
    case "BEARER": client.token.map(TargetAccess.Authorization.bearer)
    default: nil
    }
  }
}

extension ValueReader {
  /// Reports an identity of requests where a client of Kafka signs in.
  mutating func holdForKafka(
    _ authentication: Setting<Authentication>, among identities: Declarations<WrittenIdentity>?
  ) {
    guard case .given(let written, let range) = authentication, let identity = identities.identity(of: written),
      let mechanism = identity.mechanism, let instead = WrittenIdentity.ofTargets[mechanism]
    else { return }
    report(
      Diagnostic(
        code: .conflict, "mechanism \(mechanism) signs in to a target, not to Kafka", at: range,
        remedy: "name an identity with mechanism \(instead)"))
  }

  /// The credentials with which requests are made. Nil where none are written, or a mistake in them was reported.
  /// - Parameter encryption: the target's own.
  mutating func access(
    _ authentication: Setting<Authentication>, among identities: Declarations<WrittenIdentity>?,
    encryption: Encryption?
  ) -> TargetAccess? {
    guard case .given(let written, let range) = authentication else { return nil }
    guard let identity = identities.identity(of: written) else {
      if case .unauthenticated = written { return TargetAccess(encryption: encryption) }
      return nil
    }
    if let mechanism = identity.mechanism, let instead = WrittenIdentity.ofKafka[mechanism] {
      report(
        Diagnostic(
          code: .conflict, "mechanism \(mechanism) signs in to Kafka, not to a target", at: range,
          remedy: "name an identity with mechanism \(instead)"))
      return nil
    }
    guard let authorization = identity.authorization else { return nil }
    let name: String? = if case .declared(let name) = identity.client.name { name } else { nil }
    var own: Encryption?
    if case .encrypted(let encryption) = identity.client.transport { own = encryption }
    return TargetAccess(
      name: name, authorization: authorization, certificate: identity.client.certificate,
      encryption: encryption ?? own)
  }
}

extension Declarations<WrittenIdentity>? {
  /// The identity that is meant; nil for none, and for one that is not known.
  fileprivate func identity(of authentication: Authentication) -> WrittenIdentity? {
    switch authentication {
    case .unauthenticated: nil
    case .inPlace(let identity): identity
    case .named(let name, _): self?.entries.first { $0.name == name }?.value
    }
  }
}
