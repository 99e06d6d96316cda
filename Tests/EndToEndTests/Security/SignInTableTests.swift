import FoundationEssentials
import Testing

extension EndToEndTests.OnKafka {
  /// Every way to sign in, right and wrong, against a real broker. The pairwise subset runs always, the rest by `make security`.
  @Suite struct SignInCells {
    static let isWhole = ProcessInfo.processInfo.environment["REHEARSE_SECURITY"] != nil

    private static let cells = SignInTable.all.filter { isWhole || $0.isPairwise }

    private func scenario(_ cell: SignInCell, _ cluster: KafkaCluster, _ topic: String) -> SecuredScenario {
      SecuredScenario(
        brokers: cluster.bootstrap(cell.listener), topic: topic, tls: cell.tls.map(cluster.filled),
        auth: cell.auth.map(cluster.filled))
    }

    @Test(arguments: cells) func ends(_ cell: SignInCell) throws {
      let cluster = try KafkaCluster.secured()
      let topic = try cluster.openTopic()
      let folder = try Folder()
      let ended = try scenario(cell, cluster, topic).run(in: folder)
      let count = try cluster.end(of: topic, partition: 0)
      switch cell.end {
      case .passed:
        #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
        #expect(count == 10)
      case .refused(let code, let sentence):
        #expect(ended.code == code, "\(ended.output)\(ended.errors)")
        let said = cluster.filled(sentence, of: cell)
        #expect("\(ended.prose) \(ended.errors)".contains(said), "\(ended.output)\(ended.errors)")
        #expect(count == 0)
      }
      try folder.expectNoSecrets(ended)
    }

    /// `check --connect` finds the same, with what to try beside the caret.
    @Test(arguments: cells.filter { isWhole || $0.tls == nil }) func isCheckedBeforeARun(_ cell: SignInCell) throws {
      let cluster = try KafkaCluster.secured()
      let topic = try cluster.openTopic()
      let folder = try Folder()
      let ended = try scenario(cell, cluster, topic).check(in: folder, ["--connect"])
      switch cell.end {
      case .passed:
        #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
        #expect(
          ended.output.contains("topic \"\(topic)\": exists, with 1 partition, replication 1\n"), "\(ended.output)")
      case .refused(let code, let sentence):
        #expect(ended.code == code, "\(ended.output)\(ended.errors)")
        for part in cluster.filled(sentence, of: cell).split(separator: "; ", maxSplits: 1) {
          #expect(ended.errors.contains(part), "\(ended.output)\(ended.errors)")
        }
      }
      #expect(try cluster.end(of: topic, partition: 0) == 0)
      try folder.expectNoSecrets(ended)
    }
  }
}

extension KafkaCluster {
  /// A scenario's text with the folders of certificates and scripts in place of CERTS and SCRIPTS.
  func filled(_ text: String) -> String {
    text.replacing("CERTS", with: certificates.folder).replacing("SCRIPTS", with: "\(KafkaHome.repository)/Scripts")
  }

  /// A sentence of `SignInSentence` with what it has placeholders for.
  func filled(_ sentence: String, of cell: SignInCell) -> String {
    filled(sentence).replacing("LISTENER", with: bootstrap(cell.listener)).replacing("WHO", with: cell.who)
  }

  /// A new topic that users of the tests may write, read and describe.
  func openTopic(_ name: String = "open-\(UUID().uuidString.prefix(8))") throws -> String {
    try createTopic(name, partitions: 1)
    for user in ["loader", "batch", "service", "CN=client", "CN=branch-client"] {
      try allow("User:\(user)", [.write, .read, .describe, .describeConfigs], on: .topic(name))
    }
    return name
  }
}
