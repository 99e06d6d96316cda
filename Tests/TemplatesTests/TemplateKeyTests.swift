import Diagnostics
import SampleScenarios
import Scenarios
import Testing

@testable import Language
@testable import Templates

/// The effect of a template's keys on messages, from YAML to bytes.
@Suite struct TemplateKeyTests {
  private static func recipe(_ templates: String, stage: String = "count: 100") throws -> RenderRecipe {
    let scenario = try SampleScenario(
      templates: templates, stages: "[{name: all, \(stage)}]", more: #"vars: {build: "say \"hi\""}"#,
      files: ["event.txt": "<{{seq}}>\n"]
    ).scenario()
    return scenario.recipe(stage: 0, seed: 42, runID: "01J", startedAt: Rendering.startedAt)
  }

  /// The message as `key|name:value,…|value`.
  private static func message(_ renderer: inout StageRenderer, _ number: UInt64) -> String {
    renderer.render(number, due: 0)
    func text(_ bytes: UnsafeRawBufferPointer) -> String {
      bytes.baseAddress == nil ? "null" : String(decoding: bytes, as: UTF8.self)
    }
    let headers = renderer.userHeaders.map { "\(String(cString: $0.name)):\(text($0.value))" }
    return "\(text(renderer.key))|\(headers.joined(separator: ","))|\(text(renderer.value))"
  }

  @Test(
    arguments: [
      (
        "fields", "{a: {value: '<id>{id}</id>{no}{id}', fields: {id: {sequence: {start: 1}}}}}", "null||<id>4</id>{no}4"
      ),
      (
        "a prefix", "{a: {value: '{id} {n}', fields: {id: {sequence: {start: 1, prefix: A4GF-}}, n: {sequence: {}}}}}",
        "null||A4GF-4 3"
      ),
      (
        "a field in JSON",
        "{a: {format: json, value: '[{n}, \"{p}\"]', fields: {n: {sequence: {}}, p: {sequence: {prefix: '\"'}}}}}",
        #"null||[3, "\"3"]"#
      ),
      ("null", "{a: {key: 'k{{seq}}', value: null}}", "k3||null"),
      ("headers", "{a: {headers: {b: '{{seq}}', a: x}, value: v}}", "null|b:3,a:x|v"),
      (
        "vars in JSON", "{a: {format: json, key: '{{vars.build}}', value: '[\"{{vars.build}}\"]'}}",
        #"say "hi"||["say \"hi\""]"#
      ),
      ("a file", "{a: {file: event.txt}}", "null||<3>\n"),
      ("size", "{a: {format: json, value: '[1]', size: 8B}}", "null||[1]     "),
      ("a value that is longer than its size", "{a: {value: '123456789', size: 8B}}", "null||123456789"),
      (
        "names", "{a: {let: {x: '{{seq}}-a', y: '{{x.upper()}}{{x}}'}, key: '{{y}}', value: '{{y[:3]}}'}}",
        "3-A3-a||3-A"
      ),
      (
        "a name that is a number",
        "{a: {format: json, let: {x: '{{seq}}'}, value: '[{{x}}, {{x:.1f}}, \"{{x:04d}}\"]'}}",
        #"null||[3, 3.0, "0003"]"#
      ),
      (
        "a name that may be None",
        "{a: {format: json, let: {x: '{{random.choice([None])}}'}, key: '{{x}}', value: '[{{x}}]'}}", "||[null]"
      ),
    ] as [(String, String, String)]) func yields(_ name: String, _ templates: String, _ expected: String) throws
  {
    var renderer = try Self.recipe(templates).renderer()
    #expect(Self.message(&renderer, 3) == expected)
  }

  @Test func aNameIsTheSameEverywhereAndPlaceholdersAreIndependent() throws {
    let recipe = try Self.recipe(
      "{a: {let: {u: '{{random.hex(8)}}'}, key: '{{u}}', headers: {h: '{{u}}'}, value: '{{u}} {{random.hex(8)}} {{random.hex(8)}}'}}"
    )
    var renderer = recipe.renderer()
    var drawn: Set<String> = []
    for number: UInt64 in 0..<100 {
      renderer.render(number, due: 0)
      let value = String(decoding: renderer.value, as: UTF8.self).split(separator: " ").map(String.init)
      #expect(value[0] == String(decoding: renderer.key, as: UTF8.self))
      #expect(value[0] == String(decoding: renderer.userHeaders[0].value, as: UTF8.self))
      drawn.formUnion(value)
    }
    #expect(drawn.count == 300)
  }

  @Test func sizesAreDrawnWithinTheirBounds() throws {
    var renderer = try Self.recipe("{a: {value: a, size: {min: 10B, max: 12B}}}").renderer()
    var sizes: Set<Int> = []
    for number: UInt64 in 0..<100 {
      renderer.render(number, due: 0)
      sizes.insert(renderer.value.count)
    }
    #expect(sizes == [10, 11, 12])
  }

  /// U+2028 is a line break in YAML but not in a template: then the range is that of the whole scalar.
  @Test func aBlockWhoseLinesAreLongerThanTheFiles() {
    let source = SourceText(Array("v: |\n  abc\n  x\n".utf8), path: "a.yaml")
    let range = SourceRange(start: SourcePosition(line: 1, column: 4), end: SourcePosition(line: 4, column: 1))
    let origin = ScalarOrigin(of: "abc\nlonger than the line\n", at: range, in: source)
    #expect(origin.range(of: 5..<7) == range)
  }

  /// Each template counts its own messages.
  @Test func fieldsOfAMixture() throws {
    let recipe = try Self.recipe(
      "{a: {value: 'a{n}', fields: {n: {sequence: {}}}}, b: {value: 'b{n}', fields: {n: {sequence: {}}}}}",
      stage: "count: 100, mix: {a: 6, b: 2}")
    #expect(recipe.weights == [3, 1])
    var renderer = recipe.renderer()
    var own = (a: 0, b: 0)
    for number: UInt64 in 0..<100 {
      let message = Self.message(&renderer, number)
      if renderer.template == 0 {
        #expect(message == "null||a\(own.a)")
        own.a += 1
      } else {
        #expect(message == "null||b\(own.b)")
        own.b += 1
      }
    }
    #expect(own.a == 75 && own.b == 25)
  }

  /// The messages of an earlier utility, character for character.
  @Test func thePhasesOfSystemA() throws {
    let second =
      "<person><id>{{faker.uuid4()}}</id><first_name>{{faker.first_name()}}</first_name><last_name>{{faker.last_name()}}</last_name><address>{{faker.address()}}</address><phone_number>{{faker.phone_number()}}</phone_number><random_age>{{faker.random_int(min=20, max=50)}}</random_age><status>{{random.choice(['Y','N'])}}</status></person>"
    let rendering = Rendering(second)
    for number: UInt64 in 0..<200 {
      let text = rendering.text(number)
      #expect(text.hasPrefix("<person><id>") && text.hasSuffix("</status></person>") && !text.contains("{"))
      let age = text.split(separator: "<random_age>").last?.prefix(2) ?? ""
      #expect((20...50).contains(Int(age) ?? 0))
      #expect(text.contains("<status>Y<") || text.contains("<status>N<"))
      #expect(text.contains("\n"))
    }
    let first = Rendering(
      "<event><user>Username6</user><id>{id}</id><action>Login</action></event>",
      fields: [TemplateField(name: "id", start: 1, prefix: "")])
    #expect(first.text(0) == "<event><user>Username6</user><id>1</id><action>Login</action></event>")
    #expect(first.text(9) == "<event><user>Username6</user><id>10</id><action>Login</action></event>")
  }
}
