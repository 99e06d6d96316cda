import Glibc
import Kafka
import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests.OnKafka {
  /// Actions that take a broker away, and bring it back.
  @Suite struct Actions {
    /// Two programs beside the scenario: `stop.sh` kills the broker, `start.sh` starts it and returns once it serves.
    private static func prepare(_ broker: KafkaBroker, in folder: Folder) throws {
      let pid = try #require(broker.pid)
      let port = broker.ports[.plaintext] ?? 0
      let command = broker.command.map { "'\($0)'" }.joined(separator: " ")
      _ = try folder.write("kill -KILL \(pid); echo killed; touch stopped\n", to: "stop.sh")
      _ = try folder.write(
        """
        \(command) </dev/null >>again.log 2>&1 &
        echo $! >again.pid
        until grep -q 'Kafka Server started' again.log && : </dev/tcp/127.0.0.1/\(port); do sleep 0.1; done 2>/dev/null
        echo serves
        """, to: "start.sh")
    }

    /// Ends the broker that `start.sh` left, and starts it as the tests' own.
    private static func restore(_ cluster: KafkaCluster, from folder: Folder) throws {
      if let pid = pid_t(((try? folder.read("again.pid")) ?? "").filter(\.isNumber)) {
        kill(pid, SIGKILL)
        #expect(eventually { kill(pid, 0) != 0 || !Port.isOpen(cluster.brokers[0].ports[.plaintext] ?? 0) })
      }
      try cluster.restore()
    }

    private static func scenario(_ cluster: KafkaCluster, _ topic: String, duration: String, pause: String) -> String {
      KafkaScenario(
        brokers: cluster.bootstrap(), topic: topic,
        stages: "[{name: s, rate: 200/s, duration: \(duration), measure: true}]", within: "40s"
      ).text + """
        actions:
          - {name: restart, at: 4s, run: [bash, stop.sh], for: \(pause), then: [bash, start.sh], within: 50s}
        """
    }

    @Test func aBrokerIsRestarted() throws {
      let cluster = try KafkaCluster.strict()
      try cluster.createTopic("restarted", partitions: 2)
      let folder = try Folder()
      try Self.prepare(cluster.brokers[0], in: folder)
      defer { #expect(throws: Never.self) { try Self.restore(cluster, from: folder) } }
      var rehearsed = Rehearsed(Self.scenario(cluster, "restarted", duration: "25s", pause: "4s"))
      // The broker is away for longer than that.
      rehearsed.limits.clusterLost = .seconds(2)
      let result = try rehearsed.run(in: folder)
      let stage = try result.stage("s")
      #expect(stage.send[.acknowledged] == 5000)
      #expect(stage.read?[.lost] == 0)
      #expect(!result.exits.contains(.infrastructure), "\(result.problems)")
      let action = try #require(result.actions?.first)
      #expect(action.outcome == .succeeded)
      #expect(action.thenOutcome == .succeeded)
      #expect(action.output == "killed\nserves\n")
      let (begun, ended, back) = (
        try #require(action.begun), try #require(action.ended), try #require(action.thenEnded)
      )
      #expect(ended - begun < .seconds(3))
      #expect(try #require(action.thenBegun) - ended >= .seconds(4))
      // No message was acknowledged while it was away.
      let gap = try #require(action.ackGapMax)
      #expect(gap >= .seconds(4) && gap <= back - begun + .seconds(20))
      #expect(try #require(action.recovery) >= .seconds(4))
      #expect((action.lost, action.duplicated) == (0, 0))
      #expect(try folder.report("test", "actions.csv").contains(",restart,succeeded,succeeded,"))
      // What it started lives on.
      let pid = try #require(pid_t(try folder.read("again.pid").filter(\.isNumber)))
      #expect(kill(pid, 0) == 0)
    }

    /// Between the two a signal comes: the broker is brought back before the program ends.
    @Test func aSignalBetweenTheTwoLeavesTheBrokerUp() throws {
      let cluster = try KafkaCluster.strict()
      try cluster.createTopic("interrupted", partitions: 2)
      let folder = try Folder()
      try Self.prepare(cluster.brokers[0], in: folder)
      defer { #expect(throws: Never.self) { try Self.restore(cluster, from: folder) } }
      let file = try folder.write(
        Self.scenario(cluster, "interrupted", duration: "10m", pause: "5m"), to: "test.yaml")
      let program = try Program(["run", file, "--report-dir", folder.path("Reports")], in: folder)
      #expect(eventually(within: 40) { access(folder.path("stopped"), F_OK) == 0 })
      #expect(eventually { !Port.isOpen(cluster.brokers[0].ports[.plaintext] ?? 0) })
      program.signal(SIGINT)
      let ended = try program.wait(deadline: 90)
      #expect(ended.code == 130, "\(ended.output)\(ended.errors)")
      #expect(Port.isOpen(cluster.brokers[0].ports[.plaintext] ?? 0))
      #expect(try folder.report("test", "actions.csv").contains(",restart,succeeded,succeeded,"))
    }
  }
}
