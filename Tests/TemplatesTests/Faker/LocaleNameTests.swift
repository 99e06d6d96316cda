import Testing

@testable import Templates

/// The locales to write instead of other names of locales.
@Suite struct LocaleNameTests {
  @Test(
    arguments: [
      ("fr", [.french]), ("fr_CA", [.french]), ("FR-fr", [.french]), ("français", [.french]), ("de_AT", [.german]),
      ("de-CH.UTF-8", [.german]), ("Deutsch", [.german]), ("pt_PT", [.brazilian]), ("pt", [.brazilian]),
      ("es_MX", [.spanish]), ("es-419", [.spanish]), ("it_CH", [.italian]), ("ja", [.japanese]),
      ("en_GB.UTF-8", [.british]),
      ("en-uk", [.british]), ("en_us", [.american]), ("en", [.american, .british]), ("en_AU", [.american, .british]),
      ("English", [.american, .british]), ("ru_RU", []), ("nl", []), ("", []), ("_", []), ("C", []),
    ] as [(String, [FakerLocale])]) func isOfALanguage(_ name: String, _ locales: [FakerLocale])
  {
    #expect(FakerLocale.ofLanguage(name) == locales)
  }

  @Test(arguments: FakerLocale.allCases) func everyLocaleIsFoundByItsOwnName(_ locale: FakerLocale) {
    #expect(FakerLocale.ofLanguage(locale.rawValue) == [locale])
  }
}
