import Dispatch
import Glibc
import Synchronization
import Testing
import Verification

extension EndToEndTests.OnKafka {
  /// Minutes of faults on three brokers, by `make faults`. What is reported must be what an independent count shows.
  @Suite(.enabled(if: getenv("REHEARSE_FAULTS") != nil, "they take minutes: make faults")) struct Faults {
    /// Keyed and idempotent at 5,000/s, and a leader is killed and started again.
    @Test func aLeaderIsKilledAndStartedAgain() throws {
      let cluster = try KafkaCluster.trio()
      try cluster.createTopic("leader-killed", partitions: 6)
      let broker = try cluster.broker(try cluster.leaders(of: "leader-killed")[0])
      try staysWhole("leader-killed", on: cluster, seconds: 30) { program in
        guard program.hasSent else { return }
        broker.kill()
        try broker.start()
      }
    }

    /// Every broker is killed and started again, one after the other, each when the one before is in sync again.
    @Test func everyBrokerIsKilledInTurn() throws {
      let cluster = try KafkaCluster.trio()
      try cluster.createTopic("killed-in-turn", partitions: 6)
      try staysWhole("killed-in-turn", on: cluster, seconds: 45) { program in
        guard program.hasSent else { return }
        for broker in cluster.brokers {
          broker.kill()
          try broker.start()
          try cluster.restore()
        }
      }
    }

    /// As for an upgrade: each is ended in order and started again, when the one before is in sync again.
    @Test func everyBrokerIsRestartedInTurn() throws {
      let cluster = try KafkaCluster.trio()
      try cluster.createTopic("restarted-in-turn", partitions: 6)
      try staysWhole("restarted-in-turn", on: cluster, seconds: 45) { program in
        guard program.hasSent else { return }
        for broker in cluster.brokers {
          try broker.stop()
          try broker.start()
          try cluster.restore()
        }
      }
    }

    /// Runs at 5,000/s during `fault`, and checks the result against Kafka's own count.
    private func staysWhole(
      _ topic: String, on cluster: KafkaCluster, seconds: Int, _ fault: (Program) throws -> Void
    ) throws {
      let folder = try Folder()
      let program = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: topic,
        stages: "[{name: s, rate: 5k/s, duration: \(seconds)s, measure: false}]",
        partitions: 6,
        within: "60s"
      ).start(in: folder)
      try fault(program)
      let ended = try program.wait(deadline: 240)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      let stage = try #require(try folder.stages().first)
      let count = Int64(seconds) * 5000
      #expect(try stage.count("acknowledged") == count)
      #expect(try stage.count("found") == count)
      for column in ["lost", "duplicated", "reordered", "unseen", "corrupted"] {
        #expect(try stage.count(column) == 0, "\(column)")
      }
      try cluster.restore()
      #expect(try cluster.count(of: topic) == count)
    }

    /// Kafka's own tool deletes records before `mode: after` reads them: their exact number is reported.
    @Test func recordsAreDeletedBeforeTheyAreRead() throws {
      let cluster = try KafkaCluster.trio()
      try cluster.createTopic("deleted", partitions: 2)
      let folder = try Folder()
      let scenario = KafkaScenario(
        brokers: cluster.bootstrap(), topic: "deleted",
        stages: "[{name: s, rate: 500/s, duration: 12s, partition: round-robin}]", partitions: 2, mode: "after"
      )
      let program = try scenario.start(in: folder)
      #expect(eventually(within: 20) { program.hasSent })
      let plan = try folder.write(
        #"{"version": 1, "partitions": [{"topic": "deleted", "partition": 0, "offset": 700}]}"#, to: "plan.json")
      try cluster.tool(.deletion, ["--offset-json-file", plan])
      let ended = try program.wait(deadline: 60)
      #expect(ended.code == 22, "\(ended.output)\(ended.errors)")
      let stage = try #require(try folder.stages().first)
      #expect(try stage.count("trimmed") == 700)
      #expect(try stage.count("found") == 5300)
      #expect(try stage.count("lost") == 0)
    }

    /// With acks from the leader alone, a follower that was away becomes leader: what it never had is lost, and a reader
    /// that trusts its tail would not know (ARCHITECTURE.md, decision 10).
    @Test func anUncleanElectionLosesWhatWasAcknowledged() throws {
      let cluster = try KafkaCluster.trio()
      let (leader, follower) = (cluster.brokers[0], cluster.brokers[1])
      try cluster.tool(
        .topics,
        [
          "--create", "--topic", "unclean", "--replica-assignment", "\(leader.id):\(follower.id)", "--config",
          "unclean.leader.election.enable=true", "--config", "min.insync.replicas=1",
        ])
      defer { #expect(throws: Never.self) { try cluster.restore() } }
      let folder = try Folder()
      let program = try KafkaScenario(
        brokers: cluster.bootstrap(), topic: "unclean",
        stages: "[{name: s, rate: 500/s, duration: 45s, measure: false}]",
        client: ["acks": "1"], within: "60s"
      ).start(in: folder)
      #expect(eventually(within: 20) { program.hasSent })
      follower.pause()
      // Fenced after its session's 6 s, it is out of the in-sync replicas: from then on the leader acknowledges alone.
      #expect(eventually(within: 30) { (try? cluster.inSync(of: "unclean")) == 1 })
      let before = program.errorsSoFar
      #expect(eventually(within: 20) { program.errorsSoFar != before })
      leader.kill()
      follower.resume()
      let ended = try program.wait(deadline: 200)
      #expect(ended.code == 10, "\(ended.output)\(ended.errors)")
      let stage = try #require(try folder.stages().first)
      let dump = try cluster.dump("unclean")
      let values = Set(dump.map(\.value))
      let found = try stage.count("found") + stage.count("unknown_found")
      #expect(found == Int64(values.count))
      #expect(try stage.count("lost") > 0)
      #expect(try stage.count("lost") + stage.count("found") + stage.count("unseen") == stage.count("acknowledged"))
      let junit = try folder.report("test", "junit.xml")
      #expect(junit.contains("acknowledged at unclean[0]@"))
    }
  }
}
