import Testing

@testable import Scenarios

@Suite struct WordTableTests {
  @Test func givesWordsByNumber() {
    let table = WordTable(
      """
      one
      Zürich
      東京
      """)
    #expect(table.count == 3)
    #expect(table.columns == 1)
    #expect(table.longest == 7)
    #expect(table.records == [["one"], ["Zürich"], ["東京"]])
    #expect(String(decoding: table[1], as: UTF8.self) == "Zürich")
  }

  @Test func givesFieldsByColumn() {
    let table = WordTable("Boston\tMA\t02108\nNew York\tNY\t10001")
    #expect(table.count == 2)
    #expect(table.columns == 3)
    #expect(String(decoding: table[1], as: UTF8.self) == "New York")
    #expect(String(decoding: table.field(2, of: 0), as: UTF8.self) == "02108")
  }

  @Test func holdsOneWord() {
    #expect(WordTable("x").records == [["x"]])
  }

  /// 31 bytes are the most that fit into a slot beside their length; one more, and fields are found in the text.
  @Test func holdsWordsOfEveryLength() {
    let fitting = WordTable("a\tb\n0123456789012345678901234567890\t1234567890123456789012345678901")
    #expect(fitting.longest == 31)
    #expect(fitting.records[0] == ["a", "b"])
    #expect(fitting.records[1] == ["0123456789012345678901234567890", "1234567890123456789012345678901"])
    let longer = WordTable("a\tb\n01234567890123456789012345678901\tc\né\t")
    #expect(longer.longest == 32)
    #expect(longer.records == [["a", "b"], ["01234567890123456789012345678901", "c"], ["é", ""]])
  }

  @Test func refusesWhatIsNotThere() async {
    await #expect(processExitsWith: .failure) { _ = WordTable("a\nb")[2] }
    await #expect(processExitsWith: .failure) { _ = WordTable("a\nb").field(1, of: 0) }
    await #expect(processExitsWith: .failure) { _ = WordTable("a\tb\nc") }
  }

  @Test func isReadByManyAtOnce() async {
    let table = EnglishSurnames.all
    let sums = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<table.count).reduce(0) { $0 + table[$1].count } }
      }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(sums.count == 1)
  }
}

extension WordTable {
  /// All fields, record by record.
  var records: [[String]] {
    (0..<count).map { record in
      (0..<columns).map { String(decoding: field($0, of: record), as: UTF8.self) }
    }
  }

  /// The fields of one column.
  func column(_ column: Int) -> [String] {
    records.map { $0[column] }
  }
}
