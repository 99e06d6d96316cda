import Testing

@testable import Templates

@Suite struct BrazilianTablesTests {
  /// The first two digits of each state's postcodes, as the postal service publishes them.
  private static let prefixes: [String: ClosedRange<String>] = [
    "SP": "01"..."19", "RJ": "20"..."28", "ES": "29"..."29", "MG": "30"..."39", "BA": "40"..."48", "SE": "49"..."49",
    "PE": "50"..."56", "AL": "57"..."57", "PB": "58"..."58", "RN": "59"..."59", "CE": "60"..."63", "PI": "64"..."64",
    "MA": "65"..."65", "PA": "66"..."68", "AP": "68"..."68", "AM": "69"..."69", "RR": "69"..."69", "AC": "69"..."69",
    "DF": "70"..."73", "GO": "72"..."76", "RO": "76"..."76", "TO": "77"..."77", "MT": "78"..."78", "MS": "79"..."79",
    "PR": "80"..."87", "SC": "88"..."89", "RS": "90"..."99",
  ]

  @Test func citiesHavePostcodesOfTheirState() throws {
    for city in BrazilianCities.all.records {
      let prefixes = try #require(Self.prefixes[city[1]], "\(city)")
      #expect(city[2].count == 5 && city[2].isDecimal && prefixes.contains(String(city[2].prefix(2))), "\(city)")
    }
    #expect(Set(BrazilianCities.all.column(1)) == Set(BrazilianStates.codes))
    #expect(Set(BrazilianCities.all.column(0)).count == BrazilianCities.all.count)
  }

  @Test func statesHaveAbbreviations() {
    #expect(Set(BrazilianStates.codes) == Set(Self.prefixes.keys))
    #expect(Set(BrazilianStates.all.column(1)).count == 27)
  }

  /// An area code has two digits, none of which is 0.
  @Test func areaCodesAreValid() {
    let codes = BrazilianTelephones.areaCodes.column(0)
    #expect(codes == codes.sorted() && codes.allSatisfy { $0.count == 2 && $0.isDecimal && !$0.contains("0") })
  }

  @Test func womenAndMenShareNoName() {
    #expect(Set(BrazilianNames.women.column(0)).isDisjoint(with: BrazilianNames.men.column(0)))
  }
}
