import Diagnostics
import Language
import Scenarios
import Templates
import Testing

/// Files that begin with a byte order mark, and files in UTF-16: as a scenario, and wherever a scenario names a file.
@Suite struct EncodingTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// The template of the scenario, and a file that it or the scenario names.
    var template: String
    var file: (path: String, text: String)
    /// The message about the file in UTF-16; nil where it is read.
    var wide: String?
    var rest = ""
  }

  static let samples: [Sample] = [
    Sample(
      testDescription: "JSON of a template", template: "format: json, file: v.json", file: ("v.json", #"{"a": 1}"#),
      wide: "\"v.json\" is UTF-16 [scenario.encoding]"),
    Sample(
      testDescription: "XML of a template", template: "format: xml, file: v.xml", file: ("v.xml", "<a>{{seq}}</a>"),
      wide: "\"v.xml\" is UTF-16 [scenario.encoding]"),
    Sample(
      testDescription: "text of a template", template: "format: string, file: v.txt", file: ("v.txt", "hello"),
      wide: "\"v.txt\" is UTF-16 [scenario.encoding]"),
    Sample(
      testDescription: "text without a format", template: "file: v.txt", file: ("v.txt", "hello"),
      wide: "\"v.txt\" is UTF-16 [scenario.encoding]"),
    Sample(
      testDescription: "bytes of a template, in which zeros are allowed", template: "format: bytes, file: v.bin",
      file: ("v.bin", "hello"), wide: nil),
    Sample(
      testDescription: "a JSON Schema", template: #"format: json, value: '{"a": 1}', schema: s.json"#,
      file: ("s.json", #"{"type": "object"}"#),
      wide: "\"s.json\" cannot be read: it is UTF-16; save it as UTF-8 [scenario.bad-value]"),
    Sample(
      testDescription: "an XSD", template: "format: xml, value: '<a/>', schema: s.xsd",
      file: ("s.xsd", #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"/></xs:schema>"#),
      wide: "\"s.xsd\" cannot be read: it is UTF-16; save it as UTF-8 [scenario.bad-value]"),
    Sample(
      testDescription: "CSV", template: "data: {file: d.csv}, value: '{{data.id}}'",
      file: ("d.csv", "id,name\n1,Ada\n"),
      wide: "\"d.csv\" is UTF-16 [scenario.encoding]"),
    Sample(
      testDescription: "NDJSON", template: "data: {file: d.ndjson}, value: '{{data.id}}'",
      file: ("d.ndjson", "{\"id\": 1}\n"), wide: "\"d.ndjson\" is UTF-16 [scenario.encoding]"),
    Sample(
      testDescription: "an included file", template: "value: x", file: ("i.yaml", "version: 1\nvars: {a: b}\n"),
      wide: "the file is UTF-16 [scenario.encoding]", rest: "include: [i.yaml]\n"),
  ]

  @Test(arguments: samples) func aByteOrderMarkIsPassedOver(_ sample: Sample) throws {
    let (plain, marked) = (Self.reading(sample), Self.reading(sample) { [0xef, 0xbb, 0xbf] + $0 })
    #expect(plain.diagnostics == [])
    #expect(marked.diagnostics == [])
    #expect(try #require(marked.scenario).templates.map(\.value) == plain.scenario?.templates.map(\.value))
  }

  @Test(arguments: samples) func anotherEncodingIsNamed(_ sample: Sample) {
    let wide = sample.file.text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let found = { (bytes: [UInt8]) in
      Self.reading(sample) { _ in bytes }.diagnostics.map { "\($0.message) [\($0.code.rawValue)]" }
    }
    #expect(found(wide) == (sample.wide.map { [$0] } ?? []))
    #expect(found([0xff, 0xfe] + wide) == [sample.wide ?? "\"v.bin\" is UTF-16 [scenario.encoding]"])
  }

  /// libxml2 reads an XSD that says that it is UTF-16.
  @Test func anXSDThatNamesItsEncoding() {
    var sample = Self.samples[6]
    sample.file.text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + sample.file.text
    let wide = sample.file.text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let reading = Self.reading(sample) { _ in [0xff, 0xfe] + wide }
    #expect(reading.diagnostics == [])
  }

  @Test(arguments: [(true, false), (false, false), (true, true), (false, true)])
  func aScenarioInUTF16(_ hasMark: Bool, _ isBig: Bool) {
    let bytes = ((hasMark ? [0xfeff] : []) + Array("version: 1\nname: é\n".utf16)).flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return isBig ? pair.reversed() : pair
    }
    #expect(
      ScenarioReader.read(bytes, path: "a.yaml").describeAll() == """
        a.yaml:1:1: error: the file is UTF-16 [scenario.encoding]
          |
        1 | version: 1
          | ^ save it as UTF-8

        1 error in a.yaml
        """)
  }

  private static func reading(
    _ sample: Sample, _ change: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }
  ) -> ScenarioReading {
    let text = """
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {}}
      templates: {order: {\(sample.template)}}
      stages: [{name: all, count: 1}]
      \(sample.rest)
      """
    let environment = ReadingEnvironment(
      variable: { _ in nil },
      file: { [file = sample.file] path in
        path == file.path
          ? .success(change(Array(file.text.utf8))) : .failure(.init(reason: "No such file or directory"))
      }, settings: [])
    return ScenarioReader.read(Array(text.utf8), path: "orders.yaml", in: environment)
  }
}
