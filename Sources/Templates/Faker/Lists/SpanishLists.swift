/// The lists of es_ES; nil for lists that it lacks.
enum SpanishLists {
  static func table(_ list: FakerList) -> FakerTable? {
    switch list {
    case .firstName: firstNames
    case .firstNameFemale: women
    case .firstNameMale: men
    case .lastName: lastNames
    case .prefix: prefixes
    case .plainFirst: plainFirstNames
    case .plainLast: plainLastNames
    case .city, .placeCity: cities
    case .placeState: placeStates
    case .placePostcode: placePostcodes
    case .postcode: postcodes
    case .state: states
    case .streetName: streetNames
    case .streetSuffix: streetKinds
    case .companyWord: companyWords
    case .companyForm: companyForms
    case .unit, .areaCode, .postcodeLetter, .telephoneLine, .mobileTelephone, .telephone, .companyKind, .companyEnding,
      .country, .countryCode, .currencyCode, .job,
      .colorName, .words, .desktop, .phone, .appleDesktop, .applePhone, .chrome, .firefox, .mailDomain, .topLevel:
      nil
    }
  }

  private static let women = FakerTable(SpanishNames.women)
  private static let men = FakerTable(SpanishNames.men)
  private static let firstNames = FakerTable(SpanishNames.women.column(0) + SpanishNames.men.column(0))
  private static let lastNames = FakerTable(SpanishSurnames.all)
  private static let prefixes = FakerTable(SpanishNames.prefixes)
  private static let plainFirstNames = FakerTable(PlainName.names(SpanishNames.women, SpanishNames.men))
  private static let plainLastNames = FakerTable(PlainName.names(SpanishSurnames.all))
  private static let cities = FakerTable(SpanishCities.all)
  private static let placeStates = FakerTable(SpanishCities.all, column: 1)
  private static let placePostcodes = FakerTable(SpanishCities.all, column: 2)
  private static let postcodes = FakerTable(SpanishProvinces.all)
  private static let states = FakerTable(SpanishProvinces.all, column: 1)
  private static let streetNames = FakerTable(SpanishStreets.names)
  private static let streetKinds = FakerTable(SpanishStreets.kinds)
  private static let companyWords = FakerTable(SpanishCompanies.words)
  private static let companyForms = FakerTable(SpanishCompanies.forms)
}
