import Diagnostics
import FoundationEssentials
import Scenarios
import Templates
import Testing

@testable import Language

/// Sinks, groups and actions as values.
@Suite struct SinkReadingTests {
  struct Held: Sendable, CustomTestStringConvertible {
    var name: String
    /// The value of `sinks:`, of which the last is looked at.
    var sinks: String
    /// Stages, and templates in brackets.
    var holds: String
    var testDescription: String { name }
  }

  /// Two stages post, one of them two templates; one must be refused, one sends to a topic.
  private static let stages = """
    topics: {orders: {}, done: {}}
    templates:
      good: {format: json, value: '{"id": "{{id}}"}'}
      bad: {format: json, value: '{"id": "{{id}}", "bad": true}'}
    stages:
      - {name: first, to: api, template: good, count: 10}
      - {name: mixed, to: api, mix: {good: 9, bad: 1}, count: 10}
      - {name: refused, to: api, template: bad, count: 10, expect: [refused == 422]}
      - {name: direct, topic: orders, template: good, count: 10}
    """

  @Test(arguments: [
    Held(name: "every stage that posts", sinks: "{done: {identity: {json: $.id}}}", holds: "first mixed"),
    Held(name: "all", sinks: "{done: {identity: {json: $.id}, holds: all}}", holds: "first mixed"),
    Held(name: "some", sinks: "{done: {identity: {json: $.id}, holds: some}}", holds: "some of first mixed"),
    Held(name: "of a topic", sinks: "{done: {identity: {json: $.id}, from: orders}}", holds: "direct"),
    Held(
      name: "of another sink",
      sinks: "{done: {identity: {json: $.id}, holds: {stages: [mixed]}}, stored: {command: [a], from: done}}",
      holds: "mixed"),
    Held(
      name: "templates", sinks: "{done: {identity: {json: $.id}, holds: {templates: [bad]}}}", holds: "mixed [bad]"),
    Held(
      name: "templates of another sink",
      sinks: "{done: {identity: {json: $.id}, holds: {templates: [good]}}, stored: {command: [a], from: done}}",
      holds: "first mixed [good]"),
    Held(
      name: "a stage that must be refused, where it is named",
      sinks: "{done: {identity: {json: $.id}, holds: {stages: [refused, first]}}}", holds: "first refused"),
    Held(
      name: "a stage of a topic, where it is named",
      sinks: "{done: {identity: {json: $.id}, holds: {stages: [direct]}}}",
      holds: "direct"),
    Held(
      name: "any of several", sinks: "{a: {command: [a]}, done: {identity: {json: $.id}}, any: {any_of: [a, done]}}",
      holds: "first mixed"),
  ]) func whatASinkHolds(_ sample: Held) throws {
    let scenario = try SystemSample.scenario("\(Self.stages)\nsinks: \(sample.sinks)")
    let sink = try #require(scenario.sinks.last)
    let stages = sink.heldStages.map { scenario.stages[$0].name }.joined(separator: " ")
    let templates = sink.heldTemplates.map { " [\($0.map { scenario.templates[$0].name }.joined(separator: " "))]" }
    #expect((sink.extent == .some ? "some of " : "") + stages + (templates ?? "") == sample.holds)
  }

