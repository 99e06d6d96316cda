import Testing

@testable import Templates

@Suite struct NDJSONTests {
  /// A value as it is written, as text, as a whole JSON value, and the kind of its column.
  static let values: [(String, String, String, ValueKind)] = [
    (#""a""#, "a", #""a""#, .cell),
    (#""""#, "", #""""#, .cell),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t", #""\"\\\/\b\f\n\r\t""#, .cell),
    (#""\u00e9\u5c71\ud83d\ude00é""#, "é山😀é", #""\u00e9\u5c71\ud83d\ude00é""#, .cell),
    ("12", "12", "12", .integer),
    ("-0", "-0", "-0", .integer),
    ("123456789012345678901234567890", "123456789012345678901234567890", "123456789012345678901234567890", .integer),
    ("1.50", "1.50", "1.50", .cell),
    ("2E+3", "2E+3", "2E+3", .cell),
    ("true", "true", "true", .boolean),
    ("false", "false", "false", .boolean),
    ("null", "", "null", .none),
    (#"{"b": [1, "}"]}"#, #"{"b": [1, "}"]}"#, #"{"b": [1, "}"]}"#, .cell),
    (#"["]", {"x": "\""}]"#, #"["]", {"x": "\""}]"#, #"["]", {"x": "\""}]"#, .cell),
  ]

  @Test(arguments: values) func keepsKinds(_ written: String, _ text: String, _ json: String, _ kind: ValueKind) throws
  {
    let line = "{\"z\": \"}\", \"a\" :\t\(written) , \"b\":1}\r\n\n"
    let read = DataSample.read(Array(line.utf8), "a.ndjson", ["a"], asJSON: true)
    #expect(read.faults.isEmpty)
    #expect(try #require(read.table).texts == [[text, json]])
    #expect(read.names?.references[DataPath(["a"])]?.kind == kind)
  }

  @Test(
    arguments: [
      ("a nested object", #"{"a": {"b": {"c": 1}}}"#, "a.b.c", "1"),
      ("an object beside its own field", #"{"a": {"b": 1}}"#, "a", #"{"b": 1}"#),
      ("a repeated name: the last counts", #"{"a": {"b": 1}, "a": {"b": 2}}"#, "a.b", "2"),
      ("a name with an escape", #"{"\u0061": 1}"#, "a", "1"),
      ("a name that others begin with", #"{"ab": 1, "a": 2, "abc": 3}"#, "a", "2"),
      ("a name in a nested object is another", #"{"x": {"a": 1}, "a": 2, "y": [{"a": 3}]}"#, "a", "2"),
    ]) func finds(_ name: String, _ line: String, _ path: String, _ text: String) throws
  {
    let read = DataSample.read(Array(line.utf8), "a.ndjson", [path])
    #expect(try #require(read.table).texts == [[text]])
  }

  @Test func aRepeatedNameReplacesTheFirst() {
    let read = DataSample.read(Array(#"{"a": {"b": 1}, "a": {"c": 2}}"#.utf8), "a.ndjson", ["a.b"])
    #expect(read.table == nil || read.names?.references.isEmpty == true)
  }

  @Test func kindsOverAllRows() throws {
    func kind(_ values: String...) -> ValueKind? {
      let text = values.map { "{\"a\": \($0)}\n" }.joined()
      return DataSample.read(Array(text.utf8), "a.ndjson", ["a"]).names?.references[DataPath(["a"])]?.kind
    }
    #expect(kind("1", "-2") == .integer)
    #expect(kind("1", "2.5") == .cell)
    #expect(kind("1", "null") == .mixed(hasText: false))
    #expect(kind("true", "null") == .mixed(hasText: false))
    #expect(kind("1", "\"x\"") == .cell)
    #expect(kind("null", "null") == ValueKind.none)
  }

  @Test(arguments: ["a.ndjson", "a.JSONL", "a.json", "a", "a.txt"]) func isNDJSON(_ path: String) {
    #expect(DataSample.read(Array(" {\"a\": 1}".utf8), path, ["a"]).table?.texts == [["1"]])
  }

  @Test(arguments: ["a.csv", "a.CSV", "a", "a.tsv"]) func isCSV(_ path: String) {
    #expect(DataSample.read(Array("a\n1\n".utf8), path, ["a"]).table?.texts == [["1"]])
  }
}
