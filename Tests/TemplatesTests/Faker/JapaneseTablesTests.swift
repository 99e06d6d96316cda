import Testing

@testable import Templates

@Suite struct JapaneseTablesTests {
  /// Names are in kanji, or wholly in hiragana.
  @Test func namesAreInJapaneseScript() {
    let names = [JapaneseNames.women, JapaneseNames.men, JapaneseSurnames.all, JapanesePrefectures.all]
    for name in names.flatMap({ $0.column(0) }) {
      let isKanji = name.unicodeScalars.allSatisfy { $0.properties.isIdeographic || $0 == "々" }
      let isHiragana = name.unicodeScalars.allSatisfy { "\u{3041}"..."\u{3096}" ~= $0 }
      #expect(isKanji || isHiragana, "\(name)")
    }
  }

  @Test func prefecturesHaveTheirSuffix() {
    #expect(JapanesePrefectures.all.column(0).allSatisfy { name in "都道府県".contains { name.last == $0 } })
  }

  @Test func citiesAreInEveryPrefecture() {
    let cities = JapaneseCities.all
    #expect(Set(cities.column(1)) == Set(JapanesePrefectures.all.column(0)))
    #expect(cities.column(0).allSatisfy { $0.hasSuffix("市") || $0.hasSuffix("区") })
    #expect(cities.column(2).allSatisfy { $0.count == 3 && $0.isDecimal })
    #expect(Set(cities.column(2)).count == cities.count)
  }

  @Test func womenAndMenShareNoName() {
    #expect(Set(JapaneseNames.women.column(0)).isDisjoint(with: JapaneseNames.men.column(0)))
  }
}
