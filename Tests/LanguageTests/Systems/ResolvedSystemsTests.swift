import Diagnostics
import FoundationEssentials
import Scenarios
import Testing

@testable import Language

/// Systems under test in `run.json`: all that they are, no secret, and what of them the hash is of.
@Suite struct ResolvedSystemsTests {
  private static let yaml = """
    vars: {table: orders}
    targets:
      api: {url: "http://localhost:8080/orders", method: PUT, auth: {mechanism: BEARER, token: {env: T}}, headers: {X-Api-Key: {env: K}, X-A: b}}
    sinks:
      done: {identity: {json: $.id}, where: {$.a: b}, same: {key: $.id}, copies: 2, expect: [found == 20]}
      stored: {command: [psql, "{{vars.table}}"], input: "{{run.tag}}", environment: {PGPASSWORD: {env: P}, A: b}, from: done, holds: some, group: consumers}
      any: {any_of: [done, stored]}
    groups: {consumers: {topics: [done]}}
    actions: [{name: restart, at: {with: all, delay: 5s}, run: [a, b], for: 1s, then: [c]}]
    """

  private static func resolved(_ yaml: String = yaml) throws -> ResolvedScenario {
    ResolvedScenario(try SystemSample.scenario(yaml), seed: 1, digest: { _ in "" }, redact: \.value)
  }

  @Test func theyAreThereWithoutSecrets() throws {
    let resolved = try Self.resolved()
    let target = try #require(resolved.targets?.first)
    #expect(target.url == "http://localhost:8080/orders" && target.method == "PUT" && target.auth == "BEARER")
    #expect(target.headers?.map(\.value) == ["***", "b"])
    let sinks = try #require(resolved.sinks)
    #expect(sinks.map(\.from) == [nil, "done", nil] && sinks.map(\.holds) == ["some", "some", nil])
    #expect(
      sinks[0].identity == "{json: $.id}" && sinks[0].copies == 2 && sinks[0].expect?.map(\.check) == ["found == 20"])
    #expect(sinks[1].command == ["psql", "orders"] && sinks[1].input == "{{run.tag}}" && sinks[1].group == "consumers")
    #expect(sinks[1].environment?.map(\.value) == ["***", "b"] && sinks[1].topic == nil)
    #expect(sinks[2].anyOf == ["done", "stored"] && sinks.allSatisfy { $0.stages == ["all"] })
    #expect(resolved.groups?.first?.topics == [1])
    let action = try #require(resolved.actions?.first)
    #expect(action.with == "all" && action.delayNanoseconds == .seconds(5) && action.then == ["c"])
    let written = try JSONEncoder().encode(resolved)
    #expect(try JSONDecoder().decode(ResolvedScenario.self, from: written) == resolved)
  }

  /// Scenarios without systems are written, and hashed, as ever.
  @Test func thereIsNothingWhereThereIsNone() throws {
    let resolved = try Self.resolved(
      "stages: [{name: all, topic: orders, count: 1}]\nsinks: {done: {identity: key, from: orders}}")
    #expect(resolved.targets?.count == 1 && resolved.groups == nil && resolved.actions == nil)
  }

  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var from: String
    var to: String
    var changesHash: Bool
  }

  @Test(arguments: [
    Change(testDescription: "the address", from: "localhost:8080", to: "localhost:9090", changesHash: false),
    Change(testDescription: "credentials", from: "{env: T}", to: "{env: U}", changesHash: false),
    Change(testDescription: "the method", from: "PUT", to: "PATCH", changesHash: true),
    Change(testDescription: "a sink", from: "copies: 2", to: "copies: 3", changesHash: false),
    Change(testDescription: "an action", from: "delay: 5s", to: "delay: 6s", changesHash: false),
    Change(
      testDescription: "a group", from: "consumers: {topics: [done]}", to: "consumers: {topics: [orders]}",
      changesHash: false),
  ]) func whatIsSentDecidesTheHash(_ change: Change) throws {
    let yaml = Self.yaml.replacing(change.from, with: change.to)
    #expect(yaml != Self.yaml)
    #expect((try Self.resolved(yaml).compared != Self.resolved().compared) == change.changesHash)
  }
}
