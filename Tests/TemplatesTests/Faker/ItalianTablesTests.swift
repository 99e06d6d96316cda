import Testing

@testable import Templates

@Suite struct ItalianTablesTests {
  @Test func citiesAreInEveryProvince() {
    #expect(Set(ItalianCities.all.column(1)) == Set(ItalianProvinces.codes))
    #expect(Set(ItalianCities.all.column(0)).count == ItalianCities.all.count)
    for city in ItalianCities.all.records {
      #expect(city[2].count == 5 && city[2].isDecimal, "\(city)")
    }
  }

  /// Every postcode of a city begins as others do, and those of a province within the same two digits or their neighbours.
  @Test func postcodesBeginAsListed() {
    let prefixes = ItalianPostcodes.all.column(0)
    #expect(prefixes == prefixes.sorted() && prefixes.allSatisfy { $0.count == 3 && $0.isDecimal })
    for city in ItalianCities.all.records { #expect(prefixes.contains(String(city[2].prefix(3))), "\(city)") }
    let known = ["RM": "00", "MI": "20", "TO": "10", "NA": "80", "PA": "90", "FI": "50", "BO": "40", "GE": "16"]
    for (province, prefix) in known {
      let codes = ItalianCities.all.records.filter { $0[1] == province }.map { $0[2] }
      #expect(codes.allSatisfy { $0.hasPrefix(prefix) }, "\(province): \(codes)")
    }
  }

  @Test func provincesAreInTwentyRegions() {
    #expect(ItalianProvinces.all.distinct(2).count == 20)
    #expect(ItalianProvinces.codes.allSatisfy { $0.count == 2 && $0.allSatisfy { "A"..."Z" ~= $0 } })
    #expect(Set(ItalianProvinces.codes).count == 107)
  }

  @Test func womenAndMenShareNoName() {
    #expect(Set(ItalianNames.women.column(0)).isDisjoint(with: ItalianNames.men.column(0)))
  }
}
