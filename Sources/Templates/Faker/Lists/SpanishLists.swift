/// The lists of es_ES.
enum SpanishLists {
  static let all = NationalLists(
    women: SpanishNames.women, men: SpanishNames.men, surnames: SpanishSurnames.all, prefixes: SpanishNames.prefixes,
    cities: SpanishCities.all,
    others: [
      .postcode: FakerTable(SpanishProvinces.all),
      .state: FakerTable(SpanishProvinces.all, column: 1),
      .streetName: FakerTable(SpanishStreets.names),
      .streetSuffix: FakerTable(SpanishStreets.kinds),
      .companyWord: FakerTable(SpanishCompanies.words),
      .companyForm: FakerTable(SpanishCompanies.forms),
    ])
}
