import Glibc
import Kafka
import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests {
  /// A client that failed ends its stage with 20, and what it did not send counts as unsent.
  @Suite struct ClientFatal {
    @Test func isInfrastructure() throws {
      let folder = try Folder()
      let mock = try MockCluster()
      mock.push(Array(repeating: 45, count: 5), to: .produce)
      var rehearsed = Rehearsed(stages: "[{name: s, rate: 2k/s, duration: 1s, measure: false}]")
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      rehearsed.limits.grace = .seconds(1)
      let result = try rehearsed.run(in: folder)
      #expect(result.exits.first == .infrastructure)
      let stage = try result.stage("s")
      #expect(stage.problem?.code == "infrastructure.client-fatal")
      #expect(stage.send[.rejected] == 0 && stage.send[.unsent] > 0)
      #expect(stage.outcome(.rejected) == .held)
    }
  }

  /// This process is suspended while it sends: what was measured over that time proves nothing about the system.
  @Suite struct Suspended {
    private static func run(_ stage: String, stopFor seconds: UInt32) throws -> (Program.Ended, [ReportedStage]) {
      let folder = try Folder()
      let scenario = KafkaScenario(brokers: "embedded", topic: "orders", stages: "[\(stage)]", partitions: 2)
      let program = try scenario.start(in: folder)
      // Once the run has its folder it sends within a moment.
      try #require(eventually(within: 20) { access(folder.path("Reports/test"), F_OK) == 0 })
      usleep(1_500_000)
      program.signal(SIGSTOP)
      sleep(seconds)
      program.signal(SIGCONT)
      let ended = try program.wait(deadline: 90)
      return (ended, try folder.stages())
    }

    @Test func isNoFailureOfTheSystem() throws {
      let (ended, stages) = try Self.run(
        """
        {name: s, rate: 200/s, duration: 5s, expect: [ack_latency_max < 2s, service_latency_max < 2s, \
        end_to_end_latency_max < 2s, ack_gap_max < 2s, read_gap_max < 2s]}
        """, stopFor: 4)
      #expect(ended.code == 21, "\(ended.output)\(ended.errors)")
      #expect(ended.prose.contains("(suspended, or the machine was busy)"), "\(ended.output)")
      #expect(try #require(stages.first)["expectations_broken"] == "0")
    }

    /// The bound is far below what it was suspended for, and above what is left without that.
    @Test func aRateIsNotBrokenByIt() throws {
      let (ended, _) = try Self.run(
        "{name: s, rate: max, duration: 4s, measure: true, expect: [throughput >= 1000GB/s]}", stopFor: 2)
      #expect(ended.code == 21, "\(ended.output)\(ended.errors)")
    }
  }
}
