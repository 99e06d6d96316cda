internal import Diagnostics
internal import Scenarios

/// The value of `auth`: the identity that something is done with.
enum Authentication: Sendable, Equatable {
  case unauthenticated(at: SourceRange)
  /// One of the scenario's identities.
  case named(String, at: SourceRange)
  case inPlace(WrittenIdentity)
}

/// The identities in use, each once, in the order in which they are used; the first is the cluster's.
struct UsedIdentities {
  private(set) var identities: [ClientIdentity]
  private let declared: Declarations<WrittenIdentity>?

  init(cluster: Setting<Authentication>, _ declared: Declarations<WrittenIdentity>?) {
    self.declared = declared
    identities = []
    _ = index(of: cluster, in: "cluster.auth")
    if identities.isEmpty { identities = [.unauthenticated] }
  }

  /// The index of an identity; the cluster's where nothing is written or it could not be read. `path` is the place of the
  /// setting.
  mutating func index(of setting: Setting<Authentication>, in path: String) -> Int {
    guard let authentication = setting.value, var identity = identity(authentication) else { return 0 }
    switch identity.name {
    case .declared, .unauthenticated:
      if let index = identities.firstIndex(where: { $0.name == identity.name }) { return index }
    case .inPlace: identity.name = .inPlace(path)
    }
    identities.append(identity)
    return identities.count - 1
  }

  private func identity(_ authentication: Authentication) -> ClientIdentity? {
    switch authentication {
    case .inPlace(let identity): return identity.client
    case .named(let name, _): return declared?.entries.first { $0.name == name }?.value?.client
    case .unauthenticated(let range):
      return ClientIdentity(name: .unauthenticated, range: range, mechanism: .noLogin)
    }
  }
}
