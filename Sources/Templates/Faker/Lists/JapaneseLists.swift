/// The lists of ja_JP; nil for lists that it lacks. E-mail addresses and domains use American names, as the lists do not
/// have the readings of Japanese names.
enum JapaneseLists {
  static func table(_ list: FakerList) -> FakerTable? {
    switch list {
    case .firstName: firstNames
    case .firstNameFemale: women
    case .firstNameMale: men
    case .lastName: lastNames
    case .city, .placeCity: cities
    case .placeState: placeStates
    case .postcode, .placePostcode: postcodes
    case .state: states
    case .prefix, .plainFirst, .plainLast, .streetName, .streetSuffix, .unit, .areaCode, .postcodeLetter,
      .telephoneLine, .mobileTelephone, .telephone, .country,
      .countryCode,
      .currencyCode, .companyWord, .companyKind, .companyForm, .companyEnding, .job, .colorName, .words, .desktop,
      .phone,
      .appleDesktop, .applePhone, .chrome, .firefox, .mailDomain, .topLevel:
      nil
    }
  }

  private static let women = FakerTable(JapaneseNames.women)
  private static let men = FakerTable(JapaneseNames.men)
  private static let firstNames = FakerTable(JapaneseNames.women.column(0) + JapaneseNames.men.column(0))
  private static let lastNames = FakerTable(JapaneseSurnames.all)
  private static let cities = FakerTable(JapaneseCities.all)
  private static let placeStates = FakerTable(JapaneseCities.all, column: 1)
  private static let postcodes = FakerTable(JapaneseCities.all, column: 2)
  private static let states = FakerTable(JapanesePrefectures.all)
}
