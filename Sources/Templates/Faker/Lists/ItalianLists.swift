/// The lists of it_IT; nil for lists that it lacks.
enum ItalianLists {
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

  private static let women = FakerTable(ItalianNames.women)
  private static let men = FakerTable(ItalianNames.men)
  private static let firstNames = FakerTable(ItalianNames.women.column(0) + ItalianNames.men.column(0))
  private static let lastNames = FakerTable(ItalianSurnames.all)
  private static let prefixes = FakerTable(ItalianNames.prefixes)
  private static let plainFirstNames = FakerTable(PlainName.names(ItalianNames.women, ItalianNames.men))
  private static let plainLastNames = FakerTable(PlainName.names(ItalianSurnames.all))
  private static let cities = FakerTable(ItalianCities.all)
  private static let placeStates = FakerTable(ItalianCities.all, column: 1)
  private static let placePostcodes = FakerTable(ItalianCities.all, column: 2)
  private static let postcodes = FakerTable(ItalianPostcodes.all)
  private static let states = FakerTable(ItalianProvinces.all, column: 1)
  private static let streetNames = FakerTable(ItalianStreets.names)
  private static let streetKinds = FakerTable(ItalianStreets.kinds)
  private static let companyWords = FakerTable(ItalianCompanies.words)
  private static let companyForms = FakerTable(ItalianCompanies.forms)
}
