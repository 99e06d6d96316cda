import Diagnostics
import Scenarios
import Testing

@testable import Language

/// Targets as values: their defaults, their credentials, and what stages inherit.
@Suite struct TargetReadingTests {
  @Test func aURLIsATargetWithAllDefaults() throws {
    let target = try #require(try SystemSample.scenario("").targets.first)
    #expect(target.name == "api" && target.url == "http://localhost:8080/orders" && target.method == "POST")
    #expect(target.connections == 64 && target.timeout == .seconds(10) && target.keepAlive == .seconds(1))
    #expect(target.answers == AnswerRules() && target.access == TargetAccess() && target.ready == nil)
  }

  @Test func everyKeyIsRead() throws {
    let scenario = try SystemSample.scenario(
      """
      identities: {web: {mechanism: BASIC, username: u, password: {env: P}}}
      targets:
        api:
          url: https://[::1]:8443/orders?dry=1
          method: PUT
          ready: /health
          headers: {X-Tenant: load, X-Api-Key: {env: API_KEY}, Authorization: "${TOKEN}"}
          auth: web
          tls: {truststore: ca.pem}
          connections: 512
          timeout: 15s
          keep_alive: 4s
          acknowledged: [201, 2xx]
          rejected: [409]
      """, variables: ["TOKEN": "hunter2"])
    let target = try #require(scenario.targets.first)
    #expect(target.url == "https://[::1]:8443/orders?dry=1" && target.method == "PUT" && target.ready == "/health")
    #expect(target.headers.map(\.name) == ["X-Tenant", "X-Api-Key", "Authorization"])
    #expect(target.headers[0].value == .text("load"))
    #expect(target.headers.compactMap(\.value.secret?.source) == [.environment("API_KEY"), .environment("TOKEN")])
    guard case .basic("u", let password) = target.access.authorization else { Issue.record("not BASIC"); return }
    #expect(password.source == .environment("P") && target.access.name == "web")
    #expect(target.access.encryption?.truststore?.path == "ca.pem")
    #expect(target.connections == 512 && target.timeout == .seconds(15) && target.keepAlive == .seconds(4))
    #expect(target.answers.acknowledged == [.exactly(201), .hundreds(2)] && target.answers.rejected == [.exactly(409)])
    #expect(
      Set(scenario.secrets.map(\.title)) == [
        "password of identity \"web\"", "X-Api-Key of target \"api\"", "Authorization of target \"api\"",
      ])
  }

  /// The credentials of requests are no identity of Kafka's clients.
  @Test func aStageHasCredentialsOfItsOwn() throws {
    let scenario = try SystemSample.scenario(
      """
      identities: {web: {mechanism: BEARER, token: {env: T}}}
      targets: {api: {url: "https://localhost/", tls: {truststore: ca.pem}}}
      stages: [{name: all, to: api, auth: web, count: 10}, {name: none, to: api, auth: none, count: 10}]
      """)
    let access = scenario.stages.map(\.access)
    #expect(access[0]?.name == "web" && access[0]?.encryption?.truststore?.path == "ca.pem")
    #expect(access[1]?.authorization == TargetAccess.Authorization.none)
    #expect(scenario.identities == [.unauthenticated] && scenario.stages.allSatisfy { $0.identity == 0 })
    #expect(scenario.secrets.map(\.title) == ["token of identity \"web\""])
  }

  struct Inherited: Sendable, CustomTestStringConvertible {
    var name: String
    var yaml: String
    /// The destination of each stage: `to api`, `topic orders`.
    var destinations: [String]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Inherited(
      name: "a topic instead of an inherited target",
      yaml: "defaults: {to: api}\nstages: [{name: all, count: 10}, {name: direct, topic: orders, count: 10}]",
      destinations: ["to api", "topic orders"]),
    Inherited(
      name: "a target instead of an inherited topic",
      yaml: "defaults: {topic: orders}\nstages: [{name: all, to: api, count: 10}, {name: direct, count: 10}]",
      destinations: ["to api", "topic orders"]),
    Inherited(
      name: "a target drops what only clients of Kafka have",
      yaml:
        "defaults: {topic: orders, partition: 0, producers: 2, client: {idempotent: false}, librdkafka: {acks: 1}}\n"
        + "stages: [{name: all, to: api, count: 10}]",
      destinations: ["to api"]),
    Inherited(
      name: "extended",
      yaml: "stages: [{name: all, topic: orders, partition: 0, count: 10}, {name: posted, extends: all, to: api}]",
      destinations: ["topic orders", "to api"]),
    Inherited(
      name: "a target never takes the only topic",
      yaml: "topics: {done: {}}\nstages: [{name: all, to: api, count: 10}]",
      destinations: ["to api"]),
  ]) func theStrongerDestinationCounts(_ sample: Inherited) throws {
    let scenario = try SystemSample.scenario(sample.yaml)
    let destinations = scenario.stages.map { stage in
      switch stage.destination {
      case .topic(let index): "topic \(scenario.topics[index].name)"
      case .target(let index): "to \(scenario.targets[index].name)"
      }
    }
    #expect(destinations == sample.destinations)
  }

  /// A stage of requests has none of the settings that its defaults have for Kafka.
  @Test func whatIsDroppedIsNotRead() throws {
    let scenario = try SystemSample.scenario(
      "defaults: {topic: orders, producers: 2, client: {idempotent: false}}\nstages: [{name: all, to: api, count: 10}]")
    #expect(scenario.stages[0].producers == 1 && scenario.stages[0].client.isIdempotent == nil)
  }

  @Test func targetsNeedNoTopics() throws {
    let text = SystemSample.text("sinks: {stored: {command: [psql]}}").replacing(
      "topics: {orders: {}, done: {}}\n", with: "")
    let reading = ScenarioReader.read(Array(text.utf8), path: "orders.yaml")
    #expect(reading.diagnostics.isEmpty && reading.scenario?.topics.isEmpty == true)
  }
}
