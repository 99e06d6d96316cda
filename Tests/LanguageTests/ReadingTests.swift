import Diagnostics
import Language
import SampleScenarios
import Scenarios
import Templates
import Testing

@Suite struct ReadingTests {
  private static func scenario(_ text: String) throws -> Scenario {
    let reading = SampleScenario(text, path: "a.yaml").reading
    return try #require(reading.scenario, "\(reading.describeAll())")
  }

  @Test func everythingThatCanBeWritten() throws {
    let scenario = try Self.scenario(
      """
      # yaml-language-server: $schema=scenario.v1.schema.json
      version: 1
      name: login-events
      seed: 42
      cluster:
        brokers: kafka-1:9092, [::1]:9093
        librdkafka: {linger.ms: 5, enable.idempotence: true, client.id: no}
      topics:
        useractivity: {name: user.activity, partitions: 6, replication: 3, create: by-broker}
        dlq:
      templates:
        login:
          format: json
          key: user-{{seq}}
          value: |
            {"n": {{seq}}, "at": "{{ stage.name }}/{{run.id}}", "nested": {"a":{{seq}}}}
        event: {value: it's here, key: 42}
        plain: {value: ""}
      defaults: {topic: useractivity, template: login, rate: 500/s, measure: false}
      stages:
        - {name: warm-up, duration: 10s}
        - {name: peak, rate: 1.5M/min, count: 100k, measure: true, template: event, partition: sticky}
        - {name: "2", rate: max, count: 1.5M, duration: 1h30m, topic: dlq, partition: 3, template: plain}
      verify: {mode: after, within: 250ms, at_most: 2d}
      """)
    #expect(scenario.name == "login-events")
    #expect(scenario.seed == .fixed(42))
    #expect(scenario.cluster.brokers == .addresses(["kafka-1:9092", "[::1]:9093"]))
    #expect(scenario.cluster.librdkafka.map(\.name) == ["linger.ms", "enable.idempotence", "client.id"])
    #expect(scenario.cluster.librdkafka.map(\.value) == ["5", "true", "no"])
    #expect(scenario.topics.map(\.name) == ["user.activity", "dlq"])
    #expect(scenario.topics.map(\.partitions) == [6, nil])
    #expect(scenario.topics.map(\.replication) == [3, nil])
    #expect(scenario.topics.map(\.create) == [.byBroker, .ifMissing])
    #expect(scenario.templates.map(\.name) == ["login", "event", "plain"])
    #expect(scenario.templates.map(\.format) == [.json, .string, .string])
    #expect(scenario.templates[0].key?.source == "user-{{seq}}")
    let value = #"{"n": {{seq}}, "at": "{{ stage.name }}/{{run.id}}", "nested": {"a":{{seq}}}}"#
    #expect(scenario.templates[0].value?.source == "\(value)\n")
    #expect(scenario.templates[1].key?.pieces == [.literal(Array("42".utf8))])
    #expect(scenario.templates[2].value?.pieces == [])
    #expect(scenario.stages.map(\.name) == ["warm-up", "peak", "2"])
    #expect(
      scenario.stages.map(\.schedule.profile) == [
        .constant(Rate(messages: 1, per: 2_000_000)), .constant(Rate(messages: 1, per: 40_000)), .maximum,
      ])
    #expect(scenario.stages.map(\.schedule.count) == [nil, 100_000, 1_500_000])
    #expect(scenario.stages.map(\.schedule.duration) == [10_000_000_000, nil, 5_400_000_000_000])
    #expect(scenario.stages.map(\.schedule.total) == [5000, 100_000, 1_500_000])
    #expect(scenario.stages.map(\.template) == [0, 1, 2])
    #expect(scenario.stages.map(\.topic) == [0, 0, 1])
    #expect(scenario.stages.map(\.partition) == [.byKey, .sticky, .fixed(3)])
    #expect(scenario.stages.map(\.measured) == [false, true, false])
    #expect(scenario.stages[1].range.start == SourcePosition(line: 22, column: 12))
    #expect(scenario.verify == Verify(mode: .after, within: 250_000_000, atMost: 172_800_000_000_000))
  }

  @Test func theLanguagesDefaults() throws {
    let scenario = try Self.scenario(
      """
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {}}
      templates: {order: {value: "order {{seq}}"}}
      stages: [{name: all, count: 10}]
      """)
    #expect(scenario.seed == .derived(fromName: "orders"))
    #expect(scenario.cluster.brokers == .embedded)
    #expect(scenario.cluster.brokersRange?.start == SourcePosition(line: 3, column: 20))
    #expect(scenario.topics.map(\.create) == [.ifMissing])
    #expect(scenario.stages.map(\.schedule.profile) == [.maximum])
    #expect(scenario.stages.map(\.partition) == [.sticky])
    #expect(scenario.stages.map(\.measured) == [true])
    #expect(scenario.verify == Verify(mode: .tail, within: 30_000_000_000, atMost: nil))
  }

  @Test(arguments: [
    ("seed: random", Seed.random), ("seed: 0", .fixed(0)), ("seed: \"18446744073709551615\"", .fixed(.max)),
    // FNV-1a of "orders", by the reference implementation, folded to 53 bits.
    ("", .fixed((fnv1a("orders") >> 53) ^ (fnv1a("orders") % (1 << 53)))),
  ]) func seeds(_ text: String, _ expected: Seed) throws {
    let scenario = try Self.scenario(
      """
      \(text)
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {}}
      templates: {order: {value: a}}
      stages: [{name: all, count: 10}]
      """)
    #expect(scenario.seed == expected)
  }
}

@Suite struct SeedTests {
  /// Seeds that are chosen here have at most 53 bits, made of all 64.
  @Test(
    arguments: [(0, 0), (1, 1), (1 << 53, 1), ((1 << 53) - 1, (1 << 53) - 1), (.max, (1 << 53) - 1 - 0x7FF)]
      as [(UInt64, UInt64)])
  func isChosen(_ bits: UInt64, _ seed: UInt64) { #expect(Seed.chosen(bits) == seed) }

  @Test func ofEveryName() {
    for number in 0..<10_000 {
      guard case .fixed(let seed) = Seed.derived(fromName: "scenario-\(number)") else { continue }
      #expect(seed < Seed.mostExact)
    }
  }

  @Test func aGreaterOneIsWarnedAbout() {
    #expect(Seed.warning(about: 1 << 53) == nil)
    #expect(Seed.warning(about: (1 << 53) + 1) != nil)
  }
}

private func fnv1a(_ text: String) -> UInt64 {
  text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
}
