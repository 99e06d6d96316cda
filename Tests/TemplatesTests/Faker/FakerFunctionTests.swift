import Testing

@testable import Templates

/// The texts that functions make of the tables.
@Suite struct FakerFunctionTests {
  private static func drawn(_ text: String, _ locale: FakerLocale, count: UInt64 = 300) -> [String] {
    let rendering = Rendering(text, locale: locale)
    return (0..<count).map { rendering.text($0) }
  }

  @Test(arguments: FakerLocale.allCases, FakerList.allCases) func everyListFitsItsSlots(
    _ locale: FakerLocale, _ list: FakerList
  ) {
    let table = locale.table(list)
    #expect(table.count > 0 && table.longest > 0 && table.longest <= table.stride - 2)
    #expect(table.entries.map(\.utf8.count).max() == table.longest)
  }

  @Test(arguments: FakerLocale.allCases) func columnsOfPlacesAreOfTheSamePlaces(_ locale: FakerLocale) {
    let city = locale.table(.placeCity)
    #expect(locale.table(.placePostcode).count == city.count)
    #expect(locale == .german || locale.table(.placeState).count == city.count)
  }

  @Test func partsOfAddressesMatch() {
    let american = Set(AmericanCities.all.records.map { "\($0[0]), \($0[1]) \($0[2])" })
    for text in Self.drawn("{{faker.address()}}", .american) {
      #expect(text.split(separator: "\n").last.map { american.contains(String($0)) } == true, "\(text)")
    }
    let german = Set(GermanCities.all.records.map { "\($0[1]) \($0[0])" })
    for text in Self.drawn("{{faker.address()}}", .german) {
      #expect(text.split(separator: "\n").last.map { german.contains(String($0)) } == true, "\(text)")
    }
    let japanese = JapaneseCities.all.records
    for text in Self.drawn("{{faker.address()}}", .japanese) {
      let lines = text.split(separator: "\n")
      let place = japanese.first { lines[0].hasPrefix("〒\($0[2])-") }
      #expect(place.map { lines[1].hasPrefix($0[1] + $0[0]) } == true, "\(text)")
    }
  }

  @Test(arguments: FakerLocale.allCases) func mailAddressesAndDomainsAreASCII(_ locale: FakerLocale) {
    for text in Self.drawn("{{faker.email()}}", locale) {
      let parts = text.split(separator: "@")
      #expect(parts.count == 2 && parts[1].contains("example."), "\(text)")
      #expect(parts[0].allSatisfy { "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0 == "." }, "\(text)")
    }
    for text in Self.drawn("{{faker.domain_name()}}", locale) {
      #expect([".example", ".invalid", ".test"].contains { text.hasSuffix($0) }, "\(text)")
    }
  }

  @Test func plainNamesAreWhole() {
    #expect(
      ["Müller-Groß", "O'Brien", "René", "Anna Lena"].map(PlainName.plain) == [
        "muellergross", "obrien", "rene", "annalena",
      ])
    for table in [EnglishSurnames.all, GermanNames.women, GermanNames.men, GermanSurnames.all] {
      for name in table.column(0) {
        #expect(PlainName.plain(name).count >= name.count { $0.isLetter }, "\(name)")
      }
    }
  }

  @Test func telephonesAreNotInUse() {
    let codes = Set(AmericanTelephones.areaCodes.column(1))
    for text in Self.drawn("{{faker.phone_number()}}", .american) {
      let digits = text.filter(\.isNumber).suffix(10)
      #expect(codes.contains(String(digits.prefix(3))) && digits.dropFirst(3).hasPrefix("55501"), "\(text)")
    }
    let stems = GermanTelephones.stems.column(0).map { $0.filter(\.isNumber).dropFirst() }
    for text in Self.drawn("{{faker.phone_number()}}", .german) {
      let digits = text.hasPrefix("+49") ? text.dropFirst(4).filter(\.isNumber) : text.dropFirst().filter(\.isNumber)
      #expect(stems.contains { digits.hasPrefix($0) }, "\(text)")
    }
  }

  @Test func namesAreTheLocalesOwn() {
    let women = Set(GermanNames.women.column(0))
    #expect(Self.drawn("{{faker.first_name_female()}}", .german).allSatisfy(women.contains))
    let men = Set(JapaneseNames.men.column(0))
    #expect(Self.drawn("{{faker.first_name_male()}}", .japanese).allSatisfy(men.contains))
  }
}
