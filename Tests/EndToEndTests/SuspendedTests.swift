import Glibc
import Testing

extension EndToEndTests {
  /// This process is suspended while it sends: what was measured over that time proves nothing about the system.
  @Suite struct Suspended {
    @Test func isNoFailureOfTheSystem() throws {
      let folder = try Folder()
      let stage = """
        {name: s, rate: 200/s, duration: 8s, expect: [ack_latency_max < 2s, service_latency_max < 2s, \
        end_to_end_latency_max < 2s, ack_gap_max < 2s, read_gap_max < 2s, duration < 8500ms]}
        """
      let program = try KafkaScenario(brokers: "embedded", topic: "orders", stages: "[\(stage)]", partitions: 2)
        .start(in: folder)
      try #require(program.hasSent)
      program.signal(SIGSTOP)
      sleep(4)
      program.signal(SIGCONT)
      let ended = try program.wait(deadline: 90)
      #expect(ended.code == 21, "\(ended.output)\(ended.errors)")
      #expect(ended.prose.contains("during the stage (suspended, or the machine was busy)"), "\(ended.output)")
      #expect(ended.prose.contains("note: this process was stopped for "), "\(ended.output)")
      #expect(try #require(try folder.stages().first)["expectations_broken"] == "0")
    }
  }
}
