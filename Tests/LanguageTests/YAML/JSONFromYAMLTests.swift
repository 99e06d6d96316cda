import Diagnostics
import Testing

@testable import Language

@Suite struct JSONFromYAMLTests {
  /// Scalars without quotes, and their JSON by YAML 1.2's core schema.
  static let scalars: [(yaml: String, json: String)] = [
    ("NO", #""NO""#), ("no", #""no""#), ("yes", #""yes""#), ("on", #""on""#), ("y", #""y""#),
    ("true", "true"), ("True", "true"), ("FALSE", "false"), ("tRUE", #""tRUE""#),
    ("null", "null"), ("~", "null"), ("Null", "null"), ("", "null"), ("nil", #""nil""#),
    ("0", "0"), ("-0", "-0"), ("7", "7"), ("+7", "7"), ("007", "7"), ("-12", "-12"),
    ("12345678901234567890123", "12345678901234567890123"),
    ("0o17", "15"), ("0x1F", "31"), ("0x", #""0x""#), ("0b11", #""0b11""#), ("-0x1F", #""-0x1F""#),
    ("0x-1", #""0x-1""#),
    ("1_000", #""1_000""#), ("1:30", #""1:30""#), ("2024-01-31", #""2024-01-31""#),
    ("1.5", "1.5"), ("1.0", "1.0"), ("-.5", "-0.5"), ("1.", "1.0"), (".", #"".""#), ("1.2.3", #""1.2.3""#),
    ("1e3", "1e3"), ("1E-3", "1e-3"), ("1.5e+3", "1.5e+3"), ("1e", #""1e""#), ("e3", #""e3""#),
    ("\"7\"", #""7""#), ("'true'", #""true""#), ("a\\d", #""a\\d""#), ("\"a\\tb\"", #""a\tb""#), ("é", #""é""#),
  ]

  @Test(arguments: scalars) func aScalarIsWhatTheCoreSchemaMakesOfIt(_ yaml: String, _ json: String) {
    #expect(Self.json("a: \(yaml)") == "{\"a\":\(json)}")
  }

  /// Documents, and their JSON.
  static let documents: [(yaml: String, json: String)] = [
    ("- 1\n- a: b\n- [c, {d: }]", #"[1,{"a":"b"},["c",{"d":null}]]"#),
    (
      "responses:\n  200: {description: ok}\n  default: {}", #"{"responses":{"200":{"description":"ok"},"default":{}}}"#
    ),
    ("a: &x {b: 1}\nc: *x\nd: {<<: *x, e: 2}", #"{"a":{"b":1},"c":{"b":1},"d":{"e":2,"b":1}}"#),
    ("a: |\n  one\n  \"two\"\n", #"{"a":"one\n\"two\"\n"}"#),
    ("a: >-\n  one\n  two\n", #"{"a":"one two"}"#),
    ("{\"a\": [1, true, null]}", #"{"a":[1,true,null]}"#),
    ("just text", #""just text""#),
  ]

  @Test(arguments: documents) func aDocumentKeepsItsValues(_ yaml: String, _ json: String) {
    #expect(Self.json(yaml) == json)
  }

  /// A text of 4 kB, repeated by aliases of aliases until it would be larger than the bound.
  @Test func aliasesDoNotFillTheMemory() {
    let text = String(repeating: "x", count: 4000)
    var yaml = "a0: &a0 \(text)\n"
    for level in 1...4 {
      let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(uses)]\n"
    }
    let converted = JSONFromYAML(Self.root(yaml), mostBytes: 100 << 10)
    #expect(converted.diagnostics.map(\.message) == ["the file is larger than 100 KiB as JSON"])
    #expect(converted.bytes.count < 110 << 10)
  }

  private static func root(_ yaml: String) -> YAMLNode {
    let text = SourceText(yaml.utf8, path: "order.yaml")
    let outcome = YAMLReader.read(Array(yaml.utf8)[...], as: text, .document)
    #expect(outcome.diagnostics.map(\.message) == [])
    return outcome.root ?? YAMLNode(content: .unread, range: text.beginning)
  }

  private static func json(_ yaml: String) -> String {
    let converted = JSONFromYAML(root(yaml))
    #expect(converted.diagnostics.map(\.message) == [])
    return String(decoding: converted.bytes, as: UTF8.self)
  }
}
