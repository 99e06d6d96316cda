import Glibc
import Language
import Scenarios
import Templates

/// Prints the time and the allocations of one message on one core: one line for each case, for `Benchmarks/templates.sh`, which
/// makes a table of them. The texts are in `Benchmarks/Payloads`.
@main
enum TemplateBenchmark {
  struct Case {
    var name: String
    var format: String
    /// The file of the template.
    var file: String
    /// The file of the schema; nil for none.
    var schema: String?
    /// The aim in nanoseconds; nil for none.
    var aim: Int?
  }

  private static let cases = [
    Case(name: "system A, phase 2", format: "xml", file: "system-a-phase-2.xml", aim: 200),
    Case(name: "nine functions, XML", format: "xml", file: "nine-functions.xml", aim: 200),
    Case(name: "nine functions, JSON", format: "json", file: "nine-functions.json"),
    Case(name: "literals, JSON", format: "json", file: "literals.json", aim: 60),
    Case(
      name: "literals, JSON Schema", format: "json", file: "literals.json", schema: "literals.schema.json", aim: 3000),
    Case(name: "nine functions, XSD", format: "xml", file: "nine-functions.xml", schema: "person.xsd", aim: 5000),
  ]

  static func main() {
    let messages: UInt64 = CommandLine.arguments.dropFirst().first.flatMap { UInt64($0) } ?? 200_000
    do {
      for row in cases {
        let measured = try measure(row, messages)
        let allocations = measured.allocations.map { hundredths($0) } ?? "-"
        print(
          row.name, String(measured.bytes), hundredths(measured.nanoseconds), allocations,
          row.aim.map(String.init) ?? "-", separator: "\t")
      }
    } catch {
      print("\(error.sentence)")
      exit(70)
    }
  }

  private static func measure(_ row: Case, _ messages: UInt64) throws(BenchmarkError) -> Measurement {
    let recipe = try recipe(row)
    var renderer = recipe.renderer()
    var refused: String?
    let measurement = Measurement(of: messages) { number in
      renderer.render(number, due: 0)
      if let fault = renderer.invalidValue() { refused = fault.text }
      return renderer.value.count
    }
    if let refused { throw BenchmarkError("\(row.name): a message is refused: \(refused)") }
    return measurement
  }

  /// The recipe of a scenario with the case's template.
  private static func recipe(_ row: Case) throws(BenchmarkError) -> RenderRecipe {
    let text = """
      version: 1
      name: benchmark
      cluster: {brokers: embedded}
      topics: {a: {partitions: 1}}
      templates: {a: {format: \(row.format), file: \(row.file)\(row.schema.map { ", schema: \($0)" } ?? "")}}
      stages: [{name: all, count: 10}]
      """
    var bytes = [row.file: try Payload.bytes(row.file)]
    if let schema = row.schema { bytes[schema] = try Payload.bytes(schema) }
    let files = ReadingEnvironment(variable: { _ in nil }) { [bytes] name in
      bytes[name].map { .success($0) } ?? .failure(ReadingEnvironment.Unreadable(reason: "is not among the payloads"))
    }
    let reading = ScenarioReader.read(Array(text.utf8), path: "benchmark.yaml", in: files)
    guard let scenario = reading.scenario else { throw BenchmarkError(reading.describeAll()) }
    return scenario.recipe(stage: 0, seed: 42, runID: "0000000000000", startedAt: 1_709_210_096_789)
  }

  private static func hundredths(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
}

/// The reason why a case could not be measured.
struct BenchmarkError: Error {
  var sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
