/// The lists of en_GB; nil for lists that it lacks.
enum BritishLists {
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
    case .postcodeLetter: postcodeLetters
    case .unit: units
    case .companyForm: companyForms
    case .companyEnding: companyEndings
    case .mobileTelephone, .areaCode, .companyWord, .companyKind, .country, .countryCode, .currencyCode, .job,
      .colorName, .words,
      .desktop, .phone, .appleDesktop, .applePhone, .chrome, .firefox, .mailDomain, .topLevel:
      nil
    }
  }

  private static let women = FakerTable(BritishNames.women)
  private static let men = FakerTable(BritishNames.men)
  private static let firstNames = FakerTable(BritishNames.women.column(0) + BritishNames.men.column(0))
  private static let lastNames = FakerTable(BritishSurnames.all)
  private static let prefixes = FakerTable(BritishNames.prefixes)
  private static let plainFirstNames = FakerTable(PlainName.names(BritishNames.women, BritishNames.men))
  private static let plainLastNames = FakerTable(PlainName.names(BritishSurnames.all))
  private static let cities = FakerTable(BritishCities.all)
  private static let placeStates = FakerTable(BritishCities.all, column: 1)
  private static let placePostcodes = FakerTable(BritishCities.all, column: 2)
  private static let postcodes = FakerTable(BritishPostcodes.districts)
  private static let postcodeLetters = FakerTable(BritishPostcodes.letters)
  private static let states = FakerTable(BritishCities.all.distinct(1))
  private static let streetNames = FakerTable(BritishStreets.stems)
  private static let streetKinds = FakerTable(BritishStreets.kinds)
  private static let units = FakerTable(BritishStreets.units)
  /// The forms without `& Sons` and the like, which only follow a surname.
  private static let companyForms = FakerTable(BritishCompanies.forms.column(0).filter { !$0.hasPrefix("&") })
  private static let companyEndings = FakerTable(BritishCompanies.forms)
  private static let telephoneLines = FakerTable(numbers { !$0.hasPrefix("07") })
  private static let telephones = FakerTable(numbers { _ in true })

  /// Telephone numbers without their last digits, as in the country and as from abroad.
  private static func numbers(_ isWanted: (String) -> Bool) -> [String] {
    BritishTelephones.stems.records.map { "\($0[0]) \($0[1])" }.filter(isWanted).flatMap {
      ["\($0)", "+44 \($0.dropFirst())", "+44(0)\($0.dropFirst())"]
    }
  }
}
