import Diagnostics
import Language
import SampleScenarios
import Scenarios
import Templates
import Testing

/// Stages, templates and other mappings after inheritance.
@Suite struct AssemblyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var yaml: String
    var files: [String: String] = [:]
    var variables: [String: String] = [:]
    var settings: [String] = []
    /// A line for each stage: name, rate, count, duration, template, topic, measured.
    var stages: [String]

    init(
      _ name: String, _ yaml: String, files: [String: String] = [:], variables: [String: String] = [:],
      settings: [String] = [], stages: [String]
    ) {
      testDescription = name
      self.yaml = yaml
      self.files = files
      self.variables = variables
      self.settings = settings
      self.stages = stages
    }

    func scenario() throws -> Scenario {
      let head = """
        version: 1
        name: orders
        cluster: {brokers: embedded}
        topics: {orders: {partitions: 6}, more: {}}
        templates: {order: {value: "order {{seq}}"}, other: {value: "other"}}

        """
      let environment = ReadingEnvironment(
        variable: { [variables] in variables[$0] },
        file: { [files] in files[$0].map { .success(Array($0.utf8)) } ?? .failure(.init(reason: "gone")) },
        settings: settings)
      let reading = ScenarioReader.read(Array((head + yaml).utf8), path: "dir/orders.yaml", in: environment)
      return try #require(reading.scenario, "\(reading.describeAll())")
    }
  }

  static let cases: [Case] = [
    Case(
      "own keys are stronger than what is extended, and that than the defaults",
      """
      defaults: {topic: orders, template: order, rate: 1/s, measure: false}
      x-base: {rate: 2/s, duration: 10s}
      stages:
        - {name: a, extends: base}
        - {name: b, extends: base, rate: 3/s, measure: true}
        - {name: c, extends: b, duration: 5s, template: other}
      """,
      stages: [
        "a 2.0/s - 10.0 order orders false", "b 3.0/s - 10.0 order orders true", "c 3.0/s - 5.0 other orders true",
      ]),
    Case(
      "a block is found before and behind those that extend it, and blocks extend each other",
      """
      defaults: {topic: orders, template: order}
      stages:
        - {name: a, extends: b}
        - {name: b, extends: slow, count: 10}
      x-slow: {extends: slower, measure: false}
      x-slower: {rate: 1/min}
      """,
      stages: ["a 0.016666666666666666/s 10 - order orders false", "b 0.016666666666666666/s 10 - order orders false"]),
    Case(
      "null takes away what is inherited, from the defaults and from what is extended",
      """
      defaults: {topic: orders, template: order, rate: 5/s, measure: false}
      x-base: {count: 10}
      stages:
        - {name: a, rate: null, count: 10}
        - {name: b, extends: base, count: null, duration: 2s, measure: null}
      """,
      stages: ["a max 10 - order orders false", "b 5.0/s - 2.0 order orders true"]),
    Case(
      "of a count and a duration the stronger level's stays",
      """
      defaults: {topic: orders, template: order, rate: 5/s}
      x-base: {count: 10}
      stages: [{name: a, extends: base, duration: 2s}]
      """,
      stages: ["a 5.0/s - 2.0 order orders true"]),
    Case(
      "a merge is weaker than what is written beside it, and the first of several is the strongest",
      """
      x-one: &one {count: 1, topic: orders}
      x-two: &two {count: 2, template: order, topic: more}
      stages:
        - {name: a, <<: [*one, *two]}
        - {name: b, count: 3, <<: *two}
      """,
      stages: ["a max 1 - order orders true", "b max 3 - order more true"]),
    Case(
      "included files: the later is stronger, this one the strongest, each relative to its own place",
      """
      include: [parts/a.yaml, parts/b.yaml]
      defaults: {template: order}
      stages: [{name: a, extends: base}]
      """,
      files: [
        "dir/parts/a.yaml": "version: 1\ndefaults: {topic: orders, rate: 1/s, template: other}\nx-base: {count: 5}\n",
        "dir/parts/b.yaml": "version: 1\ninclude: [c.yaml]\ndefaults: {rate: 2/s}\n",
        "dir/parts/c.yaml": "version: 1\ndefaults: {rate: 3/s, measure: false}\n",
      ],
      stages: ["a 2.0/s 5 - order orders false"]),
    Case(
      "variables give values of every kind, defaults where they are not set",
      """
      defaults: {topic: "${TOPIC}", template: order, measure: "${MEASURE:-false}"}
      stages: [{name: "${STAGE:-a}-b", rate: "${RATE}", count: "${COUNT:-10k}"}]
      """,
      variables: ["TOPIC": "more", "RATE": "5k/s"],
      stages: ["a-b 5000.0/s 10000 - order more false"]),
    Case(
      "settings are stronger than the file, and are there before anything is extended",
      """
      defaults: {topic: orders, template: order}
      x-base: {count: 10}
      stages: [{name: a, extends: base}, {name: b, count: 1}]
      """,
      settings: [
        "stages.b.extends=base", "stages.b.count=3", "defaults.rate={poisson: 5/s}", "defaults.rate=20/s",
        "topics.more.name=\"deep.down\"", "stages.a.topic=more",
      ],
      stages: ["a 20.0/s 10 - order deep.down true", "b 20.0/s 3 - order orders true"]),
  ]

  @Test(arguments: cases) func stages(_ given: Case) throws {
    let scenario = try given.scenario()
    let lines = scenario.stages.map { stage -> String in
      let schedule = stage.schedule
      let rate = schedule.meanRate.map { "\($0)/s" } ?? "max"
      let count = schedule.count.map { "\($0)" } ?? "-"
      let duration = schedule.duration.map { "\($0.seconds)" } ?? "-"
      let names = "\(scenario.templates[stage.template].name) \(scenario.destinationName(of: stage))"
      return "\(stage.name) \(rate) \(count) \(duration) \(names) \(stage.measured)"
    }
    #expect(lines == given.stages)
  }

  @Test func variablesOfTheScenarioAreTextInTemplates() throws {
    let text = """
      version: 1
      name: orders
      vars: {build: "${BUILD}", quote: 'say "hi"'}
      cluster: {brokers: embedded}
      topics: {orders: {}}
      templates:
        order: {format: json, key: "{{vars.build}}", value: '{"q": "{{vars.quote}}", "n": {{seq}}, "b": "{{ vars.build }}"}'}
      stages: [{name: all, count: 1}]
      """
    let environment = ReadingEnvironment(
      variable: { $0 == "BUILD" ? "7" : nil }, file: { _ in .failure(.init(reason: "")) })
    let reading = ScenarioReader.read(Array(text.utf8), path: "a.yaml", in: environment)
    let template = try #require(reading.scenario, "\(reading.describeAll())").templates[0]
    #expect(template.key?.source == "7")
    #expect(template.value?.source == #"{"q": "say \"hi\"", "n": {{seq}}, "b": "7"}"#)
  }

  @Test func anAliasThatGrowsWithoutEndIsBounded() {
    var text = "x-0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n"
    for level in 1...9 {
      text += "x-\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
    }
    let reading = SampleScenario(text, path: "a.yaml").reading
    #expect(reading.diagnostics.map(\.message) == ["the file has more than 100000 values"])
  }
}
