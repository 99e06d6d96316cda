/// The lists of pt_BR; nil for lists that it lacks.
enum BrazilianLists {
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
    case .areaCode: areaCodes
    case .unit, .postcodeLetter, .telephoneLine, .mobileTelephone, .telephone, .companyKind, .companyEnding, .country,
      .countryCode, .currencyCode, .job, .colorName,
      .words, .desktop, .phone, .appleDesktop, .applePhone, .chrome, .firefox, .mailDomain, .topLevel:
      nil
    }
  }

  private static let women = FakerTable(BrazilianNames.women)
  private static let men = FakerTable(BrazilianNames.men)
  private static let firstNames = FakerTable(BrazilianNames.women.column(0) + BrazilianNames.men.column(0))
  private static let lastNames = FakerTable(BrazilianSurnames.all)
  private static let prefixes = FakerTable(BrazilianNames.prefixes)
  private static let plainFirstNames = FakerTable(PlainName.names(BrazilianNames.women, BrazilianNames.men))
  private static let plainLastNames = FakerTable(PlainName.names(BrazilianSurnames.all))
  private static let cities = FakerTable(BrazilianCities.all)
  private static let placeStates = FakerTable(BrazilianCities.all, column: 1)
  private static let placePostcodes = FakerTable(BrazilianCities.all, column: 2)
  /// The first two digits of postcodes, which are all in use.
  private static let postcodes = FakerTable((1...99).map { $0 < 10 ? "0\($0)" : "\($0)" })
  private static let states = FakerTable(BrazilianStates.all, column: 1)
  private static let streetNames = FakerTable(BrazilianStreets.names)
  private static let streetKinds = FakerTable(BrazilianStreets.kinds)
  private static let companyWords = FakerTable(BrazilianCompanies.words)
  private static let companyForms = FakerTable(BrazilianCompanies.forms)
  private static let areaCodes = FakerTable(BrazilianTelephones.areaCodes)
}
