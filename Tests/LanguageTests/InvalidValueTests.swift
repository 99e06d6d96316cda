import Diagnostics
import Testing

@testable import Language
@testable import Scenarios
@testable import Templates

/// Mistakes that are found in values before they are sent, and values without a mistake.
@Suite struct InvalidValueTests {
  static let files = [
    "age.json": #"""
    {"type": "object", "required": ["age"], "properties": {"age": {"type": "integer", "minimum": 18},
     "tags": {"items": {"$ref": "tag.json"}}}}
    """#,
    "tag.json": #"{"maxLength": 3}"#,
    "age.xsd": """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="p"><xs:complexType><xs:sequence>
    <xs:element name="age" maxOccurs="9"><xs:simpleType><xs:restriction base="xs:int"><xs:minInclusive value="18"/>
    </xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>
    """,
  ]

  static func scenario(_ templates: String, stages: String = "[{name: all, count: 40}]") throws -> Scenario {
    let yaml = """
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: }
      templates: \(templates)
      stages: \(stages)
      """
    let reading = ScenarioReader.read(Array(yaml.utf8), path: "orders.yaml", in: environment)
    return try #require(reading.scenario, "\(reading.describeAll())")
  }

  private static let environment = ReadingEnvironment(
    variable: { _ in nil },
    file: { path in files[path].map { .success(Array($0.utf8)) } ?? .failure(.init(reason: "it is not there")) })

  static func renderer(_ templates: String) throws -> StageRenderer {
    try scenario(templates).recipe(stage: 0, seed: 42, runID: "01J", startedAt: 0).renderer()
  }

  struct Look: Sendable, CustomTestStringConvertible {
    var name: String
    var template: String
    /// The mistakes of messages 17 and 18.
    var expected: [String?]

    init(_ name: String, _ template: String, _ first: String?, _ second: String?) {
      self.name = name
      self.template = template
      expected = [first, second]
    }

    var testDescription: String { name }
  }

  static let json = "format: json, schema: age.json"
  static let xml = "format: xml, schema: age.xsd"

  static let all: [Look] = [
    Look("text", "value: '{{seq}}'", nil, nil),
    Look("JSON without raw", "format: json, value: '[{{seq}}]'", nil, nil),
    Look("JSON by its schema", "\(json), value: '{\"age\": {{seq}}}'", "/age: 17 is less than 18", nil),
    Look(
      "JSON by a file beside its schema", "\(json), value: '{\"age\": 18, \"tags\": [\"a\", \"{{seq}}-9\"]}'",
      "/tags/1: \"17-9\" has 4 characters, more than 3", "/tags/1: \"18-9\" has 4 characters, more than 3"),
    Look("JSON as a whole", "\(json), value: '{\"{{n.replace(\"-18\", \"age\")}}\": 18}'", "\"age\" is missing", nil),
    Look(
      "JSON padded to a size", "\(json), size: 4KiB, value: '{\"age\": {{seq}}}'", "/age: 17 is less than 18", nil),
    Look("a key and headers", "\(json), key: '{', headers: {a: '{'}, value: '{\"age\": 18}'", nil, nil),
    Look(
      "raw JSON", #"format: json, value: '[{{raw n.replace("-17", "x").replace("-", "")}}]'"#,
      "not JSON at line 1, column 2: the JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc",
      nil),
    Look(
      "raw JSON by its schema",
      #"format: json, schema: age.json, value: '{"age": {{raw n.replace("-18", "[").replace("-", "")}}}'"#,
      "/age: 17 is less than 18",
      "not JSON at line 1, column 10: the JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc"
    ),
    Look("XML without raw", "format: xml, value: '<p>{{seq}}</p>'", nil, nil),
    Look(
      "XML by its schema", "\(xml), value: '<p><age>20</age><age>{{seq}}</age></p>'",
      "/p/age[2]: [facet 'minInclusive'] The value '17' is less than the minimum value allowed ('18')", nil),
    Look(
      "XML padded to a size", "\(xml), size: 4KiB, value: '<p><age>{{seq}}</age></p>'",
      "/p/age: [facet 'minInclusive'] The value '17' is less than the minimum value allowed ('18')", nil),
    Look(
      "raw XML", #"format: xml, value: '<p>{{raw n.replace("-17", "<a>").replace("-", "")}}</p>'"#,
      "not XML at line 1, column 11: Opening and ending tag mismatch: a line 1 and p", nil),
    Look(
      "raw XML by its schema",
      #"format: xml, schema: age.xsd, value: '<p><age>{{raw n.replace("-18", "&").replace("-", "")}}</age></p>'"#,
      "/p/age: [facet 'minInclusive'] The value '17' is less than the minimum value allowed ('18')",
      "not XML at line 1, column 10: xmlParseEntityRef: no name"),
    Look(
      "raw XML with a character that it does not have",
      #"format: xml, value: '<p>{{raw n.replace("-17", "\u0001").replace("-", "")}}</p>'"#,
      "not XML at line 1, column 4: PCDATA invalid Char value 1", nil),
  ]

  @Test(arguments: all) func isSaid(_ look: Look) throws {
    var renderer = try Self.renderer("{order: {let: {n: '-{{seq}}'}, \(look.template)}}")
    // Independent of earlier checks, and repeatable.
    for _ in 0..<2 {
      for (number, expected) in zip([17, 18] as [UInt64], look.expected) {
        renderer.render(number, due: 0)
        #expect(renderer.invalidValue()?.text == expected)
        #expect(renderer.invalidValue()?.text == expected)
      }
    }
  }

  /// Each template of a mix is checked by its own requirement; a tombstone is not checked.
  @Test func ofAMix() throws {
    let scenario = try Self.scenario(
      "{a: {\(Self.json), value: '{\"age\": {{seq}}}'}, b: {value: '{'}, c: {key: k, value: null}}",
      stages: "[{name: all, mix: {a: 1, b: 1, c: 1}, count: 90}]")
    var renderer = scenario.recipe(stage: 0, seed: 42, runID: "01J", startedAt: 0).renderer()
    var faults: [Int: Set<String?>] = [:]
    for number: UInt64 in 0..<18 {
      renderer.render(number, due: 0)
      faults[renderer.template, default: []].insert(renderer.invalidValue().map { "\($0.place) of \(number)" })
    }
    #expect(faults[0]?.count == 6 && faults[0]?.contains(nil) == false)
    #expect(faults[1] == [nil] && faults[2] == [nil])
  }

  /// A mistake in a file is shown in that file.
  @Test func jsonOfAFileIsLocatedInIt() {
    let yaml = """
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: }
      templates: {order: {format: json, file: a.json}}
      stages: [{name: all, count: 1}]
      """
    let file = #"{"a": {{seq}},"# + "\r\n" + #" "b": "{{stage.name}}" "c"}"#
    let reading = ScenarioReader.read(
      Array(yaml.utf8), path: "orders.yaml",
      in: ReadingEnvironment(variable: { _ in nil }, file: { _ in .success(Array(file.utf8)) }))
    let start = SourcePosition(file: "a.json", line: 2, column: 24)
    #expect(reading.diagnostics.map(\.range.start) == [start])
  }

  /// A folder's name may have characters that are special in a URI.
  @Test(arguments: ["a b", "a#b", "a%20b", "a?b", "ä", "..", "/a/b"]) func schemasLieInAnyFolder(_ folder: String)
    throws
  {
    let yaml = """
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: }
      templates:
        j: {format: json, schema: "\(folder)/j.json", value: '[{{seq}}]'}
        x: {format: xml, schema: "\(folder)/x.xsd", value: '<a>1</a>'}
      stages: [{name: all, count: 1, template: j}]
      """
    let xsd = #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">"#
    let files = [
      "\(folder)/j.json": #"{"items": {"$ref": "c/more.json"}}"#, "\(folder)/c/more.json": #"{"$ref": "last.json"}"#,
      "\(folder)/c/last.json": "{}",
      "\(folder)/x.xsd": xsd + #"<xs:include schemaLocation="c/more.xsd"/></xs:schema>"#,
      "\(folder)/c/more.xsd": xsd + #"<xs:element name="a" type="xs:int"/></xs:schema>"#,
    ]
    let reading = ScenarioReader.read(
      Array(yaml.utf8), path: "orders.yaml",
      in: ReadingEnvironment(
        variable: { _ in nil },
        file: { path in files[path].map { .success(Array($0.utf8)) } ?? .failure(.init(reason: "gone")) }
      ))
    let scenario = try #require(reading.scenario, "\(reading.describeAll())")
    #expect(
      scenario.templates.compactMap(\.requirement.schema).flatMap(\.files).map(\.path).sorted() == files.keys.sorted())
  }

  /// The validator is made once, for the first value; a value that cannot be checked is not sent.
  @Test func withoutMemoryNothingPasses() throws {
    var made = 0
    let proof = try Self.scenario("{order: {\(Self.json), value: '{\"age\": 18}'}}").templates[0].requirement
    func fault(_ look: ValueValidator?) -> String? {
      Array(#"{"age": 20}"#.utf8).withUnsafeBytes { look?.fault(in: $0) }?.text
    }
    let none = ValueValidator(proof) { _ in
      made += 1
      return nil
    }
    #expect(made == 0)
    for _ in 0..<3 { #expect(fault(none) == "not enough memory to check it") }
    #expect(made == 3)
    let look = ValueValidator(proof)
    for _ in 0..<3 { #expect(fault(look) == nil) }
    #expect(ValueValidator(.none) == nil)
  }

  /// A value with a secret is checked, but not quoted.
  @Test(
    arguments: [
      ("TOKEN", "sword\"fish", "the reason is not shown: it contains a secret"),
      ("COLOUR", "sword\"fish", #"/tags/0: "sword\"fish" has 10 characters, more than 3"#), ("TOKEN", "abc", nil),
    ]) func secretsAreNotCited(_ variable: String, _ value: String, _ expected: String?) throws
  {
    let yaml = """
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: }
      vars: {v: "${\(variable)}"}
      templates: {a: {\(Self.json), value: '{"age": 18, "tags": ["{{vars.v}}"]}'}, b: {value: a}}
      stages: [{name: all, count: 2000, mix: {a: 1, b: 1}}]
      """
    let environment = ReadingEnvironment(variable: { $0 == variable ? value : nil }, file: Self.environment.file)
    let reading = ScenarioReader.read(Array(yaml.utf8), path: "orders.yaml", in: environment)
    let said = reading.diagnostics.map(\.message)
    let example = expected.map { $0.first == "/" ? " at \($0)" : ": \($0)" }
    #expect(said.count == (expected == nil ? 0 : 1))
    if let example { #expect(said.first?.hasSuffix(example) == true, "\(said)") }
  }

  /// A secret is not shown after steps have changed it.
  @Test(arguments: ["vars.v.upper()", "vars.v[1:]", #"n.replace("w", "-")"#, "m", "vars.v:>12"])
  func norAreChangedSecrets(
    _ expression: String
  ) throws {
    let yaml = """
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: }
      vars: {v: "${TOKEN}"}
      templates:
        a:
          let: {n: "{{vars.v}}", m: "{{n.title()}}"}
          format: json
          schema: age.json
          value: '{"age": 18, "tags": ["{{\(expression)}}"]}'
      stages: [{name: all, count: 20}]
      """
    let environment = ReadingEnvironment(variable: { $0 == "TOKEN" ? "swordfish" : nil }, file: Self.environment.file)
    let said = ScenarioReader.read(Array(yaml.utf8), path: "orders.yaml", in: environment).diagnostics.map(\.message)
    #expect(said.count == 1)
    #expect(said.first?.hasSuffix(": the reason is not shown: it contains a secret") == true, "\(said)")
  }

  /// Schemas are equal if their files are: two templates with the same file share one.
  @Test func schemasAreComparedByTheirFiles() throws {
    let scenario = try Self.scenario(
      "{a: {\(Self.json), value: '{\"age\": 18}'}, b: {\(Self.json), value: '{\"age\": 19}'}, c: {\(Self.xml), value: '<p><age>18</age></p>'}}",
      stages: "[{name: all, count: 1, template: a}]")
    let schemas = scenario.templates.compactMap(\.requirement.schema)
    #expect(schemas[0] == schemas[1] && schemas[0] != schemas[2])
    #expect(schemas[0].files.map(\.path) == ["age.json", "tag.json"] && schemas[0].path == "age.json")
    #expect(schemas[2].files.map(\.path) == ["age.xsd"])
  }

  /// The scenario's hash includes the content of the schema's files, not their paths.
  @Test func schemasBelongToTheScenario() throws {
    let scenario = try Self.scenario("{a: {\(Self.json), value: '{\"age\": 18}'}}")
    func digest(_ bytes: [UInt8]) -> String { "\(bytes.count)" }
    let resolved = ResolvedScenario(scenario, seed: 1, digest: digest) { $0.value }
    let sizes = ["age.json", "tag.json"].map { "\(Self.files[$0]?.utf8.count ?? 0)" }
    #expect(resolved.templates[0].schema?.map(\.path) == ["age.json", "tag.json"])
    #expect(resolved.templates[0].schema?.map(\.sha256) == sizes)
    #expect(resolved.withoutPlace.templates[0].schema?.map(\.path) == [nil, nil])
    #expect(resolved.withoutPlace.templates[0].schema?.map(\.sha256) == sizes)
    let other = ResolvedScenario(scenario, seed: 1, digest: { digest($0) + "x" }) { $0.value }
    #expect(other.withoutPlace != resolved.withoutPlace)
    let plain = ResolvedScenario(try Self.scenario("{a: {value: a}}"), seed: 1, digest: digest) { $0.value }
    #expect(plain.templates[0].schema == nil)
  }

  @Test func aSchemaIsNotReadBeyondFourMebibytes() {
    let yaml = """
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: }
      templates: {a: {format: json, schema: a.json, value: '{}'}, b: {format: json, schema: b.json, value: '{}'}}
      stages: [{name: all, count: 1, template: a}]
      """
    let most = 4 << 20
    let reading = ScenarioReader.read(
      Array(yaml.utf8), path: "orders.yaml",
      in: ReadingEnvironment(
        variable: { _ in nil },
        file: { path in
          .success(Array("{}".utf8) + [UInt8](repeating: 0x20, count: path == "a.json" ? most - 2 : most - 1))
        }))
    #expect(reading.diagnostics.map(\.message) == [#""b.json" cannot be read: it is larger than 4 MiB"#])
    #expect(reading.diagnostics.map(\.remedy) == [nil])
  }
}
