import Glibc
import Scenarios

/// How long one message takes on one core, and how many allocations it makes: `Benchmarks/templates.sh`.
@main
enum TemplateBenchmark {
  private static let cases: [(name: String, format: String, value: String)] = [
    ("nine functions, 300 bytes", "string", nineFunctions),
    ("nine functions as JSON", "json", nineFunctionsJSON),
    ("literals, 266 bytes of JSON", "json", literals),
    ("one number, 60 bytes", "string", oneNumber),
  ]

  private static let nineFunctions = """
    <person><id>{{faker.uuid4()}}</id><first_name>{{faker.first_name()}}</first_name><last_name>{{faker.last_name()}}\
    </last_name><address>{{faker.address()}}</address><phone_number>{{faker.phone_number()}}</phone_number>\
    <city>{{faker.city()}}</city><random_age>{{faker.random_int(min=20, max=50)}}</random_age>\
    <status>{{random.choice(['Y','N'])}}</status><n>{{seq}}</n></person>
    """

  private static let nineFunctionsJSON = """
    {"id": "{{faker.uuid4()}}", "first_name": "{{faker.first_name()}}", "last_name": "{{faker.last_name()}}", \
    "address": "{{faker.address()}}", "phone_number": "{{faker.phone_number()}}", "city": "{{faker.city()}}", \
    "random_age": {{faker.random_int(min=20, max=50)}}, "status": "{{random.choice(['Y','N'])}}", "n": {{seq}}}
    """

  private static let literals = """
    {"type": "login", "version": 1, "source": {"system": "web", "region": "eu-central-1", "host": "front-end-07"}, \
    "n": {{seq}}, "outcome": "accepted", "client": {"name": "browser", "version": "131.0.2", "platform": "linux"}, \
    "session": {"kind": "interactive", "minutes": 30}, "m": {{seq}}}
    """

  private static let oneNumber = "<event><user>Username6</user><id>{{seq}}</id><action>Login</action></event>"

  static func main() {
    let messages: UInt64 = CommandLine.arguments.dropFirst().first.flatMap { UInt64($0) } ?? 2_000_000
    if allocations() == 0 { print("allocations are not counted: run Benchmarks/templates.sh") }
    for (name, format, value) in cases {
      guard let recipe = recipe(value, format) else {
        print("\(name): the scenario cannot be read")
        exit(70)
      }
      var renderer = recipe.renderer()
      var bytes = 0
      var best = Double.infinity
      var allocated: Int = 0
      for round in 0..<5 {
        let before = allocations()
        let start = now()
        for number in 0..<messages {
          renderer.render(number, due: 0)
          bytes += renderer.value.count
        }
        let taken = Double(now() - start) / Double(messages)
        if round > 0 { allocated = max(allocated, allocations() - before) }
        best = min(best, taken)
      }
      let mean = bytes / Int(5 * messages)
      print(
        "\(pad(name, 30)) \(pad(tenths(best), 8)) ns a message, \(mean) bytes, \(allocated) allocations in \(messages)")
    }
  }

  /// As a scenario has it.
  private static func recipe(_ value: String, _ format: String) -> RenderRecipe? {
    let indented = value.split(separator: "\n").map { "      \($0)\n" }.joined()
    let text = """
      version: 1
      name: benchmark
      cluster: {brokers: embedded}
      topics: {a: {partitions: 1}}
      templates:
        a:
          format: \(format)
          value: |-
      \(indented)
      stages: [{name: all, count: 10}]
      """
    let reading = ScenarioReader.read(Array(text.utf8), path: "benchmark.yaml")
    if reading.scenario == nil { print(reading.describeAll()) }
    return reading.scenario?.recipe(stage: 0, seed: 42, runID: "0000000000000", startedAt: 1_709_210_096_789)
  }

  /// How often memory was asked for: `malloc_count` of the library that `templates.sh` loads before; 0 without it.
  private static func allocations() -> Int {
    guard let symbol = dlsym(nil, "malloc_count") else { return 0 }
    return Int(symbol.load(as: UInt64.self))
  }

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  private static func tenths(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
