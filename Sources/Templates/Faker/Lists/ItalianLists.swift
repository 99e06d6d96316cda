/// The lists of it_IT.
enum ItalianLists {
  static let all = NationalLists(
    women: ItalianNames.women, men: ItalianNames.men, surnames: ItalianSurnames.all, prefixes: ItalianNames.prefixes,
    cities: ItalianCities.all,
    others: [
      .postcode: FakerTable(ItalianPostcodes.all),
      .state: FakerTable(ItalianProvinces.all, column: 1),
      .streetName: FakerTable(ItalianStreets.names),
      .streetSuffix: FakerTable(ItalianStreets.kinds),
      .companyWord: FakerTable(ItalianCompanies.words),
      .companyForm: FakerTable(ItalianCompanies.forms),
    ])
}
