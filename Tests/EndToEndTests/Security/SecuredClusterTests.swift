import Kafka
import Load
import Testing

extension EndToEndTests.OnKafka {
  /// The cluster on which everything of logins is tested: without these, a refusal there would prove nothing.
  @Suite struct SecuredClusters {
    private static func client(_ cluster: KafkaCluster, _ user: String) throws -> ClientHandle {
      let settings = [
        ("security.protocol", "SASL_PLAINTEXT"), ("sasl.mechanism", "PLAIN"), ("sasl.username", user),
        ("sasl.password", "\(user)-secret"),
      ]
      var profile = ClientProfile(bootstrap: [cluster.bootstrap(.login)], isEmbedded: false, written: []).prober
      for (name, value) in settings { profile[name] = value }
      return try ClientHandle.prober(profile)
    }

    /// A user sees a topic from the moment that it is allowed, and until it is forbidden.
    @Test func anACLCountsAtOnce() throws {
      let cluster = try KafkaCluster.secured()
      try cluster.createTopic("guarded", partitions: 1)
      let client = try Self.client(cluster, "reader")
      defer { client.close() }
      func sees() -> Bool {
        (try? client.metadata(.topic("guarded"), timeout: .seconds(3)).topic("guarded")?.partitions.count) == 1
      }
      #expect(!sees())
      try cluster.allow("User:reader", [.describe], on: .topic("guarded"))
      #expect(eventually(within: 5, every: 0.05) { sees() })
      try cluster.deny("User:reader", [.describe], on: .topic("guarded"))
      #expect(eventually(within: 5, every: 0.05) { !sees() })
      try cluster.forbid("User:reader", [.describe], on: .topic("guarded"))
    }
  }
}
