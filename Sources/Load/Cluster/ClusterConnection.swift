package import Kafka
package import Scenarios

/// The cluster that a run speaks to: brokers at addresses, or the embedded one in this process.
package struct ClusterConnection: Sendable {
  /// The settings of the clients of each identity of the scenario.
  private let profiles: [ClientProfile]
  private let accesses: [ClientAccess]
  /// Nil for brokers at addresses. It lives as long as the connection and everything made with it.
  package let embedded: MockCluster?

  /// - Parameter accesses: by the index of the identity; identities without one are not used.
  package init(_ scenario: Scenario, _ accesses: [Int: ClientAccess] = [:]) throws(LoadError) {
    let all = scenario.identities.indices.map { accesses[$0] ?? ClientAccess() }
    self.accesses = all
    if scenario.cluster.brokers == .embedded {
      let mock: MockCluster
      do { mock = try MockCluster() } catch { throw .settings(error) }
      embedded = mock
      profiles = [
        ClientProfile(bootstrap: [mock.bootstrap], isEmbedded: true, written: scenario.cluster.librdkafka)
      ]
      return
    }
    profiles = all.indices.map { identity in
      ClientProfile(
        bootstrap: scenario.brokers(of: identity).written, isEmbedded: false, written: scenario.cluster.librdkafka,
        access: all[identity].settings)
    }
    embedded = nil
  }

  /// A connection to a mock cluster that the caller controls, for scripted faults.
  package init(embedded: MockCluster, _ written: [ClientProperty]) {
    profiles = [ClientProfile(bootstrap: [embedded.bootstrap], isEmbedded: true, written: written)]
    accesses = [ClientAccess()]
    self.embedded = embedded
  }

  /// The settings of the clients that ask about topics.
  package var profile: ClientProfile { profiles[0] }

  /// The settings of the clients of an identity, by its index.
  package func profile(of identity: Int) -> ClientProfile {
    profiles.indices.contains(identity) ? profiles[identity] : profiles[0]
  }

  /// The settings of a stage's producers.
  package func profile(ofProducers stage: Stage) -> ClientProfile { profile(of: stage.identity).with(stage.client) }

  func access(of identity: Int) -> ClientAccess {
    accesses.indices.contains(identity) ? accesses[identity] : accesses[0]
  }

  /// True where the scenario itself says how the identity's connections are protected, and not properties of librdkafka.
  func isStated(_ identity: Int) -> Bool { embedded == nil && !profile(of: identity).isProtectedByProperties }
}

extension ClusterConnection {
  /// The client that asks for offsets: the prober, unless there is a reader with an identity of its own.
  func asker(for scenario: Scenario, beside prober: ClientHandle) throws(LoadError) -> ClientHandle {
    guard scenario.verify.identity != scenario.cluster.identity, scenario.verify.unread == nil else { return prober }
    do { return try ClientHandle.prober(profile(of: scenario.verify.identity).prober) } catch { throw .settings(error) }
  }

  /// The notes that the ways deserve in which identities sign in.
  func notesOnAccess(_ scenario: Scenario, _ admissions: [Admission]) -> [RunNote] {
    let used = scenario.identities.indices.filter { admissions[$0] != .unused }
    let unverified = used.filter { profile(of: $0).isUnverified }.map { scenario.identities[$0].name }
    let withTokens = used.filter { scenario.identities[$0].mechanism == .oauthBearer }.map {
      RunNote.reconnectsForTokens(scenario.identities[$0].name)
    }
    // Signing in again on an open connection, KIP-368, came with librdkafka 2.2.0.
    return (unverified.isEmpty ? [] : [.unverified(identities: unverified)])
      + (ClientLibrary.number < 0x0202_0000 ? withTokens : [])
  }
}
