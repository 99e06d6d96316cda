/// The lists of en_US, and those that all locales share.
enum AmericanLists {
  static func table(_ list: FakerList) -> FakerTable {
    switch list {
    case .firstName: firstNames
    case .firstNameFemale: women
    case .firstNameMale: men
    case .lastName: lastNames
    case .prefix: prefixes
    case .plainFirst: plainFirstNames
    case .plainLast: plainLastNames
    case .city, .placeCity: cities
    case .state: states
    case .placeState: placeStates
    case .postcode: postcodePrefixes
    case .placePostcode: postcodes
    case .streetName: streetNames
    case .streetSuffix: streetSuffixes
    case .unit: units
    case .areaCode: areaCodes
    case .telephoneLine, .mobileTelephone, .telephone: telephoneLines
    case .postcodeLetter: CommonLists.letters
    case .country: CommonLists.countries
    case .countryCode: CommonLists.countryCodes
    case .currencyCode: CommonLists.currencyCodes
    case .companyWord: CommonLists.companyWords
    case .companyKind: CommonLists.companyKinds
    case .companyForm: CommonLists.companyForms
    case .companyEnding: CommonLists.companyEndings
    case .job: CommonLists.jobs
    case .colorName: CommonLists.colorNames
    case .words: CommonLists.words
    case .desktop: CommonLists.desktops
    case .phone: CommonLists.phones
    case .appleDesktop: CommonLists.appleDesktops
    case .applePhone: CommonLists.applePhones
    case .chrome: CommonLists.chromes
    case .firefox: CommonLists.firefoxes
    case .mailDomain: CommonLists.mailDomains
    case .topLevel: CommonLists.topLevels
    }
  }

  private static let women = FakerTable(EnglishNames.women)
  private static let men = FakerTable(EnglishNames.men)
  private static let firstNames = FakerTable(EnglishNames.women.column(0) + EnglishNames.men.column(0))
  private static let lastNames = FakerTable(EnglishSurnames.all)
  /// Both columns; `Dr.` is in both, and so twice as frequent.
  private static let prefixes = FakerTable(EnglishNames.womensPrefixes.column(0) + EnglishNames.mensPrefixes.column(0))
  private static let plainFirstNames = FakerTable(PlainName.names(EnglishNames.women, EnglishNames.men))
  private static let plainLastNames = FakerTable(PlainName.names(EnglishSurnames.all))

  private static let cities = FakerTable(AmericanCities.all)
  private static let placeStates = FakerTable(AmericanCities.all, column: 1)
  private static let postcodes = FakerTable(AmericanCities.all, column: 2)
  /// The first three digits of ZIP codes.
  private static let postcodePrefixes = FakerTable(
    AmericanStates.all.records.flatMap { state in
      ((Int(state[2]) ?? 0)...(Int(state[3]) ?? 0)).map { String(String($0 + 1000).dropFirst()) }
    })
  private static let states = FakerTable(AmericanStates.all, column: 1)
  private static let streetNames = FakerTable(AmericanStreets.stems)
  private static let streetSuffixes = FakerTable(AmericanStreets.suffixes)
  private static let units = FakerTable(AmericanStreets.units)
  private static let telephoneLines = FakerTable(
    AmericanTelephones.areaCodes.column(1).flatMap { code in
      ["(\(code))555-01", "\(code)-555-01", "\(code).555.01", "+1-\(code)-555-01", "001-\(code)-555-01"]
    })
  private static let areaCodes = FakerTable(AmericanTelephones.areaCodes, column: 1)
}
