import Testing

@testable import Templates

@Suite struct SpanishTablesTests {
  private static let prefixes = Dictionary(
    uniqueKeysWithValues: SpanishProvinces.all.records.map { ($0[1], $0[0]) })

  @Test func citiesHavePostcodesOfTheirProvince() throws {
    for city in SpanishCities.all.records {
      let prefix = try #require(Self.prefixes[city[1]], "\(city)")
      #expect(city[2].count == 5 && city[2].isDecimal && city[2].hasPrefix(prefix), "\(city)")
    }
    #expect(Set(SpanishCities.all.column(0)).count == SpanishCities.all.count)
  }

  @Test func provincesAreNumbered() {
    #expect(SpanishProvinces.all.column(0) == (1...52).map { $0 < 10 ? "0\($0)" : "\($0)" })
    // Seventeen autonomous communities, and the cities of Ceuta and Melilla.
    #expect(SpanishProvinces.all.distinct(2).count == 19)
  }

  @Test func womenAndMenShareNoName() {
    #expect(Set(SpanishNames.women.column(0)).isDisjoint(with: SpanishNames.men.column(0)))
  }
}
