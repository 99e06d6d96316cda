import Payloads
import Testing

@testable import Templates

@Suite struct TemplateTests {
  @Test(
    arguments: [
      ("", 0, ""), ("plain", 7, "plain"), ("{{seq}}", 0, "0"), ("{{seq}}", 9, "9"), ("{{seq}}", 10, "10"),
      ("{{seq}}", .max, "18446744073709551615"), ("{{ seq }}-{{stage.name}}-{{\trun.id }}", 42, "42-peak-01J"),
      ("{{seq}}{{seq}}", 12, "1212"), ("{\"a\":{\"b\":{{seq}}}}", 5, "{\"a\":{\"b\":5}}"),
      ("{seq} }} {", 5, "{seq} }} {"),
      ("é{{seq}}注", 3, "é3注"),
    ] as [(String, UInt64, String)]) func renders(_ text: String, _ sequence: UInt64, _ expected: String)
  {
    #expect(Rendering(text).text(sequence) == expected)
  }

  @Test func literalsAreMergedAndNeverEmpty() {
    // A faulty placeholder is left out, so that the literals beside it are merged.
    #expect(ParsedTemplate("a{{nothing}}b").pieces == [.literal(Array("ab".utf8))])
    #expect(ParsedTemplate("a{{ '{{' }}b").pieces == [.literal(Array("a{{b".utf8))])
    #expect(ParsedTemplate("{{seq}}{{stage.name}}").pieces.count == 2)
    #expect(ParsedTemplate("").pieces == [])
  }

  @Test(arguments: [("{{", 0), ("a {{seq", 2), ("{{seq} {{seq}}", 0), ("{{seq}} {{", 8), ("{{'a", 0), ("{{seq}", 0)])
  func braces(_ text: String, openAt offset: Int) {
    #expect(ParsedTemplate(text).unterminated == offset)
  }

  @Test(arguments: [
    (#"{"n": {{seq}}}"#, ""), (#"[{{seq}},{{seq}}]"#, ""), ("{{seq}}", ""), (" {{seq}}\n", ""),
    (#""{{seq}}{{run.id}}""#, ""),
    (#"{"{{stage.name}}-{{seq}}": null}"#, ""), (#""\\{{stage.name}}""#, ""), (#""\"{{run.id}}\"""#, ""),
    (#""\u0041{{seq}}""#, ""), (#"{"a": {{run.id}}}"#, "0 text"), (#"[{{seq}}, {{stage.name}}]"#, "1 text"),
    ("-{{seq}}", "0 glued"), ("{{seq}}.5", "0 glued"), ("[{{seq}}{{seq}}]", "0 glued, 1 glued"),
    ("[x{{run.id}}]", "0 glued"),
    (#"{ {{stage.name}} : 1}"#, "0 key"), (#""\{{seq}}""#, "0 escape"), (#""\u12{{seq}}""#, "0 escape"),
    (#""\u{{seq}}000""#, "0 escape"), (#"{"a": {{seq}}"#, "document"), (#"{{seq}} {{seq}}"#, "document"),
    ("", "document"),
    (#"{"a": "x, "b": "{{stage.name}}"}"#, "document"), (#"{"a": {{faker.name()}}}"#, "0 text"),
    (#"[{{seq:08d}}, "{{seq:08d}}", {{seq:>8}}]"#, "0 zeros"), ("[{{random.choice([1, None, True])}}]", ""),
    ("[{{random.choice([1, 'a'])}}]", "0 text"), ("[{{faker.boolean()}}, {{random.uniform(1, 2):.2f}}]", ""),
    ("[{{faker.date_time()}}]", "0 text"), ("[{{faker.unix_time()}}, {{due:ms}}]", ""),
  ]) func placesInJSON(_ text: String, _ expected: String) {
    let mistakes = JSONSkeleton(ParsedTemplate(text)).mistakes(by: JSONDocument())
    let described = mistakes.map { mistake in
      switch mistake {
      case .placeholder(let index, let kind): "\(index) \(kind)"
      case .document: "document"
      }
    }
    #expect(described.joined(separator: ", ") == expected)
  }

  /// A skeleton without errors renders well-formed messages.
  @Test(arguments: [
    #"{"n": {{seq}}, "s": "{{stage.name}}", "nested": {"a":[{{seq}}]}}"#, #"{"{{run.id}}{{seq}}": "\n{{seq}}"}"#,
    "{{seq}}", #"["{{random.choice(['"', '\\', 'a\nb', '\u0001', 'é'])}}", {{random.choice([1.5, None, False])}}]"#,
    ##"["{{faker.address().upper()}}", "{{faker.numerify('"#\\')}}", "{{random.choice(['"','\n']).replace('"', '""')}}"]"##,
    #"["{{'\n"'}}", "{{faker.date(pattern='"%Y"')}}", "{{stage.name.replace('p', '"'):>9}}", "{{faker.lexify('?', letters='"\\')}}"]"#,
  ]) func messagesAreJSON(_ text: String) {
    let json = JSONDocument()
    #expect(JSONSkeleton(ParsedTemplate(text)).mistakes(by: json).isEmpty)
    let rendering = Rendering(text, format: .json)
    for sequence: UInt64 in [0, 1, 2, 3, 4, 5, 6, 7, 10, 4711, .max] {
      let message = Array(rendering.text(sequence).utf8)
      #expect(message.withUnsafeBytes { json.fault(in: $0) } == nil, "\(rendering.text(sequence))")
    }
  }

  @Test(arguments: [
    ("{\"n\": {{seq}}}", true), (" []", true), ("{{seq}}", false), ("{n}", false), ("\"a\"", false), ("", false),
  ])
  func looksLikeJSON(_ text: String, _ expected: Bool) {
    #expect(JSONSkeleton(ParsedTemplate(text)).looksLikeJSON(by: JSONDocument()) == expected)
  }
}

extension ParsedTemplate {
  /// The pieces without variables of a scenario.
  fileprivate var pieces: [TemplateText.Piece] { pieces { _ in "" } }
}
