import Language
import SampleScenarios
import Scenarios
import Testing
import Verification

@testable import Load

/// The ids of sinks, and which of them are read.
@Suite struct SinkPlanTests {
  private static let run = RunID(value: 7)

  private static func plan(_ sinks: String, to destination: String = "to: t") throws -> SinkPlan {
    let scenario = try SampleScenario(
      """
      version: 1
      name: sinks
      cluster: {brokers: "127.0.0.1:1"}
      topics: {in: {partitions: 1}, a: {partitions: 1}, b: {partitions: 1}}
      templates: {m: {format: json, value: '{"id": "{{id}}"}'}}
      targets: {t: "http://127.0.0.1:1/"}
      stages: [{name: s, \(destination), template: m, count: 10, rate: 1/s}]
      sinks: \(sinks)
      """
    ).scenario()
    return SinkPlan(scenario, run: run, selected: [0]) {
      scenario.recipe(stage: $0, seed: 1, runID: run.text, startedAt: 0)
    }
  }

  @Test func aSinkMadeOfOthersHasTheirIDs() throws {
    let plan = try Self.plan(
      "{a: {identity: {json: $.id}, holds: some}, b: {identity: {json: $.id}, holds: some}, both: {any_of: [a, b]}}")
    let both = try #require(plan.sinks.firstIndex { $0.name == "both" })
    #expect(plan.members(of: both).count == 2)
    #expect(plan.ids[both] == plan.ids[plan.members(of: both)[0]])
    #expect(plan.hasOneIdentity(both))
    #expect(plan.isMember(plan.members(of: both)[0]))
    #expect(!plan.isMember(both))
  }

  @Test func aHeaderWithANumberThatWasNotSentIsForeign() throws {
    let plan = try Self.plan("{a: {identity: header, holds: {stages: [s]}}}", to: "topic: in")
    let intake = plan.intake(of: 0)
    for (sequence, run) in [(3, 7), (9, 7), (10, 7), (UInt64.max, 7), (3, 8)] as [(UInt64, UInt64)] {
      let identity = Identity(
        run: RunID(value: run), stage: 0, producer: 0, sequence: sequence, due: 0, payload: 0)
      intake.note(header: identity, key: nil, value: nil, at: nil, .zero)
    }
    intake.note(header: nil, key: nil, value: nil, at: nil, .zero)
    #expect(intake.ledger.records(rank: 0) == 2)
    #expect(intake.ledger.foreign == 4)
  }

  @Test func whatTakesFromASinkThatIsReadLaterIsNotRead() throws {
    let plan = try Self.plan(
      "{a: {identity: {json: $.id}, mode: later}, b: {identity: {json: $.id}, from: a}}")
    #expect(plan.sinks.indices.map { plan.isRead($0) } == [false, false])
  }
}
