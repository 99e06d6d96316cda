/// The lists of de_DE; nil for lists that it lacks.
enum GermanLists {
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
    case .postcode: postcodePrefixes
    case .placePostcode: postcodes
    case .state: states
    case .streetName: streetNames
    case .telephoneLine: telephoneLines
    case .mobileTelephone: mobileTelephones
    case .streetSuffix, .unit, .areaCode, .postcodeLetter, .telephone, .placeState, .country, .countryCode,
      .currencyCode,
      .companyWord,
      .companyKind,
      .companyForm, .companyEnding, .job, .colorName, .words, .desktop, .phone, .appleDesktop, .applePhone, .chrome,
      .firefox, .mailDomain, .topLevel:
      nil
    }
  }

  private static let women = FakerTable(GermanNames.women)
  private static let men = FakerTable(GermanNames.men)
  private static let firstNames = FakerTable(GermanNames.women.column(0) + GermanNames.men.column(0))
  private static let lastNames = FakerTable(GermanSurnames.all)
  private static let prefixes = FakerTable(GermanNames.prefixes)
  private static let plainFirstNames = FakerTable(PlainName.names(GermanNames.women, GermanNames.men))
  private static let plainLastNames = FakerTable(PlainName.names(GermanSurnames.all))
  private static let cities = FakerTable(GermanCities.all)
  private static let postcodes = FakerTable(GermanCities.all, column: 1)
  /// The first two digits of postal codes; four pairs are not in use.
  private static let postcodePrefixes = FakerTable(
    (1...99).filter { ![5, 11, 43, 62].contains($0) }.map { $0 < 10 ? "0\($0)" : "\($0)" })
  private static let states = FakerTable(GermanStates.all)
  private static let streetNames = FakerTable(GermanStreets.all)
  private static let telephoneLines = FakerTable(telephones { !$0.hasPrefix("01") })
  private static let mobileTelephones = FakerTable(telephones { $0.hasPrefix("01") })

  /// Numbers without their last digits, as in Germany and as from abroad.
  private static func telephones(_ isWanted: (String) -> Bool) -> [String] {
    GermanTelephones.stems.column(0).filter(isWanted).flatMap { [$0, "+49 \($0.dropFirst())"] }
  }
}
