import Glibc
import Kafka
import Testing

private let wantedKills = getenv("REHEARSE_KILLS").flatMap { Int(String(cString: $0)) } ?? 0

extension EndToEndTests.OnKafka {
  /// The number of fatal errors of idempotent producers at 5,000/s when a partition's leader is killed and started again, by
  /// `make kills`. They are a known fault of librdkafka before 2.5, so only the count and the truth of the reports are tested.
  @Suite(.enabled(if: wantedKills > 0, "they take minutes: make kills")) struct Kills {
    @Test func ofTheLeader() throws {
      let cluster = try KafkaCluster.trio()
      try cluster.createTopic("kills", partitions: 6)
      var codes: [Int32: Int] = [:]
      var fatal: [String] = []
      for kill in 1...wantedKills {
        let folder = try Folder()
        let end = try cluster.end(of: "kills", partition: 0)
        let program = try KafkaScenario(
          brokers: cluster.bootstrap(), topic: "kills",
          stages: "[{name: s, rate: 5k/s, duration: 5s, measure: false}]", partitions: 6, within: "60s"
        ).start(in: folder)
        try #require(
          eventually(within: 30, every: 0.05) { (try? cluster.end(of: "kills", partition: 0)) ?? 0 > end + 500 })
        let leader = try cluster.broker(try cluster.leaders(of: "kills")[kill % 6])
        leader.kill()
        try leader.start(within: 120)
        let ended = try program.wait(deadline: 240)
        codes[ended.code, default: 0] += 1
        if ended.output.contains("infrastructure.client-fatal") {
          fatal.append("kill \(kill): \(try folder.report("test", "client.log").split(separator: "\n").last ?? "")")
        }
        let stage = try #require(try folder.stages().first)
        for column in ["lost", "duplicated", "corrupted"] { #expect(try stage.count(column) == 0, "\(column)") }
        print("kill \(kill) of \(wantedKills): exit \(ended.code), fatal errors so far \(fatal.count)")
        try cluster.restore()
      }
      print("librdkafka \(ClientLibrary.version): \(fatal.count) fatal errors in \(wantedKills) kills; exits \(codes)")
      for line in fatal { print(line) }
    }
  }
}
