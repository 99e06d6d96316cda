import Diagnostics
import Language
import Scenarios
import Templates
import Testing

/// The number of messages of a stage whose templates take each row once.
@Suite struct OnceTests {
  private static let files = [
    "six.csv": "a\n1\n2\n3\n4\n5\n6\n", "three.csv": "a\n1\n2\n3\n", "nine.csv": "a\n1\n2\n3\n4\n5\n6\n7\n8\n9\n",
  ]

  private static let templates = """

      six: {data: {file: six.csv, order: once}, value: "{{data.a}}"}
      three: {data: {file: three.csv, order: once}, value: "{{data.a}}"}
      nine: {data: {file: nine.csv, order: once}, value: "{{data.a}}"}
      other: {value: other}
    """

  @Test(
    arguments: [
      ("all rows", "template: six", 6),
      ("all rows at a rate", "template: six, rate: 2/s", 6),
      ("fewer", "template: six, count: 4", 4),
      ("as many", "template: six, count: 6", 6),
      ("a time at a rate", "template: six, rate: 2/s, duration: 3s", 6),
      ("a time at max ends with the rows", "template: six, duration: 3s", 6),
      ("whichever comes first", "template: six, duration: 3s, count: 5", 5),
      ("a mix with another template", "mix: {six: 2, other: 3}", 15),
      ("a mix that comes out", "mix: {six: 2, three: 1, other: 4}", 21),
      ("a mix in which a run is not complete", "mix: {six: 5, other: 6}, count: 12", 12),
      ("a mix at max ends with its last whole run", "mix: {six: 5, other: 6}, duration: 1s", 11),
      ("two of unequal rows at max", "mix: {six: 1, nine: 1}, duration: 1s", 12),
    ]) func ends(_ name: String, _ stage: String, _ count: UInt64) throws
  {
    let sample = DataSample(Self.templates, stages: "[{name: all, \(stage)}]", files: Self.files)
    let scenario = try sample.scenario()
    #expect(scenario.stages[0].schedule.total == count)
    // No template has more messages than rows, whatever the seed.
    for seed: UInt64 in 0..<20 {
      let recipe = scenario.recipe(stage: 0, seed: seed, runID: "01J", startedAt: 0)
      var renderer = recipe.renderer()
      var taken = [[String]](repeating: [], count: recipe.templates.count)
      for number in 0..<count {
        renderer.render(number, due: 0)
        taken[renderer.template].append(String(decoding: renderer.value, as: UTF8.self))
      }
      for (index, template) in recipe.templates.enumerated() where template.data != nil {
        #expect(taken[index] == (1...9).prefix(taken[index].count).map(String.init))
        #expect(taken[index].count <= template.data?.table.rows ?? 0)
      }
    }
  }

  @Test func aMixUsesAllRows() throws {
    let sample = DataSample(
      Self.templates, stages: "[{name: all, mix: {six: 2, three: 1, other: 4}}]", files: Self.files)
    let values = try sample.values(0..<21)
    #expect(values.count { $0 != "other" } == 9)
  }

  @Test(
    arguments: [
      ("template: six, count: 7", "write count: 6 or less, or order: in-order, which starts again after the last row"),
      ("mix: {six: 1, nine: 1}", "write count: 12"),
      ("mix: {six: 5, other: 6}", "write count: 11"),
      (
        "mix: {six: 5, other: 6}, count: 13",
        "write count: 12 or less, or order: in-order, which starts again after the last row"
      ),
    ]) func tooMany(_ stage: String, _ remedy: String)
  {
    let reading = DataSample(Self.templates, stages: "[{name: all, \(stage)}]", files: Self.files).reading
    #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.remedy) == [remedy])
  }
}
