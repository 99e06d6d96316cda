import Diagnostics
import Language
import Testing

/// YAML and JSON that resemble a mistake with a hint, and are none.
@Suite struct SoundYAMLTests {
  @Test(arguments: [
    ("a colon in quotes", "description: \"Load test: orders\""),
    ("a colon without a blank", "description: http://kafka-1:8080/a:b"),
    ("quotes inside text", "description: it's \"so\""),
    ("quotes of a word processor in text", "description: Orders “of the day”, ‘small’ and „large“"),
    ("quotes of a word processor around text", "description: “Hello”"),
    ("a no-break space in text", "description: prix\u{a0}5\u{a0}€"),
    ("blanks of ideographs in text", "description: 注文\u{3000}一覧"),
    ("a no-break space in a block", "vars:\n  a: |\n    \u{a0}key: x\n    \u{a0}- y"),
    ("a no-break space in a block with an anchor", "x-a: {b: c}\nvars:\n  a: &v |\n    \u{a0}key: x\n  b: *v"),
    ("a no-break space that goes on with quoted text", "description: \"a\n  \u{a0}b: c\""),
    ("a dash of a word processor in text", "description: orders — small"),
    ("a number sign in text", "description: order#5"),
    ("a comment with braces", "vars: { # a comment }\n  a: b, # c ]\n  d: e}"),
    ("an address with two slashes", "vars: {a: http://b, c: d/*e}"),
    ("dashes in text", "description: a\n  -b\n  - c"),
    ("an arrow", "description: -> text"),
    ("a blank before a colon", "description : text"),
    ("a tab behind a colon", "description:\ttext"),
    ("an anchor that is used", "x-a: {b: &text hello}\nvars: {c: *text}"),
    ("an anchor of a mapping that is not used", "x-a: &base {b: c}"),
    ("a single quote that is doubled", "description: 'it''s'"),
    ("escapes of YAML", "description: \"a\\tb\\u00e9\\\\d\""),
    ("a block of text behind its sign", "description: >-\n  5: orders\n  'it's'"),
    ("braces over lines", "vars: {\n  a: b,\n  c: d,\n}"),
    ("a key with a question mark", "? description\n: text"),
  ]) func isRead(_ name: String, _ yaml: String) {
    let text = """
      version: 1
      name: orders
      \(yaml)
      cluster: {brokers: embedded}
      topics: {orders: {}}
      templates: {order: {value: x}}
      stages: [{name: all, count: 10}]
      """
    #expect(ScenarioReader.read(Array(text.utf8), path: "orders.yaml").describeAll() == "", "\(name)")
  }

  @Test(arguments: [
    #"{"a": "“quoted”", "b": "it's // no comment", "c": [1, 2]}"#, "{\"a\": \"\u{a0}\", \"True\": true}",
    #"{{raw vars.a}}"#,
    #"[{{seq}}, {"n": {{seq}}}]"#,
  ]) func isJSON(_ value: String) {
    let text = """
      version: 1
      name: orders
      vars: {a: "1"}
      cluster: {brokers: embedded}
      topics: {orders: {}}
      templates:
        order:
          format: json
          value: |
            \(value)
      stages: [{name: all, count: 10}]
      """
    let reading = ScenarioReader.read(Array(text.utf8), path: "orders.yaml")
    #expect(!reading.diagnostics.contains { $0.severity == .error }, "\(reading.describeAll())")
  }
}
