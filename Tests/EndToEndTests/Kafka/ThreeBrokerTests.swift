import Dispatch
import Kafka
import Load
import Scenarios
import Synchronization
import Testing
import Verification

extension EndToEndTests.OnKafka {
  /// Three brokers and three replicas: one of them fails, and nothing is falsely counted as lost.
  @Suite struct ThreeBrokers {
    /// A scenario in this process, and what happens to the brokers meanwhile: after `delay` seconds.
    private func run(
      _ scenario: KafkaScenario, after delay: Double, _ fault: @escaping @Sendable () throws -> Void
    ) throws -> RunResult {
      let happened = Mutex<Result<Void, any Error>?>(nil)
      DispatchQueue.global().asyncAfter(deadline: .now() + delay) { @Sendable in
        let result = Result { try fault() }
        happened.withLock { $0 = result }
      }
      let result = try Rehearsed(scenario.text).run(in: try Folder())
      #expect(eventually(within: 40) { happened.withLock { $0 != nil } }, "the run was over before the fault")
      try happened.withLock { $0 }?.get()
      return result
    }

    /// A topic of one partition, and the broker that leads it.
    private func topic(_ name: String, on cluster: KafkaCluster) throws -> KafkaBroker {
      try cluster.createTopic(name, partitions: 1)
      return try cluster.broker(try cluster.leaders(of: name)[0])
    }

    @Test func oneIsKilledDuringTheRun() throws {
      let cluster = try KafkaCluster.trio()
      let leader = try topic("killed", on: cluster)
      defer { #expect(throws: Never.self) { try cluster.restore() } }
      let result = try run(
        KafkaScenario(
          brokers: cluster.bootstrap(), topic: "killed",
          stages: "[{name: s, rate: 1k/s, duration: 8s, measure: false}]", within: "30s"),
        after: 3
      ) { leader.kill() }
      let stage = try result.stage("s")
      #expect(stage.send[.acknowledged] == 8000)
      #expect(stage.read?[.found] == 8000)
      #expect(stage.read?[.lost] == 0)
      #expect(result.exits == [.passed], "\(result.problems)")
      try cluster.restore()
      #expect(try cluster.count(of: "killed") == 8000)
    }

    /// The bootstrap addresses answer, the leader of the topic does not, and there is no other replica.
    @Test func theLeaderIsPausedWhenItIsAskedAtTheStart() throws {
      let cluster = try KafkaCluster.trio()
      let leader = cluster.brokers[0]
      try cluster.tool(.topics, ["--create", "--topic", "asked-first", "--replica-assignment", "\(leader.id)"])
      defer { #expect(throws: Never.self) { try cluster.restore() } }
      leader.pause()
      let folder = try Folder()
      let ended = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: "asked-first", stages: "[{name: s, count: 10}]"
      ).run(in: folder, deadline: 20)
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
      #expect(ended.prose.contains("asked-first[0]"), "\(ended.output)")
      #expect(try folder.stages().first?["verdict"] == "skipped")
    }

    /// The leader has acknowledged everything, and is asked for its end offset twice, a second apart: in between it is paused.
    /// The other brokers elect a leader within 6 s, which answers.
    @Test func theLeaderIsPausedWhenItIsAskedAtTheEnd() throws {
      let cluster = try KafkaCluster.trio()
      let leader = try topic("asked-last", on: cluster)
      defer { #expect(throws: Never.self) { try cluster.restore() } }
      let asker = try ClientHandle.prober(
        ClientProfile(bootstrap: cluster.brokers.map { $0.address() }, isEmbedded: false, written: []).prober)
      defer { asker.close() }
      let result = try run(
        KafkaScenario(
          brokers: cluster.bootstrap(), topic: "asked-last",
          stages: "[{name: s, rate: 500/s, duration: 4s, measure: false}]",
          // Without reports of closed connections one answer is not enough.
          client: ["log.connection.close": "false"], within: "30s"),
        after: 0
      ) {
        let partition = TopicPartition(topic: "asked-last", partition: 0)
        let isThere = eventually(within: 20) {
          (try? asker.offsets(.end, of: [partition], timeout: .seconds(1))[0].get()) == 2000
        }
        leader.pause()
        guard isThere else { throw Unforeseen.notAllThere }
        guard cluster.elects(another: leader, of: "asked-last", within: 20) else { throw Unforeseen.noNewLeader }
      }
      let stage = try result.stage("s")
      #expect(stage.read?[.lost] == 0)
      #expect(stage.read?[.found] == 2000)
      #expect(result.exits == [.passed], "\(result.problems)")
    }

    private enum Unforeseen: Error {
      case notAllThere, noNewLeader
    }

    /// With acks from the leader alone, records that a paused follower has not replicated are acknowledged but not readable yet.
    @Test func aFollowerStaysBehind() throws {
      let cluster = try KafkaCluster.trio()
      let leader = try topic("behind", on: cluster)
      defer { #expect(throws: Never.self) { try cluster.restore() } }
      let follower = try #require(cluster.brokers.first { $0.id != leader.id })
      let result = try run(
        KafkaScenario(
          brokers: cluster.bootstrap(), topic: "behind",
          stages: "[{name: s, rate: 500/s, duration: 4s, measure: false}]",
          client: ["acks": "1"], within: "60s"),
        after: 2.5
      ) { follower.pause() }
      let stage = try result.stage("s")
      #expect(stage.send[.acknowledged] == 2000)
      #expect(stage.read?[.lost] == 0)
      #expect(stage.read?[.found] == 2000)
      #expect(result.exits == [.passed], "\(result.problems)")
    }
  }
}
