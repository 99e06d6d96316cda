import Diagnostics
import Scenarios
import Testing

@testable import Language
@testable import Templates

/// The number of messages that are checked before anything is sent.
@Suite struct ValueSamplesTests {
  private static func samples(
    _ templates: String, stages: String, of template: Int = 0, share: Int = ValueSamples.mostBytes
  ) throws -> ValueSamples {
    let scenario = try InvalidValueTests.scenario(templates, stages: stages)
    return ValueSamples(of: template, among: scenario.templates, in: scenario.stages, seed: 42, share: share)
  }

  static let even = #"{order: {format: json, value: '[{{raw seq}}]'}, other: {value: a}}"#
  static let odd = #"{order: {format: json, value: '[{{raw random.choice(["1", "x"])}}]'}, other: {value: a}}"#

  @Test(
    arguments: [
      ("a thousand", "[{name: all, count: 1M, template: order}]", 1000),
      ("no more than there are", "[{name: all, count: 12, template: order}]", 12),
      (
        "one stage after the other", "[{name: a, count: 12, template: order}, {name: b, count: 13, template: order}]",
        25
      ),
      ("a stage without an end", "[{name: a, duration: 1s, template: order}]", 1000),
      ("by rate and duration", "[{name: a, rate: 7/s, duration: 2s, template: order}]", 14),
      ("of no stage", "[{name: a, count: 12, template: other}]", 1000),
      ("of a mix", "[{name: a, count: 100, mix: {order: 1, other: 3}}]", 25),
      (
        "of a mix, and of a stage behind it",
        "[{name: a, count: 8, mix: {order: 1, other: 3}}, {name: b, count: 5, template: order}]", 7
      ),
      ("a rare one", "[{name: a, count: 1G, mix: {order: 1, other: 9999}}]".replacing("1G", with: "900M"), 10),
      ("one in a million", "[{name: a, count: 900M, mix: {order: 1, other: 999999}}]", 1),
    ]) func areAsManyAsAreSaid(_ name: String, _ stages: String, _ checked: Int) throws
  {
    let samples = try Self.samples(Self.even, stages: stages)
    #expect(samples.checked == checked && samples.failing == 0 && samples.first == nil)
  }

  /// A stage whose messages must all be withheld can be tested where the scenario says so.
  @Test(
    arguments: [
      ("not expected", "[]", "[]", false), ("expected in the stage", "[withheld == 5]", "[]", true),
      ("expected at the top", "[]", "[stage(all).withheld == 5]", true),
      ("expected in each stage", "[]", "[stage(*).withheld >= 5]", true),
      ("expected in the whole run", "[]", "[withheld > 0]", true),
      ("the stage's own counts", "[withheld == 5]", "[stage(*).withheld == 0]", true),
      ("none may be", "[withheld == 0]", "[]", false), ("less than one may be", "[withheld < 1]", "[]", false),
      ("a warning only", "[{check: withheld == 5, level: warn}]", "[]", false),
    ])
  func thatAreAllUnfitAreAWarningWhereExpected(_ name: String, _ own: String, _ top: String, _ isExpected: Bool) {
    let text = """
      version: 1
      name: a
      cluster: {brokers: embedded}
      topics: {t: {}}
      templates: {m: {format: json, value: '[{{raw "x"}}]'}}
      stages: [{name: all, count: 5, expect: \(own)}]
      expect: \(top)

      """
    let found = ScenarioReader.read(Array(text.utf8), path: "a.yaml").diagnostics.filter { $0.code == .unfitMessages }
    #expect(found.map(\.severity) == [isExpected ? .warning : .error], "\(found)")
  }

  /// Fewer messages are checked if they are large, and at least one.
  @Test(arguments: [
    (1 << 20, 64, 64 << 20), (1 << 20, 1, 100), (1 << 20, 3, 3 << 20), (100, 1000, 64 << 20), (100, 7, 601),
  ])
  func areBoundedByTheirBytes(_ size: Int, _ checked: Int, _ share: Int) throws {
    let samples = try Self.samples(
      "{order: {format: json, size: \(size)B, value: '[{{raw seq}}]'}}", stages: "[{name: all, count: 1M}]",
      share: share)
    #expect(samples.checked == checked)
  }

  /// The message that is named is the one that the stage sends, and the first of those that fail.
  @Test func theFirstIsNamed() throws {
    let stages = "[{name: a, count: 300, mix: {order: 1, other: 3}}]"
    let samples = try Self.samples(Self.odd, stages: stages)
    let first = try #require(samples.first)
    #expect(first.stage == "a" && samples.checked == 75)
    let context = RenderContext.outsideOfRuns(seed: 42, stageName: "a")
    let scenario = try InvalidValueTests.scenario(Self.odd, stages: stages)
    var renderer = scenario.recipe(
      stage: 0, seed: 42, runID: context.runID, startedAt: context.startedAt
    ).renderer()
    var failing = 0
    for number: UInt64 in 0..<300 {
      renderer.render(number, due: 0)
      guard let fault = renderer.invalidValue() else { continue }
      failing += 1
      if failing == 1 { #expect(first.number == number && first.fault == fault) }
    }
    #expect(samples.failing == failing && failing > 20)
  }

  /// Messages are due by the stage's schedule, from the beginning of the year 2000.
  @Test func areDueAsTheStageSaysTheyAre() throws {
    let samples = try Self.samples(
      #"{order: {format: json, let: {d: '1{{due}}'}, value: '{{raw d.replace("2000-01-01T00:00:02.500Z", "x").replace("1x", "x")[:1]}}'}}"#,
      stages: "[{name: a, rate: 10/s, count: 30}]")
    #expect(samples.first?.number == 25 && samples.failing == 1 && samples.checked == 30)
  }
}
