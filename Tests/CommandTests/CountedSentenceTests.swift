import Diagnostics
import Language
import Rehearsal
import Reporting
import Scenarios
import Testing

/// Sentences of the program with a count of one, and of two.
@Suite struct CountedSentenceTests {
  @Test(arguments: [
    ("[{name: a, count: 1}]", "1 stage, 1 message"), ("[{name: a, count: 2}]", "1 stage, 2 messages"),
    ("[{name: a, count: 1}, {name: b, count: 1}]", "2 stages, 2 messages"),
    ("[{name: a, count: 1000}]", "1 stage, 1,000 messages"),
  ]) func aScenarioThatIsGood(_ stages: String, _ counts: String) {
    #expect(CheckText.praise(Self.checked("{value: x}", stages)) == "a.yaml: good; \(counts)\n")
  }

  @Test(arguments: [
    ("{{random.choices(['a'], [1, 2])}}", "there is 1 element and 2 weights"),
    ("{{random.choices(['a', 'b'], [1])}}", "there are 2 elements and 1 weight"),
    ("{{stage.name.zfill(1, 2)}}", "\"zfill\" takes 1 argument"),
    ("{{stage.name.replace('a', 'b', 'c')}}", "\"replace\" takes 2 arguments"),
    ("{{random.hex(1, 2)}}", "random.hex() takes at most 1 argument"),
    ("{{random.randint(1, 2, 3)}}", "random.randint() takes at most 2 arguments"),
  ]) func argumentsOfFunctions(_ placeholder: String, _ message: String) {
    let found = Self.checked("{value: \"\(placeholder)\"}", "[{name: a, count: 1}]").reading?.diagnostics ?? []
    #expect(found.map(\.message) == [message])
  }

  @Test(arguments: [(1, "1 error in a.yaml"), (2, "2 errors in a.yaml")]) func errors(_ count: Int, _ line: String) {
    let keys = (0..<count).map { "wrong\($0): 1" }.joined(separator: ", ")
    #expect(CheckText.findings(Self.checked("{value: x, \(keys)}", "[{name: a, count: 1}]")).hasSuffix("\n\n" + line))
  }

  private static func checked(_ template: String, _ stages: String) -> CheckedFile {
    let text = """
      version: 1
      name: a
      cluster: {brokers: embedded}
      topics: {a: {}}
      templates: {a: \(template)}
      stages: \(stages)
      """
    let reading = ScenarioFile.reading(Array(text.utf8), path: "a.yaml")
    return CheckedFile(
      path: "a.yaml",
      .read(CheckedScenario(scenario: reading.scenario, diagnostics: reading.diagnostics, files: reading.files)))
  }
}
