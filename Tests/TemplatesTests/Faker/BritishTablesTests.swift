import Testing

@testable import Templates

@Suite struct BritishTablesTests {
  /// One or two letters of the area, one or two digits, in London sometimes a letter.
  @Test func districtsAreValid() {
    for district in BritishPostcodes.districts.column(0) {
      let area = district.prefix { $0.isLetter }
      let rest = district.dropFirst(area.count)
      let digits = rest.prefix { $0.isNumber }
      #expect((1...2).contains(area.count) && area.allSatisfy { "A"..."Z" ~= $0 }, "\(district)")
      #expect((1...2).contains(digits.count) && rest.dropFirst(digits.count).count <= 1, "\(district)")
    }
  }

  @Test func citiesAreInKnownDistricts() {
    let districts = Set(BritishPostcodes.districts.column(0))
    for city in BritishCities.all.records { #expect(districts.contains(city[2]), "\(city)") }
    #expect(Set(BritishCities.all.column(0)).count == BritishCities.all.count)
  }

  /// The areas of each part of the United Kingdom that has areas of its own.
  @Test func areasAreOfTheirCountry() {
    let northern = BritishCities.all.records.filter { $0[2].hasPrefix("BT") }
    let counties: Set = [
      "County Antrim", "County Armagh", "County Down", "County Fermanagh", "County Londonderry", "County Tyrone",
    ]
    #expect(Set(northern.map { $0[1] }) == counties)
    #expect(BritishCities.all.records.allSatisfy { !counties.contains($0[1]) || $0[2].hasPrefix("BT") })
  }

  @Test func lettersAreEasyToRead() {
    #expect(Set(BritishPostcodes.letters.column(0)).isDisjoint(with: ["C", "I", "K", "M", "O", "V"]))
    #expect(BritishPostcodes.letters.column(0) == BritishPostcodes.letters.column(0).sorted())
  }

  @Test func womenAndMenShareNoName() {
    #expect(Set(BritishNames.women.column(0)).isDisjoint(with: BritishNames.men.column(0)))
  }
}
