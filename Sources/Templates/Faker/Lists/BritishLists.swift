/// The lists of en_GB.
enum BritishLists {
  static let all = NationalLists(
    women: BritishNames.women, men: BritishNames.men, surnames: BritishSurnames.all, prefixes: BritishNames.prefixes,
    cities: BritishCities.all,
    others: [
      .postcode: FakerTable(BritishPostcodes.districts),
      .postcodeLetter: FakerTable(BritishPostcodes.letters),
      .state: FakerTable(BritishCities.all.distinct(1)),
      .streetName: FakerTable(BritishStreets.stems),
      .streetSuffix: FakerTable(BritishStreets.kinds),
      .unit: FakerTable(BritishStreets.units),
      // The forms without `& Sons` and the like, which only follow a surname.
      .companyForm: FakerTable(BritishCompanies.forms.column(0).filter { !$0.hasPrefix("&") }),
      .companyEnding: FakerTable(BritishCompanies.forms),
      .telephoneLine: FakerTable(numbers { !$0.hasPrefix("07") }),
      .telephone: FakerTable(numbers { _ in true }),
    ])

  /// Telephone numbers without their last digits, as in the country and as from abroad.
  private static func numbers(_ isWanted: (String) -> Bool) -> [String] {
    BritishTelephones.stems.records.map { "\($0[0]) \($0[1])" }.filter(isWanted).flatMap {
      ["\($0)", "+44 \($0.dropFirst())", "+44(0)\($0.dropFirst())"]
    }
  }
}
