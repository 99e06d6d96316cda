import Diagnostics
import SampleScenarios
import Scenarios
import Testing

@testable import Templates

/// `{{id}}`, `{{id(stage='…')}}` and `{{run.tag}}` in messages.
@Suite struct IDTemplateTests {
  private static func scenario(_ templates: String, stages: String) throws -> Scenario {
    try SampleScenario(topics: "{orders: {}}", templates: templates, stages: stages).scenario()
  }

  private static func values(_ scenario: Scenario, stage: Int, run: String, _ numbers: [UInt64]) -> [String] {
    var renderer = scenario.recipe(stage: stage, seed: 1, runID: run, startedAt: 0).renderer()
    return numbers.map { number in
      renderer.render(number, due: 0)
      return String(decoding: renderer.value, as: UTF8.self)
    }
  }

  @Test func theIDIsThatOfTheRunTheStageAndTheNumber() throws {
    let scenario = try Self.scenario(
      #"{a: {format: json, value: '{"id": "{{id}}"}'}}"#,
      stages: "[{name: first, count: 5}, {name: second, count: 50}]")
    let ids = try #require(scenario.messageIDs(run: "01J"))
    for (stage, number) in [(0, UInt64(4)), (1, 49)] {
      let value = Self.values(scenario, stage: stage, run: "01J", [number])[0]
      let id = String(value.dropFirst(8).dropLast(2))
      #expect(ids.read(id) == .message(rank: stage, n: number))
      #expect(id.hasPrefix(ids.tag.text))
    }
    #expect(Self.values(scenario, stage: 0, run: "01K", [0]) != Self.values(scenario, stage: 0, run: "01J", [0]))
  }

  @Test func theIDsOfAnotherStageAreItsOwn() throws {
    let scenario = try Self.scenario(
      #"{a: {value: "{{id}}"}, b: {value: "{{id(stage='first')}}"}}"#,
      stages: "[{name: first, template: a, count: 5}, {name: second, template: b, count: 5}]")
    #expect(
      Self.values(scenario, stage: 1, run: "01J", [0, 4]) == Self.values(scenario, stage: 0, run: "01J", [0, 4]))
    #expect(scenario.idCarriers == [.init(stage: 0, count: 5)])
    #expect(scenario.idStage(ofStage: 1) == 0)
  }

  /// Stages without ids take no rank.
  @Test func ranksAreOfStagesWithIDs() throws {
    let scenario = try Self.scenario(
      #"{plain: {value: "x"}, a: {value: "{{id}}"}}"#,
      stages: "[{name: first, template: plain, count: 5}, {name: second, template: a, duration: 1s}]")
    #expect(scenario.idCarriers == [.init(stage: 1, count: nil)])
    #expect(scenario.idStage(ofStage: 0) == nil)
    let id = Self.values(scenario, stage: 1, run: "01J", [7])[0]
    #expect(scenario.messageIDs(run: "01J")?.read(id) == .message(rank: 0, n: 7))
  }

  struct Place: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var template: String
    /// The value with `ID` and `TAG` in it.
    var value: String
  }

  @Test(arguments: [
    Place(
      testDescription: "JSON", template: #"{format: json, value: '{"a": "x-{{id}}", "{{run.tag}}": 1}'}"#,
      value: #"{"a": "x-ID", "TAG": 1}"#),
    Place(
      testDescription: "XML", template: "{format: xml, value: '<a b=\"{{id}}\">{{id}}<c>{{run.tag}}</c></a>'}",
      value: #"<a b="ID">ID<c>TAG</c></a>"#),
    Place(testDescription: "text", template: #"{value: "{{id}}{{run.tag}}{{seq}}"}"#, value: "IDTAG3"),
    Place(
      testDescription: "a name of let", template: #"{let: {order: "o-{{id}}"}, value: "{{order}}"}"#, value: "o-ID"),
    Place(
      testDescription: "a tag that is changed", template: #"{value: "{{run.tag.upper()}} {{id}}"}"#, value: "UPPER ID"),
  ]) func whereAnIDCanBe(_ place: Place) throws {
    let scenario = try Self.scenario("{a: \(place.template)}", stages: "[{name: all, count: 10}]")
    let ids = try #require(scenario.messageIDs(run: "01J"))
    let expected = place.value.replacing("ID", with: ids.text(rank: 0, 3)).replacing("TAG", with: ids.tag.text)
      .replacing("UPPER", with: ids.tag.text.uppercased())
    #expect(Self.values(scenario, stage: 0, run: "01J", [3]) == [expected])
  }

  @Test func keysAndHeadersHaveThemToo() throws {
    let scenario = try Self.scenario(
      #"{a: {key: "{{id}}", headers: {h: "{{id}}"}, value: "{{id}}"}}"#, stages: "[{name: all, count: 10}]")
    var renderer = scenario.recipe(stage: 0, seed: 1, runID: "01J", startedAt: 0).renderer()
    renderer.render(3, due: 0)
    let value = String(decoding: renderer.value, as: UTF8.self)
    #expect(String(decoding: renderer.key, as: UTF8.self) == value)
    #expect(renderer.userHeaders.map { String(decoding: $0.value, as: UTF8.self) } == [value])
    #expect(scenario.messageIDs(run: "01J")?.read(value) == .message(rank: 0, n: 3))
  }
}
