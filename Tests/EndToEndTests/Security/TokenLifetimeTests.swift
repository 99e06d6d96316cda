import FoundationEssentials
import Testing

extension EndToEndTests.OnKafka {
  /// A token of 30 s in a run of two minutes, where brokers end a connection with its token: it is asked for again in time,
  /// and nothing is lost, with a client that authenticates again and with one that is cut off.
  @Suite(.enabled(if: SignInCells.isWhole, "two minutes long: make security"))
  struct TokenLifetimes {
    @Test func aTokenEndsSeveralTimesDuringARun() throws {
      let cluster = try KafkaCluster.secured()
      let folder = try Folder()
      let topic = try cluster.openTopic()
      let asked = folder.path("asked")
      let token = "{mechanism: OAUTHBEARER, token: {command: \"SCRIPTS/test-token service 30 \(asked)\"}}"
      let ended = try SecuredScenario(
        brokers: cluster.bootstrap(.token), topic: topic, tls: cluster.filled(Truststore.pem.rawValue),
        auth: cluster.filled(token), stages: "[{name: s, rate: 100/s, duration: 2m, measure: false}]"
      ).run(in: folder, deadline: 240)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      let times = try folder.read("asked").split(separator: "\n").compactMap { Int($0) }
      // Four lives of a token in two minutes, and at most one more for what is read back.
      #expect((4...8).contains(times.count), "\(times)")
      #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 < 30 }, "\(times)")
      let stage = try #require(try folder.stages().first)
      #expect(
        try stage.counts("acknowledged", "found", "lost", "rejected", "duplicated")
          == ["acknowledged": 12000, "found": 12000, "lost": 0, "rejected": 0, "duplicated": 0])
      #expect(try cluster.end(of: topic, partition: 0) == 12000)
    }
  }
}
