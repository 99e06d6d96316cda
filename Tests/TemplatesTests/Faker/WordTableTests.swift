import Testing

@testable import Templates

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

  @Test func holdsWordsOfEveryLength() {
    let table = WordTable("a\tb\n01234567890123456789012345678901\tc\né\t")
    #expect(table.longest == 32)
    #expect(table.records == [["a", "b"], ["01234567890123456789012345678901", "c"], ["é", ""]])
    #expect(table.column(1) == ["b", "c", ""])
  }

  @Test func refusesOtherIndices() async {
    await #expect(processExitsWith: .failure) { _ = WordTable("a\nb")[2] }
    await #expect(processExitsWith: .failure) { _ = WordTable("a\nb").field(1, of: 0) }
    await #expect(processExitsWith: .failure) { _ = WordTable("a\tb\nc") }
  }
}
