/// The lists of fr_FR; nil for lists that it lacks.
enum FrenchLists {
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
    case .telephoneLine: telephoneLines
    case .telephone: telephones
    case .streetName: streetNames
    case .streetSuffix: streetKinds
    case .companyWord: companyWords
    case .companyForm: companyForms
    case .mobileTelephone, .unit, .areaCode, .postcodeLetter, .companyKind, .companyEnding, .country, .countryCode,
      .currencyCode, .job,
      .colorName, .words, .desktop, .phone, .appleDesktop, .applePhone, .chrome, .firefox, .mailDomain, .topLevel:
      nil
    }
  }

  private static let women = FakerTable(FrenchNames.women)
  private static let men = FakerTable(FrenchNames.men)
  private static let firstNames = FakerTable(FrenchNames.women.column(0) + FrenchNames.men.column(0))
  private static let lastNames = FakerTable(FrenchSurnames.all)
  private static let prefixes = FakerTable(FrenchNames.prefixes)
  private static let plainFirstNames = FakerTable(PlainName.names(FrenchNames.women, FrenchNames.men))
  private static let plainLastNames = FakerTable(PlainName.names(FrenchSurnames.all))
  private static let cities = FakerTable(FrenchCities.all)
  private static let placeStates = FakerTable(FrenchCities.all, column: 1)
  private static let placePostcodes = FakerTable(FrenchCities.all, column: 2)
  /// The first two digits of postcodes in metropolitan France; those of Corsica are 20.
  private static let postcodes = FakerTable((1...95).map { $0 < 10 ? "0\($0)" : "\($0)" })
  private static let states = FakerTable(FrenchDepartments.all.distinct(2))
  private static let streetNames = FakerTable(FrenchStreets.names)
  private static let streetKinds = FakerTable(FrenchStreets.kinds)
  private static let companyWords = FakerTable(FrenchCompanies.words)
  private static let companyForms = FakerTable(FrenchCompanies.forms)
  private static let telephoneLines = FakerTable(numbers { !$0.hasPrefix("06") })
  private static let telephones = FakerTable(numbers { _ in true })

  /// Telephone numbers without their last digits, as in the country and as from abroad.
  private static func numbers(_ isWanted: (String) -> Bool) -> [String] {
    FrenchTelephones.stems.column(0).filter(isWanted).flatMap {
      ["\($0)", "+33 \($0.dropFirst())", "+33 (0)\($0.dropFirst())"]
    }
  }
}
