/// The lists of fr_FR.
enum FrenchLists {
  static let all = NationalLists(
    women: FrenchNames.women, men: FrenchNames.men, surnames: FrenchSurnames.all, prefixes: FrenchNames.prefixes,
    cities: FrenchCities.all,
    others: [
      // The first two digits of postcodes in metropolitan France; those of Corsica are 20.
      .postcode: FakerTable((1...95).map { $0 < 10 ? "0\($0)" : "\($0)" }),
      .state: FakerTable(FrenchDepartments.all.distinct(2)),
      .streetName: FakerTable(FrenchStreets.names),
      .streetSuffix: FakerTable(FrenchStreets.kinds),
      .companyWord: FakerTable(FrenchCompanies.words),
      .companyForm: FakerTable(FrenchCompanies.forms),
      .telephoneLine: FakerTable(numbers { !$0.hasPrefix("06") }),
      .telephone: FakerTable(numbers { _ in true }),
    ])

  /// Telephone numbers without their last digits, as in the country and as from abroad.
  private static func numbers(_ isWanted: (String) -> Bool) -> [String] {
    FrenchTelephones.stems.column(0).filter(isWanted).flatMap {
      ["\($0)", "+33 \($0.dropFirst())", "+33 (0)\($0.dropFirst())"]
    }
  }
}
