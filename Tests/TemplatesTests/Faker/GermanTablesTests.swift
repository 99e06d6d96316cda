import Testing

@testable import Templates

@Suite struct GermanTablesTests {
  /// The first digit of a German postal code is its region, 0 included; no postal code begins with 00.
  @Test func citiesHavePostalCodes() {
    for city in GermanCities.all.records {
      #expect(city[1].count == 5 && city[1].isDecimal && !city[1].hasPrefix("00"), "\(city)")
    }
    #expect(Set(GermanCities.all.column(0)).count == GermanCities.all.count)
    #expect(Set(GermanCities.all.column(1)).count == GermanCities.all.count)
  }

  @Test func telephonesCanBeCompleted() throws {
    for record in GermanTelephones.stems.records {
      #expect(record[0].hasPrefix("0") && record[0].filter { $0 != " " }.isDecimal, "\(record)")
      #expect(try (2...3).contains(#require(Int(record[1]))), "\(record)")
    }
  }

  @Test func womenAndMenShareNoName() {
    #expect(Set(GermanNames.women.column(0)).isDisjoint(with: GermanNames.men.column(0)))
  }
}
