import FoundationEssentials
import Testing

/// Brokers that hold the client back because of a quota: seen, added up, and named as the cause.
extension EndToEndTests.OnKafka.Faults {
  /// Sets a quota of every client of this program while `body` runs.
  private static func with<Result>(
    _ quota: String, on kafka: KafkaCluster, _ body: () throws -> Result
  ) throws -> Result {
    let client = ["--entity-type", "clients", "--entity-name", "rehearse"]
    try kafka.tool(.configs, ["--alter", "--add-config", quota] + client)
    defer {
      let name = String(quota.prefix { $0 != "=" })
      do { try kafka.tool(.configs, ["--alter", "--delete-config", name] + client) } catch {
        Issue.record("the quota stays: \(error)")
      }
    }
    return try body()
  }

  @Test func aQuotaOfTheProducerIsTheClusters() throws {
    let kafka = try KafkaCluster.shared()
    let folder = try Folder()
    let topic = "quota-producer"
    try kafka.createTopic(topic, partitions: 1)
    let scenario = KafkaScenario(
      brokers: kafka.bootstrap(), topic: topic,
      stages: "[{name: s, rate: 2k/s, duration: 6s, expect: [ack_latency_p99 < 100ms]}]")
    let ended = try Self.with("producer_byte_rate=20000", on: kafka) {
      try scenario.run(in: folder, deadline: 120)
    }
    #expect(ended.code == 11, "\(ended.output)\(ended.errors)")
    #expect(ended.prose.contains("note: brokers held this client back for "), "\(ended.output)")
    #expect(ended.prose.contains(", while brokers held this client back for "), "\(ended.output)")
    for stage in try folder.stages() {
      #expect(try #require(Double(stage["throttle_s"])) > 0, "\(stage["stage"])")
      #expect(try #require(Double(stage["client_cpu_us_per_message"])) > 0)
    }
    #expect(try folder.report("test", "junit.xml").contains("brokers held this client back for "))
    #expect(try folder.report("test", "run.json").contains("brokers held this client back for "))
  }

  @Test func aQuotaOfTheReaderIsNamedWhereReadingWasGivenUp() throws {
    let kafka = try KafkaCluster.shared()
    let folder = try Folder()
    let topic = "quota-reader"
    try kafka.createTopic(topic, partitions: 1)
    let scenario = KafkaScenario(
      brokers: kafka.bootstrap(), topic: topic, stages: "[{name: s, rate: 2k/s, duration: 4s, measure: false}]",
      within: "3s")
    let ended = try Self.with("consumer_byte_rate=2000", on: kafka) {
      try scenario.run(in: folder, deadline: 120)
    }
    let prose = ended.prose
    #expect(ended.code == 22, "\(ended.output)\(ended.errors)")
    #expect(prose.contains("brokers held the reader back for "), "\(ended.output)")
    let stages = try folder.stages()
    // The reader's is in the row of the whole run only.
    #expect(stages.first?["throttle_s"] == "0.000")
    #expect(try #require(Double(stages.last?["throttle_s"] ?? "")) > 0)
  }
}

/// A topic that takes small batches only, and a client that takes small messages only.
@Suite struct Sizes {
  @Test func onlyMessagesThatAreTooLargeAreRejected() throws {
    let kafka = try KafkaCluster.shared()
    let folder = try Folder()
    try kafka.tool(
      .topics, ["--create", "--topic", "small-batches", "--partitions", "1", "--config", "max.message.bytes=2000"])
    let scenario = """
      version: 1
      name: test
      cluster: {brokers: "\(kafka.bootstrap())"}
      topics: {t: {name: small-batches, create: never}}
      templates:
        small: {format: string, key: "k{{seq}}", value: "small {{seq}}", headers: {kind: small}}
        large: {format: string, value: "large {{seq}}", size: 3000B}
      stages:
        - {name: mixed, count: 2000, mix: {small: 999, large: 1}, expect: [rejected == 2]}
        - {name: after, count: 1000, template: small}
      verify: {within: 5s}

      """
    let file = try folder.write(scenario, to: "test.yaml")
    let ended = try Program.run(["run", file, "--report-dir", folder.path("Reports")], in: folder)
    #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
    #expect(ended.prose.contains("takes batches of at most 2,000 bytes"), "\(ended.output)")
    let stages = try folder.stages()
    #expect(stages.map { $0["rejected"] } == ["2", "0", "2"])
    #expect(stages.map { $0["found"] } == ["1998", "1000", "2998"])
  }
}
