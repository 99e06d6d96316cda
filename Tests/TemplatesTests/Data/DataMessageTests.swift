import Diagnostics
import Payloads
import Testing

@testable import Language
@testable import Scenarios
@testable import Templates

/// Messages with data, from files to bytes.
@Suite struct DataMessageTests {
  static let users = "email,name,e-mail,age\na@x,Ann,1,31\nb@x,\"Bo, \"\"B\"\"\",2,32\nc@x,Çe,3,33\n"
  static let parts = "members,part\n,[]\n\"\"\"a\"\": 1, \"\"b\"\": [2]\",\"{\"\"c\"\": 3}\"\n"
  static let rows = """
    {"id": 1, "a": {"b-c": {"d": "x"}}, "n": null, "s": "p\\"q", "t": [1, "z"], "f": 1.50}
    {"id": 22, "a": {"b-c": {"d": "y"}}, "n": 5, "s": "", "t": {}, "f": 2e3}

    """

  static let raw = "{\"p\": \"2\"}\n{\"p\": \"[1]\"}\n"
  static let rawCSV = "p\n[\n\"1, 2\"\n"

  @Test(
    arguments: [
      ("a cell", "{t: {data: {file: users.csv}, value: '{{data.email}}'}}", "b@x"),
      (
        "a name in brackets", #"{t: {data: {file: users.csv}, value: "{{data['e-mail']}} {{ data[\"name\"] }}"}}"#,
        #"2 Bo, "B""#
      ),
      ("a method", "{t: {data: {file: users.csv}, value: '{{data.name.upper().replace(\"B\", \"x\")}}'}}", #"xO, "x""#),
      ("slices", "{t: {data: {file: users.csv}, value: '{{data.name[:2]}}{{data[\"name\"][-3:-1]}}'}}", "Bo\"B"),
      (
        "widths", "{t: {data: {file: users.csv}, value: '{{data.email:<5}}|{{data.email:>5}}|{{data.email:^5}}|'}}",
        "b@x  |  b@x| b@x |"
      ),
      (
        "JSON",
        "{t: {format: json, data: {file: users.csv}, value: '[\"{{data.name}}\", {{data.age}}, {{data.age:>4}}]'}}",
        #"["Bo, \"B\"", 32,   32]"#
      ),
      (
        "parts of JSON",
        "{t: {format: json, data: {file: parts.csv}, let: {p: '{{data.part}}'}, value: '[{{{raw data.members}}}, {{raw data.part}}, {{raw p}}]'}}",
        #"[{"a": 1, "b": [2]}, {"c": 3}, {"c": 3}]"#
      ),
      (
        "a name of let",
        "{t: {format: json, let: {n: '{{data.age}}', m: '<{{n}}>'}, data: {file: users.csv}, value: '[{{n}}, \"{{m.upper()}}\", \"{{n.zfill(4)}}\"]'}}",
        #"[32, "<32>", "0032"]"#
      ),
      (
        "nested fields",
        #"{t: {data: {file: rows.ndjson}, value: "{{data.a['b-c'].d}} {{data['a'][\"b-c\"].d.upper()}}"}}"#, "y Y"
      ),
      (
        "kinds in JSON",
        "{t: {format: json, data: {file: rows.ndjson}, value: '[{{data.id}}, {{data.n}}, {{data.s}}, {{data.t}}, {{data.f}}]'}}",
        #"[22, 5, "", {}, 2e3]"#
      ),
      (
        "raw placeholders, which are text",
        #"{t: {format: json, let: {p: '{{data.p}}'}, data: {file: raw.ndjson}, value: '[{{raw data.p}}, {{raw p}}, {{raw data.p[:3]}}, {{data.p}}]'}}"#,
        #"[[1], [1], [1], "[1]"]"#
      ),
      (
        "a raw cell that is not a value by itself",
        "{t: {format: json, data: {file: raw.csv}, value: '[{{raw data.p}}]'}}", "[1, 2]"
      ),
      (
        "kinds between quotes",
        "{t: {format: json, data: {file: rows.ndjson}, value: '\"{{data.id}} {{data.n}} {{data.s}} {{data.t}} {{data.f}}\"'}}",
        #""22 5  {} 2e3""#
      ),
      (
        "formats of whole numbers",
        "{t: {data: {file: rows.ndjson}, value: '{{data.id:04d}} {{data.id:.2f}} {{data.id:>5}}'}}", "0022 22.00    22"
      ),
      (
        "fields of objects as objects", "{t: {format: json, data: {file: rows.ndjson}, value: '{{data.a}}'}}",
        #"{"b-c": {"d": "y"}}"#
      ),
    ]) func yields(_ name: String, _ templates: String, _ expected: String) throws
  {
    let sample = DataSample(
      templates,
      files: [
        "users.csv": Self.users, "rows.ndjson": Self.rows, "raw.ndjson": Self.raw, "raw.csv": Self.rawCSV,
        "parts.csv": Self.parts,
      ])
    #expect(try sample.values([1]) == [expected])
  }

  @Test func theOtherRowOfKinds() throws {
    let value = "[{{data.n}}, \"{{data.n}}\", {{data.s}}, \"{{data.s}}\", {{data.t}}, \"{{data.t}}\"]"
    let sample = DataSample(
      "{t: {format: json, data: {file: rows.ndjson}, value: '\(value)'}}", files: ["rows.ndjson": Self.rows])
    #expect(try sample.values([0]) == [#"[null, "", "p\"q", "p\"q", [1, "z"], "[1, \"z\"]"]"#])
  }

  @Test func everyPartOfAMessageSeesTheSameRow() throws {
    let sample = DataSample(
      "{t: {data: {file: users.csv, order: shuffled}, let: {n: '{{data.email}}'}, key: '{{data.email}}', "
        + "headers: {h: '{{n}}', i: '{{data[\"e-mail\"]}}'}, value: '{{data.email}}'}}",
      files: ["users.csv": Self.users])
    var renderer = try sample.recipe().renderer()
    var seen: Set<String> = []
    for number: UInt64 in 0..<30 {
      renderer.render(number, due: 0)
      let key = String(decoding: renderer.key, as: UTF8.self)
      #expect(String(decoding: renderer.value, as: UTF8.self) == key)
      #expect(String(decoding: renderer.userHeaders[0].value, as: UTF8.self) == key)
      seen.insert(key)
    }
    #expect(seen.count == 3)
  }

  @Test(arguments: ["in-order", "shuffled", "once"]) func dependsOnlyOnItsNumber(_ order: String) throws {
    let csv = "n\n" + (0..<50).map { "\($0)\n" }.joined()
    let sample = DataSample(
      "{t: {data: {file: a.csv, order: \(order)}, value: '{{data.n}}'}, u: {value: u}}",
      stages: "[{name: all, mix: {t: 2, u: 1}, count: 75}]", files: ["a.csv": csv])
    let straight = try sample.values(0..<75)
    let numbers = (0..<75).map { UInt64($0 * 31 % 75) }
    let crooked = try sample.values(numbers)
    #expect(zip(numbers, crooked).allSatisfy { straight[Int($0)] == $1 })
    let taken = straight.filter { $0 != "u" }.compactMap { Int($0) }
    #expect(taken.sorted() == Array(0..<50))
    #expect((taken == Array(0..<50)) == (order != "shuffled"))
  }

  /// Rows are counted by the template's own messages, from the start of each stage.
  @Test func eachStageBeginsAtTheFirstRow() throws {
    let sample = DataSample(
      "{t: {data: {file: users.csv}, value: '{{data.email}}'}}",
      stages: "[{name: a, count: 4}, {name: b, count: 4}]", files: ["users.csv": Self.users])
    #expect(try sample.values(0..<4, stage: 0) == ["a@x", "b@x", "c@x", "a@x"])
    #expect(try sample.values(0..<4, stage: 1) == ["a@x", "b@x", "c@x", "a@x"])
  }

  @Test func aFileIsReadOnceAndItsTableShared() throws {
    let reads = Counter()
    let text = """
      version: 1
      name: test
      cluster: {brokers: embedded}
      topics: {a: {}}
      templates:
        a: {data: {file: u.csv}, value: "{{data.email}}"}
        b: {data: {file: u.csv, order: shuffled}, value: "{{data.email}}"}
        c: {data: {file: u.csv}, value: "{{data.age}}"}
      stages: [{name: all, mix: {a: 1, b: 1, c: 1}, count: 3}]
      """
    let environment = ReadingEnvironment(
      variable: { _ in nil }, file: { _ in .failure(.init(reason: "gone")) },
      data: { _ in
        reads.count += 1
        return .success(DataBytes(Array(Self.users.utf8), sha256: "5ha"))
      })
    let scenario = try #require(ScenarioReader.read(Array(text.utf8), path: "a.yaml", in: environment).scenario)
    #expect(reads.count == 1)
    #expect(scenario.templates[0].data?.table === scenario.templates[1].data?.table)
    #expect(scenario.templates[2].data?.table.columns.map(\.path.spelled) == ["age"])
    let parts = ResolvedScenario(scenario, seed: 1, digest: { _ in "" }) { $0.value }.withoutPlace.templates.map(\.data)
    #expect(parts[1] == ResolvedScenario.DataPart(order: .shuffled, rows: 3, sha256: "5ha"))
  }

  /// A counter for one thread.
  private final class Counter: @unchecked Sendable { var count = 0 }

  @Test func aFileThatIsTooLarge() {
    let environment = ReadingEnvironment(
      variable: { _ in nil }, file: { _ in .failure(.init(reason: "gone")) },
      data: { _ in .failure(.init(reason: "", isTooLarge: true)) })
    let text = "templates: {a: {data: {file: u.csv}, value: \"{{data.email}}\"}}"
    let messages = ScenarioReader.read(Array(text.utf8), path: "a.yaml", in: environment).diagnostics.map(\.message)
    #expect(messages.contains(#""u.csv" is larger than 1 GiB"#))
  }
}
