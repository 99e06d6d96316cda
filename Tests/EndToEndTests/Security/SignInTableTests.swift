import FoundationEssentials
import Testing

extension EndToEndTests.OnKafka {
  /// Every way to sign in, right and wrong, against a real broker. The pairwise subset runs always, the rest by `make security`.
  @Suite struct SignInCells {
    static let isWhole = ProcessInfo.processInfo.environment["REHEARSE_SECURITY"] != nil

    @Test(arguments: SignInTable.all.filter { isWhole || $0.isPairwise }) func ends(_ cell: SignInCell) throws {
      let cluster = try KafkaCluster.secured()
      let topic = try cluster.openTopic()
      let folder = try Folder()
      let ended = try SecuredScenario(
        brokers: cluster.bootstrap(cell.listener), topic: topic, tls: cell.tls.map(cluster.filled),
        auth: cell.auth.map(cluster.filled)
      ).run(in: folder)
      let count = try cluster.end(of: topic, partition: 0)
      switch cell.end {
      case .passed:
        #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
        #expect(count == 10)
      case .refused(let code, let sentence):
        #expect(ended.code == code, "\(ended.output)\(ended.errors)")
        let who = cell.auth == nil ? "a client without authentication" : "the identity of cluster.auth"
        let said = cluster.filled(sentence).replacing("LISTENER", with: cluster.bootstrap(cell.listener)).replacing(
          "WHO", with: who)
        #expect("\(ended.prose) \(ended.errors)".contains(said), "\(ended.output)\(ended.errors)")
        #expect(count == 0)
      }
      try folder.expectNoSecrets(ended)
    }
  }
}

extension KafkaCluster {
  /// A scenario's text with the folders of certificates and scripts in place of CERTS and SCRIPTS.
  func filled(_ text: String) -> String {
    text.replacing("CERTS", with: certificates.folder).replacing("SCRIPTS", with: "\(KafkaHome.repository)/Scripts")
  }

  /// A new topic that every user of the tests may write, read and describe.
  func openTopic(_ name: String = "open-\(UUID().uuidString.prefix(8))") throws -> String {
    try createTopic(name, partitions: 1)
    for user in ["loader", "batch", "service", "CN=client", "CN=branch-client"] {
      try allow("User:\(user)", [.write, .read, .describe, .describeConfigs], on: .topic(name))
    }
    return name
  }
}
