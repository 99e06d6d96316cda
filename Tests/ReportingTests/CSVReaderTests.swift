import Testing

@testable import Reporting

/// CSV files as programs all over the world write them.
@Suite struct CSVReaderTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    /// The header first.
    var rows: [[String]]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ rows: [[String]]) {
      (self.name, bytes, self.rows) = (name, Array(text.utf8), rows)
    }
  }

  static let plain = [["a", "b"], ["1", "2"], ["3", ""]]

  @Test(arguments: [
    Row("as rehearse writes it", "a,b\n1,2\n3,\n", plain),
    Row("without the last line end", "a,b\n1,2\n3,", plain),
    Row("CR LF", "a,b\r\n1,2\r\n3,\r\n", plain),
    Row("CR", "a,b\r1,2\r3,\r", plain),
    Row("a byte order mark", "\u{FEFF}a,b\n1,2\n3,\n", plain),
    Row("semicolons", "a;b\n1;2\n3;\n", plain),
    Row("tabs", "a\tb\n1\t2\n3\t\n", plain),
    Row("sep=", "sep=;\na;b\n1;2\n3;\n", plain),
    Row("sep= of another than the header has most of", "sep=;\n\"a,a,a\";b\n1;2\n", [["a,a,a", "b"], ["1", "2"]]),
    Row("sep= with a mark, in quotes, with CR LF", "\u{FEFF}\"sep=;\"\r\na;b\r\n1;2\r\n3;\r\n", plain),
    Row("commas in quotes beside semicolons", "\"a,x,y,z\";b\n1;2\n", [["a,x,y,z", "b"], ["1", "2"]]),
    Row("every cell in quotes", "\"a\",\"b\"\n\"1\",\"2\"\n\"3\",\"\"\n", plain),
    Row(
      "a separator, a doubled quote and line ends in quotes", "a,b\n\"1,\"\"x\"\"\",\"2\r\n\n3\"\n",
      [["a", "b"], ["1,\"x\"", "2\r\n\n3"]]),
    Row("a quote within a cell", "a,b\n5\" disk,2\n", [["a", "b"], ["5\" disk", "2"]]),
    Row("empty lines", "\n\na,b\n\n1,2\n\n\n3,\n\n\n", plain),
    Row("rows of separators alone", "a,b\n1,2\n3,\n,\n,\n", plain),
    Row("the header again, as cat joins files", "a,b\n1,2\na,b\n3,\n", plain),
    Row("the header again with a mark", "\u{FEFF}a,b\n1,2\n\u{FEFF}a,b\n3,\n", plain),
    Row("one column", "a\n1\n", [["a"], ["1"]]),
    Row("a header alone", "a,b\n", [["a", "b"]]),
    Row("letters of every script", "ä,日本\n🎈,\u{301}\n", [["ä", "日本"], ["🎈", "\u{301}"]]),
  ]) func isRead(_ row: Row) throws {
    #expect(try Self.rows(row.bytes) == row.rows)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var message: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ message: String) {
      (self.name, bytes, self.message) = (name, Array(text.utf8), message)
    }

    init(_ name: String, bytes: [UInt8], _ message: String) {
      (self.name, self.bytes, self.message) = (name, bytes, message)
    }
  }

  static let utf16 = Array("a,b\n1,2\n".utf16)

  @Test(arguments: [
    Fault(
      "UTF-16 with a mark", bytes: [0xFF, 0xFE] + utf16.flatMap { [UInt8($0), 0] },
      "f.csv:1: the file is UTF-16; save it as UTF-8, in a spreadsheet as \"CSV UTF-8\""),
    Fault(
      "UTF-16 without a mark, the high byte first", bytes: utf16.flatMap { [0, UInt8($0)] },
      "f.csv:1: the file is UTF-16; save it as UTF-8, in a spreadsheet as \"CSV UTF-8\""),
    Fault(
      "Latin-1", bytes: Array("a,b\n1,".utf8) + [0xE4] + Array("\n".utf8),
      "f.csv:2: column 2 (b): the text is not UTF-8; save the file as UTF-8, in a spreadsheet as \"CSV UTF-8\""),
    Fault(
      "Latin-1 in the header", bytes: Array("a,".utf8) + [0xE4] + Array("\n".utf8),
      "f.csv:1: column 2: the text is not UTF-8; save the file as UTF-8, in a spreadsheet as \"CSV UTF-8\""),
    Fault("nothing", "", "f.csv:1: the file is empty; its first line must name the columns"),
    Fault("a mark alone", "\u{FEFF}\n", "f.csv:1: the file is empty; its first line must name the columns"),
    Fault("sep= alone", "sep=;\n", "f.csv:1: the file is empty; its first line must name the columns"),
    Fault(
      "another separator", "sep=|\na|b\n",
      "f.csv:1: \"sep=|\" is not supported; separate cells by commas, semicolons or tabs"),
    Fault("a field missing", "a,b\n1,2\n3\n", "f.csv:3: 1 field instead of 2, as many as the header has"),
    Fault("a field more", "a,b\n1,2,\n", "f.csv:2: 3 fields instead of 2, as many as the header has"),
    Fault(
      "a row behind line ends in quotes", "a,b\r\n\"x\r\ny\nz\",2\r\n3\r\n",
      "f.csv:5: 1 field instead of 2, as many as the header has"),
    Fault("an open quote", "a,b\n1,2\n3,\"4\n5,6\n", "f.csv:3: column 2 (b): the quote is never closed"),
    Fault("an open quote in the header", "a,\"b\n1,2\n", "f.csv:1: column 2: the quote is never closed"),
    Fault(
      "text behind a quote", "a,b\n\"1\"x,2\n",
      "f.csv:2: column 1 (a): text behind the closing quote; a quote within a cell must be doubled"),
    Fault(
      "separators alone", bytes: Array(repeating: 0x2C, count: 100_000), "f.csv:1: more than 4096 fields"),
  ]) func isRefused(_ fault: Fault) {
    let error = #expect(throws: CSVError.self) { try Self.rows(fault.bytes) }
    #expect(error?.message(in: "f.csv") == fault.message)
  }

  /// A cell is found again by its line, even where line ends are in cells before it.
  @Test func everyCellHasItsPlace() throws {
    var reader = try CSVReader(Array("a,b,c\r\n1,\"x\r\ny\",3\r\n".utf8))
    #expect(try reader.next())
    let places = (0...2).map { reader.place($0).prefix(in: "f") }
    #expect(places == ["f:2: column 1 (a): ", "f:2: column 2 (b): ", "f:3: column 3 (c): "])
  }

  static func rows(_ bytes: [UInt8]) throws -> [[String]] {
    var reader = try CSVReader(bytes)
    var rows = [reader.header]
    while try reader.next() { rows.append(try reader.header.indices.map { try reader.text($0) }) }
    return rows
  }
}
