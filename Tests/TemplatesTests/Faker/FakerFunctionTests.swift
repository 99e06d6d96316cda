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

  @Test func partsOfAddressesMatchInEveryCountry() {
    let french = Set(FrenchCities.all.records.map { "\($0[2]) \($0[0])" })
    let spanish = Set(SpanishCities.all.records.map { "\($0[2]) \($0[0]) (\($0[1]))" })
    let italian = Set(ItalianCities.all.records.map { "\($0[2]) \($0[0]) (\($0[1]))" })
    for (locale, places) in [(FakerLocale.french, french), (.spanish, spanish), (.italian, italian)] {
      for text in Self.drawn("{{faker.address()}}", locale) {
        #expect(text.split(separator: "\n").last.map { places.contains(String($0)) } == true, "\(text)")
      }
    }
    let british = BritishCities.all.records
    for text in Self.drawn("{{faker.address()}}", .british) {
      let lines = text.split(separator: "\n")
      #expect(lines.count == 3 && british.contains { lines[1] == $0[0] && lines[2].hasPrefix("\($0[2]) ") }, "\(text)")
    }
    let brazilian = BrazilianCities.all.records
    for text in Self.drawn("{{faker.address()}}", .brazilian) {
      let line = text.split(separator: "\n").last ?? ""
      #expect(
        brazilian.contains { line.hasPrefix("\($0[2])-") && line.dropFirst(9) == " \($0[0]) / \($0[1])" }, "\(text)")
    }
  }

  /// A postcode by itself begins as those of the country do.
  @Test func postcodesAreOfTheCountry() {
    let american = AmericanStates.all.records.map { $0[2]...$0[3] }
    for text in Self.drawn("{{faker.postcode()}}", .american) {
      #expect(text.count == 5 && american.contains { $0.contains(String(text.prefix(3))) }, "\(text)")
    }
    for text in Self.drawn("{{faker.postcode()}}", .german) {
      #expect(text.count == 5 && !["00", "05", "11", "43", "62"].contains(text.prefix(2)), "\(text)")
    }
    let british = Set(BritishPostcodes.districts.column(0))
    for text in Self.drawn("{{faker.postcode()}}", .british) {
      let parts = text.split(separator: " ")
      #expect(parts.count == 2 && british.contains(String(parts[0])) && parts[1].count == 3, "\(text)")
    }
    let spanish = Set(SpanishProvinces.all.column(0))
    for text in Self.drawn("{{faker.postcode()}}", .spanish) {
      #expect(text.count == 5 && spanish.contains(String(text.prefix(2))), "\(text)")
    }
    let italian = Set(ItalianPostcodes.all.column(0))
    for text in Self.drawn("{{faker.postcode()}}", .italian) {
      #expect(text.count == 5 && italian.contains(String(text.prefix(3))), "\(text)")
    }
    for text in Self.drawn("{{faker.postcode()}}", .brazilian) {
      #expect(text.count == 9 && !text.hasPrefix("00") && text.split(separator: "-").map(\.count) == [5, 3], "\(text)")
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
      [
        "Müller-Groß", "O'Brien", "René", "Anna Lena", "Gonçalves", "João", "Muñoz", "Nicolò", "Étienne", "Maëlys",
        "Cœur",
      ].map(
        PlainName.plain) == [
          "muellergross", "obrien", "rene", "annalena", "goncalves", "joao", "munoz", "nicolo", "etienne", "maelys",
          "coeur",
        ])
    let names: [FakerList] = [.firstName, .lastName]
    for locale in FakerLocale.allCases where locale != .japanese {
      for name in names.flatMap({ locale.table($0).entries }) {
        #expect(PlainName.plain(name).count >= name.count { $0.isLetter }, "\(name)")
      }
    }
  }

  @Test func namesAreTheLocalesOwn() {
    let women = Set(GermanNames.women.column(0))
    #expect(Self.drawn("{{faker.first_name_female()}}", .german).allSatisfy(women.contains))
    let men = Set(JapaneseNames.men.column(0))
    #expect(Self.drawn("{{faker.first_name_male()}}", .japanese).allSatisfy(men.contains))
  }
}
