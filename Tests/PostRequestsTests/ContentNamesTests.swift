import Templates
import Testing

@testable import PostRequests

@Suite struct ContentNamesTests {
  /// Contents, the names asked for, and the content with every name replaced by `#`.
  @Test(
    arguments: [
      ("<id>{id}</id>", ["id"], "<id>#</id>"),
      ("{id}{id} {n}", ["id"], "##·{n}"),
      ("A4GF-{id}", ["id"], "A4GF-#"),
      // A placeholder's own braces, and what is in them.
      ("{{id}}", ["id"], "{{id}}"),
      ("{{{id}}}", ["id"], "{{{id}}}"),
      ("{{faker.word()}}{id}", ["id"], "{{faker.word()}}#"),
      ("{{random.choice(['{id}'])}} {id}", ["id"], "{{random.choice(['{id}'])}}·#"),
      ("{{it's}} {id}", ["id"], "{{it's}}·#"),
      // Braces that are not closed, and what is behind them.
      ("{{id} {id}", ["id"], "{{id}·{id}"),
      ("{id} {{ {id}", ["id"], "#·{{·{id}"),
      ("{ {id} {", ["id"], "{·#·{"),
      ("{x{id}}", ["id"], "{x#}"),
      ("{id", ["id"], "{id"),
      ("{ id }", ["id"], "{·id·}"),
      ("$${id} ${id}", ["id"], "$$#·$#"),
      // Names that a scenario cannot hold.
      ("{d-1}{my id}{1st}", ["d-1", "my id", "1st"], "###"),
      (#"{"a":"{é}","b":{"c": 1}}"#, ["é", "\"c\": 1"], ##"{"a":"#","b":#}"##),
    ]) func namesAreFoundWhereATemplateHasItsFields(_ content: String, _ names: [String], _ marked: String)
  {
    let found = ContentNames(content, names: names)
    let replacements = found.places.values.joined().sorted { $0.lowerBound < $1.lowerBound }.map {
      RewrittenText.Replacement(range: $0, text: "#")
    }
    #expect(RewrittenText(content, replacements).text.replacing(" ", with: "·") == marked)
  }

  /// The text that a scenario has in place of the content, and the identifier of each name.
  @Test(
    arguments: [
      ("{id}", ["id"], "{id}"),
      ("{d-1} {d-1}", ["d-1"], "{d_1} {d_1}"),
      ("{1st} {my id}", ["1st", "my id"], "{_1st} {my_id}"),
      // Another name, two that become one, and literal text that must stay one.
      ("{d-1} {d_1}", ["d-1", "d_1"], "{d_1_2} {d_1}"),
      ("{d-1} {d.1} {d 1}", ["d-1", "d.1", "d 1"], "{d_1} {d_1_2} {d_1_3}"),
      ("{d-1} {d_1}", ["d-1"], "{d_1_2} {d_1}"),
      ("{d-1} {{x}} {{{d_1}}}", ["d-1"], "{d_1_2} {{x}} {{{d_1}}}"),
      ("{é}", ["é"], "{_}"),
      ("{{d-1}} {d-1}", ["d-1"], "{{d-1}} {d_1}"),
    ]) func namesThatAScenarioCannotHoldAreRenamed(_ content: String, _ names: [String], _ renamed: String)
  {
    let found = ContentNames(content, names: names)
    #expect(RewrittenText(content, found.replacements).text == renamed)
    #expect(Set(names.map(found.identifier)).count == names.count)
  }

  /// Random braces, names and quotes: what is found is what a template has, whether the names are identifiers or are renamed.
  @Test func aTemplateHasTheSameFields() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("contents: seed \(seed)")
    var state = seed
    func below(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    let pieces = [
      "{", "}", "{{", "}}", "id", "d-1", "d_1", "{id}", "{d-1}", "{d_1}", "\"", " ", "é", "\n", "faker.word()",
    ]
    for _ in 0..<2000 {
      let content = (0..<below(14)).map { _ in pieces[below(UInt64(pieces.count))] }.joined()
      let names = ["id", "d-1"]
      let found = ContentNames(content, names: names)
      let text = RewrittenText(content, found.replacements)
      let fields = names.map { TemplateField(name: found.identifier(of: $0), start: 1, prefix: "") }
      let placeholders = ParsedTemplate(text.text, fields: fields).placeholders.filter { !$0.source.hasPrefix("{{") }
      #expect(
        placeholders.map { text.originalOffset($0.offsets.lowerBound) }
          == found.places.values.joined().map(\.lowerBound).sorted(), "seed \(seed): \(content)")
    }
  }

  /// Neither many braces nor many names take long.
  @Test func hostileContents() {
    let names = (0..<20_000).map { "\($0)-" }
    let content = String(repeating: "{", count: 200_000) + "{{" + String(repeating: "{a", count: 200_000)
    #expect(ContentNames(content, names: names).places.isEmpty)
    let all = names.map { "{\($0)}" }.joined()
    #expect(ContentNames(all, names: names).replacements.count == names.count)
    let dashes = (1...2000).map { String(repeating: "-", count: $0 % 50) + String(repeating: ".", count: $0 / 50) }
    #expect(Set(dashes.map(ContentNames("", names: dashes).identifier)).count == Set(dashes).count)
  }
}
