import Diagnostics
import Payloads
import SampleScenarios
import Testing

@testable import Language
@testable import Scenarios
@testable import Templates

/// Lists of varying length, from a scenario to bytes.
@Suite struct ListTests {
  private static func values(_ templates: String, _ numbers: Range<UInt64>, seed: UInt64 = 42) throws -> [String] {
    let scenario = try SampleScenario(templates: templates, stages: "[{name: all, count: 1000}]").scenario()
    var renderer = scenario.recipe(stage: 0, seed: seed, runID: "01J", startedAt: Rendering.startedAt).renderer()
    return numbers.map { number in
      renderer.render(number, due: 0)
      return String(decoding: renderer.value, as: UTF8.self)
    }
  }

  @Test(
    arguments: [
      ("none", "let: {a: {repeat: 0, value: '1'}}, value: '[{{a}}, {{a.count}}]'", "[[], 0]"),
      ("one", "let: {a: {repeat: 1, value: '{\"n\": {{index}}}'}}, value: '{{a}}'", #"[{"n": 0}]"#),
      ("three", "let: {a: {repeat: 3..3, value: '{{index}}'}}, value: '{\"a\": {{ a }}}'", #"{"a": [0,1,2]}"#),
      (
        "formats",
        "let: {a: {repeat: 2, value: '[\"{{index:03d}}\", {{index:.1f}}]'}}, value: '[{{a}}, {{a.count:.2f}}, \"{{a.count:>3}}\"]'",
        #"[[["000", 0.0],["001", 1.0]], 2.00, "  2"]"#
      ),
      (
        "a name above, a variable, seq, and text that is escaped",
        "let: {u: 'u\"{{seq}}', a: {repeat: 2, value: '\"{{u}}-{{u.upper()}}-{{stage.name}}\"'}}, value: '{{a}}'",
        #"["u\"7-U\"7-all","u\"7-U\"7-all"]"#
      ),
      (
        "a block of YAML, which ends with a line break",
        "let: {a: {repeat: 2, value: \"{{index}}\\n\"}, b: {repeat: 2, value: \"{}\\n\"}}, value: '[{{a}}, {{b}}]'",
        "[[0,1], [{},{}]]"
      ),
      (
        "fields, in names and in lists",
        "fields: {id: {sequence: {start: 5, prefix: n-}}}, let: {z: 'z-{id}', a: {repeat: 2, value: '\"{id}-{{index}}\"'}}, value: '[{{a}}, \"{{z}}\"]'",
        #"[["n-12-0","n-12-1"], "z-n-12"]"#
      ),
      (
        "two lists of one template",
        "let: {a: {repeat: 2, value: '{{index}}'}, b: {repeat: 3, value: '{{a.count}}'}}, value: '[{{a}}, {{b}}]'",
        "[[0,1], [2,2,2]]"
      ),
      (
        "a step on each element's text",
        "let: {a: {repeat: 2, value: '\"{{faker.lexify(\"a?\", letters=\"b\").upper():>4}}\"'}}, value: '{{a}}'",
        #"["  AB","  AB"]"#
      ),
    ]) func inJSON(_ name: String, _ template: String, _ expected: String) throws
  {
    #expect(try Self.values("{t: {format: json, \(template)}}", 7..<8) == [expected])
  }

  @Test(
    arguments: [
      ("none", "let: {a: {repeat: 0, value: '<i/>'}}, value: '<r n=\"{{a.count}}\">{{a}}</r>'", #"<r n="0"></r>"#),
      (
        "places",
        "let: {t: '<&]\"', a: {repeat: 2, value: '<i a=\"{{t}}\">{{t}}<![CDATA[{{t}}]]></i> '}}, value: '<r>{{a}}</r>'",
        #"<r><i a="&lt;&amp;]&quot;">&lt;&amp;&#93;"<![CDATA[<&]]]><![CDATA["]]></i> <i a="&lt;&amp;]&quot;">&lt;&amp;&#93;"<![CDATA[<&]]]><![CDATA["]]></i> </r>"#
      ),
      (
        "a prefix of the document",
        "let: {a: {repeat: 2, value: '<p:i n=\"{{index}}\"/>'}}, value: '<p:r xmlns:p=\"urn:p\">{{a}}</p:r>'",
        #"<p:r xmlns:p="urn:p"><p:i n="0"/><p:i n="1"/></p:r>"#
      ),
      (
        "siblings", "let: {a: {repeat: 2, value: '<a>{{index}}</a><b>{{seq}}</b>'}}, value: '<r>{{a}}{{a}}</r>'",
        "<r><a>0</a><b>7</b><a>1</a><b>7</b><a>0</a><b>7</b><a>1</a><b>7</b></r>"
      ),
    ]) func inXML(_ name: String, _ template: String, _ expected: String) throws
  {
    #expect(try Self.values("{t: {format: xml, \(template)}}", 7..<8) == [expected])
  }

  static let order = """
    {t: {format: json, let: {a: {repeat: 0..4, value: '{{random.randint(0, 999999)}}'}, c: '{{a.count}}'},
    value: '{"n": {{a.count}}, "c": {{c}}, "a": {{a}}, "b": {{a}}}'}}
    """

  /// Each number of elements is drawn, about equally often, and is the same wherever the list is named; the elements differ.
  @Test func countsAreDrawnEvenlyAndElementsIndependently() throws {
    var counts = [Int](repeating: 0, count: 5)
    var numbers: Set<Substring> = []
    var elements = 0
    for value in try Self.values(Self.order, 0..<1000) {
      let lists = value.split(separator: "[", omittingEmptySubsequences: false).dropFirst().map {
        $0.prefix { $0 != "]" }
      }
      let list = lists[0].split(separator: ",")
      #expect(lists[0] == lists[1])
      #expect(value.hasPrefix("{\"n\": \(list.count), \"c\": \(list.count), "))
      counts[list.count] += 1
      elements += list.count
      numbers.formUnion(list)
    }
    // Chi-squared with 4 degrees of freedom, at 0.9999.
    #expect(counts.reduce(0.0) { $0 + Double(($1 - 200) * ($1 - 200)) / 200 } < 23.5)
    #expect(numbers.count > elements - 10)
  }

  @Test func dependOnSeedAndNumberAlone() throws {
    let all = try Self.values(Self.order, 0..<20)
    #expect(try Self.values(Self.order, 13..<14) == [all[13]])
    #expect(try Self.values(Self.order, 0..<20) == all)
    #expect(try Self.values(Self.order, 0..<20, seed: 43) != all)
  }

  /// Every count, with text that must be escaped in it, is well-formed.
  @Test(arguments: [
    ("json", #"{"s": "{{random.choice(['"', '\\', 'a\nb', ']', ','])}}"}"#),
    ("xml", #"<i a="{{random.choice(['"', '<', ']]>', '&'])}}">{{random.choice([']]>', '<i>', ''])}}</i>"#),
  ])
  func areWellFormed(_ format: String, _ element: String) throws {
    let value = format == "json" ? #"{"a": {{a}}, "b": [{{a}}, {{a}}]}"# : "<r>]]{{a}}]]{{a}}</r>"
    let templates = """

        t:
          format: \(format)
          let:
            a:
              repeat: 0..40
              value: |-
                \(element)
          value: |-
            \(value)
      """
    for value in try Self.values(templates, 0..<1000) {
      let fault = Array(value.utf8).withUnsafeBytes {
        format == "json" ? JSONDocument().fault(in: $0) : XMLDocument().fault(in: $0)?.sentence
      }
      #expect(fault == nil, "\(value)")
    }
  }

  /// Data of one row in each element, as text and as a value.
  @Test func takeData() throws {
    let values = try DataSample(
      "{t: {format: json, data: {file: u.csv}, let: {a: {repeat: 2, value: '[\"{{data.n}}\", {{data.x}}]'}}, value: '{{a}}'}}",
      files: ["u.csv": "n,x\n\"a\"\"b\",1\nc,null\n"]
    ).values(0..<2)
    #expect(values == [#"[["a\"b", 1],["a\"b", 1]]"#, #"[["c", null],["c", null]]"#])
  }

  /// A cell that is no JSON value is a mistake only where it is outside quotes.
  @Test(arguments: [("\"{{data.n}}\"", true), ("{{data.n}}", false)])
  func cellsAreChecked(_ element: String, _ isSound: Bool) {
    let sample = DataSample(
      "{t: {format: json, data: {file: u.csv}, let: {a: {repeat: 2, value: '\(element)'}}, value: '{{a}}'}}",
      files: ["u.csv": "n\na\n"])
    #expect((sample.reading.scenario != nil) == isSound)
  }

  /// A mapping of `let` is replaced whole where a template extends another.
  @Test func areReplacedWhole() throws {
    let base =
      "base: {format: json, let: {a: {repeat: 2, value: '1'}, b: {repeat: 1, value: '2'}}, value: '[{{a}}, {{b}}]'}"
    let sample = SampleScenario(
      templates: "{\(base), t: {extends: base, let: {a: {repeat: 3, value: '{{index}}'}}}}",
      stages: "[{name: all, template: t, count: 1}]")
    var renderer = try sample.scenario().recipe(stage: 0, seed: 1, runID: "01J", startedAt: 0).renderer()
    renderer.render(0, due: 0)
    #expect(String(decoding: renderer.value, as: UTF8.self) == "[[0,1,2], [2]]")
    // Half of one list and half of another has no meaning.
    let half = SampleScenario(
      templates: "{\(base), t: {extends: base, let: {a: {repeat: 3}}}}", stages: "[{name: all, template: t, count: 1}]")
    #expect(half.reading.scenario == nil)
  }

  /// A due time in an element is one of the template.
  @Test func usesDue() throws {
    let templates = "{t: {format: json, let: {a: {repeat: 1, value: '{{due:ms}}'}}, value: '{{a}}'}}"
    #expect(SampleScenario(templates: templates, stages: "[{name: all, count: 1}]").reading.scenario == nil)
    #expect(SampleScenario(templates: templates, stages: "[{name: all, count: 1, rate: 1/s}]").reading.scenario != nil)
  }
}
