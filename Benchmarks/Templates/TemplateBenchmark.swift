import Glibc
import Scenarios

/// How long one message takes on one core, and how many allocations it makes: `Benchmarks/templates.sh`.
@main
enum TemplateBenchmark {
  private static let cases: [(name: String, format: String, schema: String?, value: String)] = [
    ("nine functions, 300 bytes", "string", nil, nineFunctions),
    ("nine functions as JSON", "json", nil, nineFunctionsJSON),
    ("… by a JSON Schema", "json", jsonSchema, nineFunctionsJSON),
    ("… by an XSD", "xml", xsd, nineFunctions),
    ("literals, 266 bytes of JSON", "json", nil, literals),
    ("one number, 60 bytes", "string", nil, oneNumber),
  ]

  private static let jsonSchema = #"""
    {"type": "object", "additionalProperties": false, "required": ["id", "first_name", "last_name", "n"],
     "properties": {"id": {"type": "string", "format": "uuid"}, "first_name": {"type": "string", "minLength": 1},
      "last_name": {"type": "string", "maxLength": 60}, "address": {"type": "string"}, "phone_number": {"type": "string"},
      "city": {"type": "string", "pattern": "^[A-Z]"}, "random_age": {"type": "integer", "minimum": 20, "maximum": 50},
      "status": {"enum": ["Y", "N"]}, "n": {"type": "integer", "minimum": 0}, "note": {"type": "string"}}}
    """#

  private static let xsd = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="person"><xs:complexType><xs:sequence>
    <xs:element name="id" type="xs:token"/><xs:element name="first_name" type="xs:string"/>
    <xs:element name="last_name" type="xs:string"/><xs:element name="address" type="xs:string"/>
    <xs:element name="phone_number" type="xs:string"/><xs:element name="city" type="xs:string"/>
    <xs:element name="random_age" type="xs:int"/><xs:element name="status" type="xs:string"/>
    <xs:element name="n" type="xs:long"/></xs:sequence></xs:complexType></xs:element></xs:schema>
    """

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
    for (name, format, schema, value) in cases {
      guard let recipe = recipe(value, format, schema) else {
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
          if renderer.valueFault() != nil { exit(70) }
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
  private static func recipe(_ value: String, _ format: String, _ schema: String?) -> RenderRecipe? {
    let indented = value.split(separator: "\n").map { "      \($0)\n" }.joined()
    let text = """
      version: 1
      name: benchmark
      cluster: {brokers: embedded}
      topics: {a: {partitions: 1}}
      templates:
        a:
          format: \(format)
          \(schema == nil ? "locale: en_US" : "schema: schema")
          value: |-
      \(indented)
      stages: [{name: all, count: 10}]
      """
    let reading = ScenarioReader.read(
      Array(text.utf8), path: "benchmark.yaml",
      in: Surroundings(variable: { _ in nil }, file: { _ in .success(Array((schema ?? "").utf8)) }))
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
