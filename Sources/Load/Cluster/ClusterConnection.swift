package import Kafka
package import Scenarios

/// The cluster that a run speaks to: brokers at addresses, or the embedded one in this process.
package struct ClusterConnection: Sendable {
  package let profile: ClientProfile
  /// Nil for brokers at addresses. It lives as long as the connection and everything made with it.
  package let embedded: MockCluster?

  package init(_ cluster: Cluster) throws(LoadError) {
    switch cluster.brokers {
    case .embedded:
      do { self.init(embedded: try MockCluster(), cluster.librdkafka) } catch { throw .settings(error) }
    case .addresses(let addresses):
      self.init(
        profile: ClientProfile(bootstrap: addresses, isEmbedded: false, written: cluster.librdkafka), embedded: nil)
    }
  }

  private init(profile: ClientProfile, embedded: MockCluster?) {
    self.profile = profile
    self.embedded = embedded
  }

  /// A connection to a mock cluster that the caller controls, for scripted faults.
  package init(embedded: MockCluster, _ written: [ClientProperty]) {
    self.init(
      profile: ClientProfile(bootstrap: [embedded.bootstrap], isEmbedded: true, written: written), embedded: embedded)
  }
}
