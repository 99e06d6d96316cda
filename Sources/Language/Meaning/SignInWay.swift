internal import Scenarios

/// The mechanism and the listener with which a client authenticates.
struct SignInWay: Hashable {
  var mechanism: ClientIdentity.Mechanism?
  /// The identity's own; nil for the cluster's.
  var addresses: [String]?

  init(mechanism: ClientIdentity.Mechanism?) { self.mechanism = mechanism }

  private init(_ identity: ClientIdentity) {
    // A client with a certificate and one without authentication come to the same kind of listener.
    mechanism = identity.mechanism ?? .noLogin
    if case .addresses(let list)? = identity.brokers { addresses = list }
  }

  /// The way of an authentication; `cluster` where none is written. Nil if it could not be read.
  init?(
    _ authentication: Setting<Authentication>, else cluster: SignInWay?, _ identities: Declarations<WrittenIdentity>?
  ) {
    switch authentication {
    case .faulty: return nil
    case .absent:
      guard let cluster else { return nil }
      self = cluster
    case .given(.unauthenticated(_), _): self.init(mechanism: .noLogin)
    case .given(.inPlace(let identity), _): self.init(identity.client)
    case .given(.named(let name, _), _):
      guard let identity = identities?.entries.first(where: { $0.name == name })?.value else { return nil }
      self.init(identity.client)
    }
  }
}
