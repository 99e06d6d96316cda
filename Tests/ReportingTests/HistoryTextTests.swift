import Testing

@testable import Reporting

/// The check before rows are appended to a history, whose header is to be `a,b,c`.
@Suite struct HistoryTextTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var state: HistoryText.State
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ state: HistoryText.State) {
      (self.name, self.text, self.state) = (name, text, state)
    }

    init(_ name: String, _ text: String, extended: String) {
      self.init(name, text, .extended(Array(extended.utf8)))
    }
  }

  @Test(arguments: [
    Row("nothing", "", .empty),
    Row("a header", "a,b,c\n", .complete),
    Row("rows", "a,b,c\n1,2,3\n4,5,6\n", .complete),
    Row("a line end in a cell", "a,b,c\n1,2,\"3\n\"\n", .complete),
    Row("the last line end is missing", "a,b,c\n1,2,3", .withoutLineEnd),
    Row("that of the header is missing", "a,b,c", .withoutLineEnd),
    Row("an older header", "a,b\n1,2\n4,5\n", extended: "a,b,c\n1,2,\n4,5,\n"),
    Row("a much older header without rows", "a\n", extended: "a,b,c\n"),
    Row("an older header without the last line end", "a,b\n1,2", extended: "a,b,c\n1,2,\n"),
    Row(
      "an older header, with quotes", "a,b\n\"1,\n\"\"\",\"2\"\n\n4,\n", extended: "a,b,c\n\"1,\n\"\"\",\"2\",\n4,,\n"),
  ]) func isReady(_ row: Row) throws {
    #expect(try HistoryText.state(of: Array(row.text.utf8), header: ["a", "b", "c"]) == row.state)
  }

  /// While others wait for the lock, only the ends of the file are read where that is enough.
  @Test(arguments: [
    Row("a header", "a,b,c\n", .complete), Row("rows", "a,b,c\n1,2,3\n4,5,6\n", .complete),
    Row("a torn line in the middle", "a,b,c\n1\n4,5,6\n", .complete),
    Row("a line end in the last cell", "a,b,c\n1,2,\"3\n4,5,6\n\"\n", .complete),
    Row("a line end that is missing", "a,b,c\n1,2,3", .withoutLineEnd),
    Row("an older header", "a,b\n1,2\n", extended: "a,b,c\n1,2,\n"),
  ]) func isReadyByItsEnds(_ row: Row) throws {
    let state = try HistoryText.state(of: Array(row.text.utf8), header: ["a", "b", "c"], checkingEveryRow: false)
    #expect(state == row.state)
  }

  @Test(arguments: ["a,b,c\n1,2\n", "a,b,c\n1,2,3\n4,5", "a,b,c\n1,2,\"3\n", "a,x,c\n1,2,3\n"])
  func isRefusedByItsEnds(_ text: String) {
    #expect(throws: HistoryText.Fault.self) {
      try HistoryText.state(of: Array(text.utf8), header: ["a", "b", "c"], checkingEveryRow: false)
    }
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var message: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ message: String) {
      (self.name, self.text, self.message) = (name, text, message)
    }
  }

  @Test(arguments: [
    Fault(
      "a newer header", "a,b,c,d\n1,2,3,4\n",
      "its header has a column that this version does not write, \"d\"; use the newer version, or another file"),
    Fault(
      "another header", "a,x\n1,2\n",
      "its column 2 is \"x\" instead of \"b\", so it is not a history; choose another file"),
    Fault(
      "a text", "hello\n", "its column 1 is \"hello\" instead of \"a\", so it is not a history; choose another file"),
    Fault(
      "a byte order mark", "\u{FEFF}a,b,c\n",
      "another program saved it, with a byte order mark; rows are appended only to a file as rehearse writes it: choose another"
    ),
    Fault(
      "semicolons", "a;b;c\n1;2;3\n",
      "another program saved it, with another separator than commas; rows are appended only to a file as rehearse writes it: "
        + "choose another"),
    Fault(
      "sep=", "sep=,\na,b,c\n",
      "another program saved it, with another separator than commas; rows are appended only to a file as rehearse writes it: "
        + "choose another"),
    Fault(
      "CR LF", "a,b,c\r\n1,2,3\r\n",
      "another program saved it, with CR LF as line ends; rows are appended only to a file as rehearse writes it: choose another"
    ),
    Fault(
      "a torn line", "a,b,c\n1,2,3\n4,5",
      "line 3: 2 fields instead of 3, as many as the header has; remove that line, or choose another file"),
    Fault(
      "a torn line in the middle", "a,b\n1\n4,5\n",
      "line 2: 1 field instead of 2, as many as the header has; remove that line, or choose another file"),
    Fault(
      "a line torn in quotes", "a,b,c\n1,2,\"3",
      "line 2: the quote is never closed; remove that line, or choose another file"),
  ]) func isRefused(_ fault: Fault) {
    let error = #expect(throws: HistoryText.Fault.self) {
      try HistoryText.state(of: Array(fault.text.utf8), header: ["a", "b", "c"])
    }
    #expect(error?.message == fault.message)
  }
}