  @Test func verifyGivesDefaults() throws {
    let verify = "verify: {within: 10s, at_most: 5m, isolation: read_uncommitted, mode: after}"
    let plain = try #require(try SystemSample.scenario("").sinks.first)
    #expect(plain.within == Sink.usualPatience && plain.mode == .tail && plain.isolation == .readCommitted)
    #expect(plain.copies == 1 && plain.origin == .acknowledged && plain.source == .topic(1) && plain.reader == 0)
    let own = try #require(try SystemSample.scenario(verify).sinks.first)
    #expect(own.within == .seconds(10) && own.atMost == .minutes(5))
    #expect(own.mode == .after && own.isolation == .readUncommitted)
    let over = try #require(
      try SystemSample.scenario("\(verify)\nsinks: {done: {identity: key, within: 5s, mode: tail}}").sinks.first)
    #expect(over.within == .seconds(5) && over.mode == .tail && over.identity == .key)
    let later = try #require(try SystemSample.scenario("verify: {mode: later}").sinks.first)
    #expect(later.mode == .later)
  }

  @Test func aCommandIsRead() throws {
    let scenario = try SystemSample.scenario(
      """
      vars: {table: orders}
      x-psql: &psql [psql, -At, "{{vars.table}}"]
      sinks:
        stored:
          command: *psql
          input: "select id from {{vars.table}} where id like '{{run.tag}}%' {{ '{{' }}"
          environment: {PGPASSWORD: "${PGPASSWORD}", PGUSER: "${PGUSER:-postgres}", URL: "http://u:${PGPASSWORD}@h/"}
          every: 5s
          group: consumers
      groups: {consumers: {name: order-consumers, topics: [done, orders, done], every: 2s}}
      """, variables: ["PGPASSWORD": "hunter2"])
    let sink = try #require(scenario.sinks.first)
    guard case .command(let query) = sink.source else { Issue.record("no command"); return }
    #expect(sink.identity == .line && sink.group == 0)
    #expect(query.words.map { $0.text(tag: "r123456") } == ["psql", "-At", "orders"])
    #expect(query.input.text(tag: "r123456") == "select id from orders where id like 'r123456%' {{")
    #expect(query.every == .seconds(5))
    #expect(query.environment.map(\.name) == ["PGPASSWORD", "PGUSER", "URL"])
    #expect(
      query.environment.map(\.value.secret?.source) == [.environment("PGPASSWORD"), nil, .text("http://u:hunter2@h/")])
    #expect(query.environment[1].text?.text(tag: "") == "postgres")
    #expect(scenario.groups[0].group == "order-consumers" && scenario.groups[0].topics == [1, 0])
    #expect(scenario.secrets.map(\.title) == ["PGPASSWORD of sink \"stored\"", "URL of sink \"stored\""])
  }

  @Test func fieldsAreRead() throws {
    let sink = try #require(
      try SystemSample.scenario(
        """
        sinks:
          done:
            identity: {json: "$.ids[*]"}
            where: {$.type: login, $.n: 7, $.ok: true, key: k}
            same: {key: $.id, '$["a b"][0]': $.b.c}
        """
      ).sinks.first)
    #expect(sink.identity == .json(FieldPath(text: "$.ids[*]", steps: [.member("ids"), .each])))
    #expect(sink.conditions.map(\.field.text) == ["$.type", "$.n", "$.ok", "key"])
    #expect(sink.conditions.map(\.value) == ["login", "7", "true", "k"])
    #expect(
      sink.comparisons.map(\.record) == [
        .key, .path(FieldPath(text: #"$["a b"][0]"#, steps: [.member("a b"), .element(0)])),
      ])
    #expect(sink.comparisons.map(\.message.text) == ["$.id", "$.b.c"])
  }

  @Test func actionsAreOnTheTimeLine() throws {
    let scenario = try SystemSample.scenario(
      """
      stages: [{name: all, to: api, count: 10}, {name: rest, pause: 5s}, {name: more, to: api, count: 10}]
      actions:
        - {name: early, at: 1s, run: [docker, ps, --format, "{{.Names}}"]}
        - {name: late, at: {with: more, delay: 2s}, run: [a], for: 5s, then: [b, c], within: 2m}
        - {name: paused, at: {with: rest}, run: [a]}
      """)
    #expect(scenario.actions.map(\.start) == [.at(.seconds(1)), .with(2, delay: .seconds(2)), .with(1, delay: .zero)])
    #expect(scenario.actions[0].run == ["docker", "ps", "--format", "{{.Names}}"])
    #expect(scenario.actions[1].then == ["b", "c"] && scenario.actions[1].pause == .seconds(5))
    #expect(scenario.actions.map(\.within) == [.seconds(60), .minutes(2), .seconds(60)])
  }

  @Test func aReaderOfItsOwnSignsIn() throws {
    let scenario = try SystemSample.scenario(
      """
      identities: {auditor: {mechanism: SCRAM-SHA-512, username: a, password: {env: A}}}
      sinks: {done: {identity: key, auth: auditor}}
      """)
    #expect(scenario.identities[scenario.sinks[0].reader].name.text == "auditor")
  }

  /// The scenarios that the repository has for systems under test.
  @Test(arguments: ["system-a-service", "system-b", "system-c-demo-1", "system-c-demo-2", "system-d"])
  func theScenariosAreClean(_ name: String) throws {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let text = try String(contentsOfFile: "/\(root)/Scenarios/systems/\(name).yaml", encoding: .utf8)
    let reading = ScenarioReader.read(Array(text.utf8), path: "\(name).yaml")
    #expect(reading.diagnostics.isEmpty, "\(reading.describeAll())")
    #expect(reading.scenario?.name == name)
  }
}
