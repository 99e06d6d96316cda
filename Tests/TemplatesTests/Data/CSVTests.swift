import Diagnostics
import Language
import Testing

@testable import Templates

@Suite struct CSVTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var rows: [[String]]
    var used: [String] = ["a", "b"]
    var separator: String?

    var testDescription: String { name }

    init(
      _ name: String, _ text: String, _ rows: [[String]], used: [String] = ["a", "b"], separator: String? = nil
    ) {
      self.separator = separator
      self.name = name
      self.text = text
      self.rows = rows
      self.used = used
    }
  }

  static let samples: [Sample] = [
    Sample("line feeds", "a,b\n1,2\n3,4\n", [["1", "2"], ["3", "4"]]),
    Sample("carriage returns and line feeds", "a,b\r\n1,2\r\n3,4\r\n", [["1", "2"], ["3", "4"]]),
    Sample("no line end at the end", "a,b\n1,2", [["1", "2"]]),
    Sample("no line end after an empty cell", "a,b\n1,", [["1", ""]]),
    Sample("a byte order mark", "\u{feff}a,b\n1,2\n", [["1", "2"]]),
    Sample("quotes around every cell", "\"a\",\"b\"\n\"1\",\"2\"\n", [["1", "2"]]),
    Sample("quotes around the last cell, without a line end", "a,b\n1,\"2\"", [["1", "2"]]),
    Sample("a comma in quotes", "a,b\n\"1,5\",2\n", [["1,5", "2"]]),
    Sample("line breaks in quotes", "a,b\n\"1\n\",\"2\r\n3\"\n", [["1\n", "2\r\n3"]]),
    Sample("doubled quotes", "a,b\n\"\"\"\",\"x\"\"y\"\"\"\n", [["\"", "x\"y\""]]),
    Sample("quotes around nothing", "a,b\n\"\",\"\"\n", [["", ""]]),
    Sample("empty cells", "a,b\n,\n", [["", ""]]),
    Sample("blanks are part of a cell", "a,b\n 1 ,\t2\n", [[" 1 ", "\t2"]]),
    Sample("other columns are left out", "x,a,y,b\n\"p\n\",1,q,2\n", [["1", "2"]]),
    Sample("one column", "a\n1\n\"2\"\n", [["1"], ["2"]], used: ["a"]),
    Sample("one column with an empty row", "a\n1\n\n2\n", [["1"], [""], ["2"]], used: ["a"]),
    Sample("the header's names in quotes", "\"a\"\"\nb\",c\n1,2\n", [["1"]], used: ["a\"\nb"]),
    Sample("characters beyond ASCII", "a,b\né,山本\n😀,\u{2028}\n", [["é", "山本"], ["😀", "\u{2028}"]]),
    Sample("a zero byte", "a,b\n\u{0},x\u{0}\n", [["\u{0}", "x\u{0}"]]),
    Sample("semicolons", "a;b\n1,5;2\n\"3;\";\n", [["1,5", "2"], ["3;", ""]], separator: ";"),
    Sample("tabs", "a\tb\r\n1\t2 3\r\n", [["1", "2 3"]], separator: "\t"),
    Sample("bars", "a|b\nx{y}|~\n", [["x{y}", "~"]], separator: "|"),
    Sample("blanks", "a b\n1 2\n", [["1", "2"]], separator: " "),
    Sample("commas that are named", "a,b\n1,2\n", [["1", "2"]], separator: ","),
    Sample("a header that has semicolons", "a;b\n1\n", [["1"]], used: ["a;b"]),
    Sample(
      "cells longer than what is copied at once", "a,b\n\(String(repeating: "x", count: 70)),2\n3,4\n",
      [[String(repeating: "x", count: 70), "2"], ["3", "4"]]),
  ]

  @Test(arguments: samples) func isRead(_ sample: Sample) throws {
    let bytes = Array(sample.text.utf8)
    let read = DataSample.read(bytes, "a.csv", sample.used, separator: sample.separator)
    #expect(read.faults.isEmpty)
    #expect(try #require(read.table).texts == sample.rows)
  }

  @Test(arguments: [
    (";", true), ("\t", true), (" ", true), ("|", true), ("~", true), ("", false), (";;", false), ("\"", false),
    ("a", false), ("7", false), ("\n", false), ("\r", false), ("\0", false), ("\u{7f}", false), ("é", false),
    ("，", false),
  ]) func aSeparatorIsOneCharacter(_ text: String, _ isSeparator: Bool) {
    #expect((CSVSeparator(text) != nil) == isSeparator)
  }

  @Test func propertiesOfColumns() throws {
    let text = "a,b\nplain,\n\"<\",x\u{1}y\nlonger,\u{fffe}\n"
    let columns = try #require(DataSample.read(Array(text.utf8), "a.csv", ["a", "b"]).table).columns
    #expect(columns.map(\.longest) == [6, 3])
    #expect(columns.map(\.hasEmpty) == [false, true])
    #expect(columns[0].isSafe == [.plain, .jsonText, .jsonValue, .xmlCDATA])
    #expect(columns[1].isSafe == [.plain, .jsonValue, .xmlText, .xmlAttribute, .xmlCDATA])
    #expect(columns[0].unfit.isEmpty)
    #expect(columns[1].unfit == [UnfitCell(row: 1, scalar: "\u{1}"), UnfitCell(row: 2, scalar: "\u{fffe}")])
    #expect((0...3).map { columns[1].unfitForXML(row: $0) } == [nil, "\u{1}", "\u{fffe}", nil])
    #expect(columns[1].firstUnfit?.line == 3)
  }

  /// Bytes that are not text.
  @Test(arguments: [([0x61, 0x0a, 0xff, 0x0a], 2), ([0x61, 0x0a, 0x62, 0x0a, 0x63, 0xc3], 3)] as [([UInt8], Int)])
  func bytesThatAreNotUTF8(_ bytes: [UInt8], _ line: Int) {
    let read = DataSample.read(bytes, "a.csv", ["a"])
    #expect(read.faults.map(\.reason) == ["the file is not UTF-8"])
    #expect(read.faults.first?.place?.line == line)
    #expect(read.table == nil)
  }

  /// Names are compared by their hashes: comparing pairs, this header would take ten seconds.
  @Test func aHeaderOfManyColumns() {
    let names = (0..<20_000).map { "column\($0)" }.joined(separator: ",")
    var duration = ContinuousClock().measure {
      let outcome = DataSample.read(Array("\(names)\n\(names)\n".utf8), "a.csv", ["column19999"])
      #expect(outcome.table?.texts == [["column19999"]])
    }
    #expect(duration < .seconds(3))
    duration = ContinuousClock().measure {
      let outcome = DataSample.read(Array("\(names),column7\n".utf8), "a.csv", ["column1"])
      #expect(outcome.faults.map(\.reason) == ["two columns are named \"column7\""])
    }
    #expect(duration < .seconds(3))
  }

  /// A diagnostic contains only the part of a line that is shown.
  @Test func aLineOfAMegabyte() {
    let text = "a\n" + String(repeating: "x", count: 1 << 20) + ",y\n"
    let reading = DataSample("{t: {data: {file: a.csv}, value: '{{data.a}}'}}", files: ["a.csv": text]).reading
    #expect(reading.describeAll().utf8.count < 1500)
    #expect(reading.diagnostics.map(\.message) == ["this row has 2 cells, but the header has 1"])
  }
}

extension DataSample {
  static func read(_ bytes: [UInt8], _ path: String, _ names: [String], asJSON: Bool = false, separator: String? = nil)
    -> DataFile.Outcome
  {
    let uses = names.map {
      DataUse(path: DataPath($0.split(separator: ".").map(String.init)), asText: true, asJSON: asJSON)
    }
    return bytes.withUnsafeBytes { bytes in
      let text = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(TextEncoding.markLength(in: bytes)))
      return DataFile(text, path: path, separator: separator.flatMap { CSVSeparator($0) }).read(uses)
    }
  }
}
