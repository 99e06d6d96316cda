/// The lists of pt_BR.
enum BrazilianLists {
  static let all = NationalLists(
    women: BrazilianNames.women, men: BrazilianNames.men, surnames: BrazilianSurnames.all,
    prefixes: BrazilianNames.prefixes, cities: BrazilianCities.all,
    others: [
      // The first two digits of postcodes, which are all in use.
      .postcode: FakerTable((1...99).map { $0 < 10 ? "0\($0)" : "\($0)" }),
      .state: FakerTable(BrazilianStates.all, column: 1),
      .streetName: FakerTable(BrazilianStreets.names),
      .streetSuffix: FakerTable(BrazilianStreets.kinds),
      .companyWord: FakerTable(BrazilianCompanies.words),
      .companyForm: FakerTable(BrazilianCompanies.forms),
      .areaCode: FakerTable(BrazilianTelephones.areaCodes),
    ])
}
