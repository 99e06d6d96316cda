import Diagnostics
import FoundationEssentials
import Language
import Payloads
import Testing

@testable import Templates

/// Cells that would break a message without escapes.
@Suite struct HostileDataTests {
  static let cells = [
    "", "\"", "\\", "\\\"", "'", "a\nb", "a\r\nb", "\r", "\t", "]]>", "]", "]]", ">", "]]&gt;", "&", "&amp;", "<a>",
    "</a>",
    "<![CDATA[", "--", "\u{2028}\u{2029}", "😀", "é\u{301}", "\u{7f}\u{85}", "{{seq}}", "${HOME}", "\\u0000",
    "\u{fffd}", String(repeating: "\"<&]\n", count: 40),
  ]
  /// Characters that are allowed in JSON only.
  static let unfit = ["\u{1}", "a\u{0}b", "\u{1b}[31m", "\u{fffe}", "x\u{ffff}"]

  private static func csv(_ cells: [String]) -> String {
    "n,c\n" + cells.enumerated().map { "\($0),\"\($1.replacing("\"", with: "\"\""))\"\n" }.joined()
  }

  private static func ndjson(_ cells: [String]) -> String {
    cells.map { "{\"c\": \"\(String(decoding: EscapeContext.jsonText.escaped(Array($0.utf8)), as: UTF8.self))\"}\n" }
      .joined()
  }

  @Test(arguments: ["a.csv", "a.ndjson"]) func inJSON(_ path: String) throws {
    let cells = Self.cells + Self.unfit
    let whole = path == "a.ndjson" ? ", {{data.c}}" : ""
    let sample = DataSample(
      "{t: {format: json, let: {x: '{{data.c}}'}, data: {file: \(path)}, "
        + "value: '[\"{{data.c}}\", \"a{{x}}b\", \"{{x:<1}}\"\(whole)]'}}",
      files: [path: path == "a.csv" ? Self.csv(cells) : Self.ndjson(cells)])
    for (cell, value) in zip(cells, try sample.values(0..<UInt64(cells.count))) {
      let decoded = try JSONDecoder().decode([String].self, from: Data(value.utf8))
      let one = cell.isEmpty ? " " : cell
      #expect(decoded == [cell, "a\(cell)b", one] + (whole.isEmpty ? [] : [cell]))
    }
  }

  /// The most columns, many of which are used, in less than quadratic time.
  @Test func manyColumns() throws {
    let count = CSVFile.mostColumns
    let names = (0..<count).map { "c\($0)" }.joined(separator: ",")
    let row = String(repeating: "1,", count: count - 1) + "1\n"
    let taken = (0..<5000).map { "{{data.c\($0 * 13)}}" }.joined()
    let sample = DataSample(
      "{t: {data: {file: a.csv}, value: '\(taken)'}}", files: ["a.csv": names + "\n" + row])
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try sample.values(0..<1) == [String(repeating: "1", count: 5000)])
    #expect(start.duration(to: clock.now) < .seconds(20))
    let wide = DataSample(
      "{t: {data: {file: a.csv}, value: '{{data.c0}}'}}", files: ["a.csv": names + ",more\n1," + row])
    #expect(
      wide.reading.diagnostics.map(\.message) == ["\"a.csv\" has 65537 columns; at most 65536 are supported"])
  }

  /// Names that double the name above them would take exponential time, whether they write something or nothing.
  @Test(arguments: ["{{data.c}}", "", "x"]) func namesThatDouble(_ first: String) throws {
    let names = (1..<60).map { ", n\($0): '{{n\($0 - 1)}}{{n\($0 - 1)}}'" }.joined()
    for format in ["xml", "json", "string"] {
      let value = format == "xml" ? "<a>{{n59}}</a>" : "[\"{{n59}}\"]"
      let sample = DataSample(
        "{t: {format: \(format), data: {file: a.csv}, key: '{{data.c}}', let: {n0: '\(first)'\(names)}, value: '\(value)'}}",
        files: ["a.csv": "c\n\u{1}\n"])
      let errors = sample.reading.diagnostics.filter { $0.severity == .error }
      #expect(errors.map(\.code) == [.tooLarge], "\(errors)")
    }
  }

  @Test(arguments: ["a.csv", "a.ndjson"]) func inXML(_ path: String) throws {
    let xml = XMLDocument()
    let sample = DataSample(
      "{t: {format: xml, data: {file: \(path)}, value: '<r a=\"{{data.c}}\"><t>{{data.c}}</t><c><![CDATA[{{data.c}}]]></c></r>'}}",
      files: [path: path == "a.csv" ? Self.csv(Self.cells) : Self.ndjson(Self.cells)])
    for (cell, value) in zip(Self.cells, try sample.values(0..<UInt64(Self.cells.count))) {
      #expect(Array(value.utf8).withUnsafeBytes { xml.fault(in: $0)?.sentence } == nil, "\(value)")
      let attribute = value.firstRange(of: "\"><t>").map { String(value[..<$0.lowerBound].dropFirst(6)) }
      let text = value.firstRange(of: "<t>").flatMap { start in
        value.firstRange(of: "</t><c>").map { String(value[start.upperBound..<$0.lowerBound]) }
      }
      #expect(attribute.map(Self.decoded) == cell)
      #expect(text.map(Self.decoded) == cell)
      let section = value.firstRange(of: "</t><c>").map { String(value[$0.upperBound...].dropLast(8)) }
      #expect(section.map(Self.sections) == cell)
    }
  }

  /// The text with references of XML resolved, as far as templates write them.
  private static func decoded(_ text: String) -> String {
    [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#93;", "]"), ("&#9;", "\t"), ("&#10;", "\n"),
      ("&#13;", "\r"), ("&amp;", "&"),
    ].reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// The text of CDATA sections, and of the references between them.
  private static func sections(_ text: String) -> String {
    var rest = text[...]
    var decodedText = ""
    while !rest.isEmpty {
      if rest.unicodeScalars.starts(with: "<![CDATA[".unicodeScalars) {
        guard let end = rest.firstRange(of: "]]>") else { return "no end of \(rest)" }
        decodedText += rest[rest.index(rest.startIndex, offsetBy: 9)..<end.lowerBound]
        rest = rest[end.upperBound...]
      } else {
        guard let end = rest.firstRange(of: "<![CDATA[") else { return decodedText + decoded(String(rest)) }
        decodedText += decoded(String(rest[..<end.lowerBound]))
        rest = rest[end.lowerBound...]
      }
    }
    return decodedText
  }

  @Test func charactersNotAllowedInXMLAreWithheld() throws {
    let cells = ["fine", "a\u{1}b", "fine", "\u{ffff}"]
    let sample = DataSample(
      "{t: {format: xml, data: {file: a.csv}, let: {x: '{{data.c}}'}, value: '<a>{{x}}</a>'}}",
      files: ["a.csv": Self.csv(cells)])
    var renderer = try sample.recipe().renderer()
    var faults: [String?] = []
    for number: UInt64 in 0..<4 {
      renderer.render(number, due: 0)
      faults.append(renderer.invalidValue()?.reason)
    }
    #expect(
      faults == [
        nil, "data.c contains U+0001, which is not allowed in XML", nil,
        "data.c contains U+FFFF, which is not allowed in XML",
      ])
  }

  /// A step may remove the character; in a key or in other formats it is allowed.
  @Test(
    arguments: [
      "{t: {format: xml, data: {file: a.csv}, value: '<a>{{data.c[:1]}}</a>'}}",
      "{t: {format: xml, data: {file: a.csv}, key: '{{data.c}}', value: '<a>{{data.n}}</a>'}}",
      "{t: {format: json, data: {file: a.csv}, value: '[\"{{data.c}}\"]'}}",
    ]) func otherMessagesAreSent(_ templates: String) throws
  {
    var renderer = try DataSample(templates, files: ["a.csv": Self.csv(["a\u{1}"])]).recipe().renderer()
    renderer.render(0, due: 0)
    #expect(renderer.invalidValue() == nil)
  }
}
