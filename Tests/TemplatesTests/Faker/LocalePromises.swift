@testable import Templates

/// The tables of the locales that followed the first three.
enum LocalePromises {
  static let all = british + french + spanish + italian + brazilian

  private static let british = [
    TablesTests.Promise("BritishNames.women", BritishNames.women, 450),
    TablesTests.Promise("BritishNames.men", BritishNames.men, 417),
    TablesTests.Promise("BritishNames.prefixes", BritishNames.prefixes, 6),
    TablesTests.Promise("BritishSurnames.all", BritishSurnames.all, 885),
    TablesTests.Promise("BritishCities.all", BritishCities.all, 321, columns: 3),
    TablesTests.Promise("BritishPostcodes.districts", BritishPostcodes.districts, 2834),
    TablesTests.Promise("BritishPostcodes.letters", BritishPostcodes.letters, 20),
    TablesTests.Promise("BritishStreets.stems", BritishStreets.stems, 127),
    TablesTests.Promise("BritishStreets.kinds", BritishStreets.kinds, 24),
    TablesTests.Promise("BritishStreets.units", BritishStreets.units, 4),
    TablesTests.Promise("BritishCompanies.forms", BritishCompanies.forms, 7),
    TablesTests.Promise("BritishTelephones.stems", BritishTelephones.stems, 18, columns: 2),
  ]

  private static let french = [
    TablesTests.Promise("FrenchNames.women", FrenchNames.women, 450),
    TablesTests.Promise("FrenchNames.men", FrenchNames.men, 450),
    TablesTests.Promise("FrenchNames.prefixes", FrenchNames.prefixes, 4),
    TablesTests.Promise("FrenchSurnames.all", FrenchSurnames.all, 722),
    TablesTests.Promise("FrenchCities.all", FrenchCities.all, 360, columns: 3),
    TablesTests.Promise("FrenchDepartments.all", FrenchDepartments.all, 101, columns: 3),
    TablesTests.Promise("FrenchStreets.kinds", FrenchStreets.kinds, 14),
    TablesTests.Promise("FrenchStreets.names", FrenchStreets.names, 122),
    TablesTests.Promise("FrenchCompanies.words", FrenchCompanies.words, 24),
    TablesTests.Promise("FrenchCompanies.forms", FrenchCompanies.forms, 8),
    TablesTests.Promise("FrenchTelephones.stems", FrenchTelephones.stems, 6),
  ]

  private static let spanish = [
    TablesTests.Promise("SpanishNames.women", SpanishNames.women, 420),
    TablesTests.Promise("SpanishNames.men", SpanishNames.men, 420),
    TablesTests.Promise("SpanishNames.prefixes", SpanishNames.prefixes, 6),
    TablesTests.Promise("SpanishSurnames.all", SpanishSurnames.all, 790),
    TablesTests.Promise("SpanishCities.all", SpanishCities.all, 330, columns: 3),
    TablesTests.Promise("SpanishProvinces.all", SpanishProvinces.all, 52, columns: 3),
    TablesTests.Promise("SpanishStreets.kinds", SpanishStreets.kinds, 14),
    TablesTests.Promise("SpanishStreets.names", SpanishStreets.names, 114),
    TablesTests.Promise("SpanishCompanies.words", SpanishCompanies.words, 24),
    TablesTests.Promise("SpanishCompanies.forms", SpanishCompanies.forms, 8),
  ]

  private static let italian = [
    TablesTests.Promise("ItalianNames.women", ItalianNames.women, 377),
    TablesTests.Promise("ItalianNames.men", ItalianNames.men, 428),
    TablesTests.Promise("ItalianNames.prefixes", ItalianNames.prefixes, 6),
    TablesTests.Promise("ItalianSurnames.all", ItalianSurnames.all, 793),
    TablesTests.Promise("ItalianCities.all", ItalianCities.all, 332, columns: 3),
    TablesTests.Promise("ItalianProvinces.all", ItalianProvinces.all, 107, columns: 3),
    TablesTests.Promise("ItalianPostcodes.all", ItalianPostcodes.all, 205),
    TablesTests.Promise("ItalianStreets.kinds", ItalianStreets.kinds, 12),
    TablesTests.Promise("ItalianStreets.names", ItalianStreets.names, 116),
    TablesTests.Promise("ItalianCompanies.words", ItalianCompanies.words, 24),
    TablesTests.Promise("ItalianCompanies.forms", ItalianCompanies.forms, 8),
  ]

  private static let brazilian = [
    TablesTests.Promise("BrazilianNames.women", BrazilianNames.women, 440),
    TablesTests.Promise("BrazilianNames.men", BrazilianNames.men, 420),
    TablesTests.Promise("BrazilianNames.prefixes", BrazilianNames.prefixes, 5),
    TablesTests.Promise("BrazilianSurnames.all", BrazilianSurnames.all, 628),
    TablesTests.Promise("BrazilianCities.all", BrazilianCities.all, 360, columns: 3),
    TablesTests.Promise("BrazilianStates.all", BrazilianStates.all, 27, columns: 2),
    TablesTests.Promise("BrazilianStreets.kinds", BrazilianStreets.kinds, 12),
    TablesTests.Promise("BrazilianStreets.names", BrazilianStreets.names, 120),
    TablesTests.Promise("BrazilianCompanies.words", BrazilianCompanies.words, 24),
    TablesTests.Promise("BrazilianCompanies.forms", BrazilianCompanies.forms, 8),
    TablesTests.Promise("BrazilianTelephones.areaCodes", BrazilianTelephones.areaCodes, 67),
  ]
}
