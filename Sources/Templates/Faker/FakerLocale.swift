/// The language of names and addresses. Lists that a locale lacks are American.
package enum FakerLocale: String, Sendable, CaseIterable {
  case american = "en_US"
  case german = "de_DE"
  case japanese = "ja_JP"
  case british = "en_GB"
  case french = "fr_FR"
  case spanish = "es_ES"
  case italian = "it_IT"
  case brazilian = "pt_BR"

  /// The locales of the language of another name of a locale, such as `fr_CA`, `FR`, `pt-PT.UTF-8` or `german`.
  package static func ofLanguage(_ name: String) -> [FakerLocale] {
    let words = name.lowercased().split { !$0.isLetter }
    let ofLanguage = allCases.filter { locale in words.first.map(locale.answers) == true }
    let ofCountry = ofLanguage.filter { locale in words.dropFirst().contains(where: locale.answers) }
    return ofCountry.isEmpty ? ofLanguage : ofCountry
  }

  private func answers(to word: Substring) -> Bool {
    word == rawValue.prefix(2) || word == rawValue.suffix(2).lowercased() || names.contains(String(word))
  }

  /// The names of the language and of the people, in English and in the language.
  private var names: [String] {
    switch self {
    case .american: ["english", "american", "usa"]
    case .german: ["german", "deutsch", "germany", "deu", "ger"]
    case .japanese: ["japanese", "japan", "jpn"]
    case .british: ["english", "british", "uk"]
    case .french: ["french", "français", "francais", "france", "fra", "fre"]
    case .spanish: ["spanish", "español", "espanol", "castellano", "spain", "spa"]
    case .italian: ["italian", "italiano", "italy", "italia", "ita"]
    case .brazilian: ["portuguese", "português", "portugues", "brazilian", "brazil", "brasil", "por"]
    }
  }

  func table(_ list: FakerList) -> FakerTable {
    let own: FakerTable? =
      switch self {
      case .american: nil
      case .german: GermanLists.table(list)
      case .japanese: JapaneseLists.table(list)
      case .british: BritishLists.all[list]
      case .french: FrenchLists.all[list]
      case .spanish: SpanishLists.all[list]
      case .italian: ItalianLists.all[list]
      case .brazilian: BrazilianLists.all[list]
      }
    return own ?? AmericanLists.table(list)
  }

  // MARK: Formats

  // Braces name a list, # is a digit, % is a digit except 0.

  var nameFormats: [String] {
    switch self {
    case .american, .german, .british, .french, .italian: ["{firstName} {lastName}"]
    case .japanese: ["{lastName} {firstName}"]
    // Nearly everybody in Spain has two surnames, and many in Brazil have.
    case .spanish:
      Array(repeating: "{firstName} {lastName} {lastName}", count: 4) + ["{firstName} {lastName}"]
    case .brazilian: ["{firstName} {lastName}", "{firstName} {lastName} {lastName}"]
    }
  }

  var streetFormats: [String] {
    switch self {
    case .american:
      [
        "%## {streetName} {streetSuffix}", "%### {streetName} {streetSuffix}", "%#### {streetName} {streetSuffix}",
        "%## {streetName} {streetSuffix} {unit} %#",
      ]
    case .german: ["{streetName} %", "{streetName} %#"]
    case .british:
      ["% {streetName} {streetSuffix}", "%# {streetName} {streetSuffix}", "{unit} %#, %# {streetName} {streetSuffix}"]
    case .french:
      ["%, {streetSuffix} {streetName}", "%#, {streetSuffix} {streetName}", "% bis, {streetSuffix} {streetName}"]
    case .spanish:
      ["{streetSuffix} {streetName}, %", "{streetSuffix} {streetName}, %#", "{streetSuffix} {streetName}, %#, piso %"]
    case .italian: ["{streetSuffix} {streetName}, %", "{streetSuffix} {streetName}, %#"]
    case .brazilian:
      ["{streetSuffix} {streetName}, %#", "{streetSuffix} {streetName}, %##", "{streetSuffix} {streetName}, %###"]
    case .japanese: ["%丁目%番%号", "%丁目%#番%号", "%丁目%番%#号"]
    }
  }

  /// The formats of postal codes by themselves. Lists have only the beginning: the rest is any, so that there are many.
  var postcodeFormats: [String] {
    switch self {
    case .american: ["{postcode}##"]
    case .german: ["{postcode}###"]
    case .british: ["{postcode} #{postcodeLetter}{postcodeLetter}"]
    case .french, .spanish: ["{postcode}###"]
    case .italian: ["{postcode}##"]
    case .brazilian: ["{postcode}###-###"]
    case .japanese: ["{postcode}-####"]
    }
  }

  var addressFormats: [String] {
    switch self {
    case .american: ["{street}\n{place}{placeCity}, {placeState} {placePostcode}"]
    case .german, .french: ["{street}\n{place}{placePostcode} {placeCity}"]
    case .british: ["{street}\n{place}{placeCity}\n{placePostcode} #{postcodeLetter}{postcodeLetter}"]
    case .spanish, .italian: ["{street}\n{place}{placePostcode} {placeCity} ({placeState})"]
    case .brazilian: ["{street}\n{place}{placePostcode}-### {placeCity} / {placeState}"]
    case .japanese: ["〒{place}{placePostcode}-####\n{placeState}{placeCity}{street}"]
    }
  }

  var companyFormats: [String] {
    switch self {
    case .american:
      [
        "{companyWord} {companyKind} {companyForm}", "{companyWord} {companyKind} {companyForm}",
        "{lastName} {companyEnding}", "{lastName}-{lastName}", "{lastName}, {lastName} and {lastName}",
      ]
    case .german:
      [
        "{lastName} GmbH", "{lastName} AG", "{lastName} KG", "{lastName} & Söhne", "{lastName} GmbH & Co. KG",
        "{lastName} & {lastName} OHG",
      ]
    case .japanese: ["株式会社{lastName}", "{lastName}株式会社", "有限会社{lastName}", "合同会社{lastName}"]
    case .british:
      [
        "{companyWord} {companyKind} {companyForm}", "{lastName} {companyEnding}",
        "{lastName}-{lastName} {companyForm}",
        "{lastName}, {lastName} and {lastName}",
      ]
    case .french:
      ["{companyWord} {lastName} {companyForm}", "{lastName} {companyForm}", "{lastName} {lastName} {companyForm}"]
    case .spanish:
      [
        "{companyWord} {lastName} {companyForm}", "{lastName} y {lastName} {companyForm}",
        "{companyWord} {lastName} y {lastName}",
      ]
    case .italian:
      ["{companyWord} {lastName} {companyForm}", "{lastName} {companyForm}", "{lastName}-{lastName} {companyForm}"]
    case .brazilian:
      ["{companyWord} {lastName} {companyForm}", "{lastName} {companyForm}", "{lastName} e {lastName} {companyForm}"]
    }
  }

  static let userFormats = [
    "{plainFirst}.{plainLast}", "{plainFirst}{plainLast}", "{plainFirst}##", "{plainLast}##",
    "{plainLast}.{plainFirst}",
  ]

  static let domainFormats = ["{plainLast}.{topLevel}", "{plainLast}-{plainLast}.{topLevel}"]

  static let userAgentFormats = [
    "Mozilla/5.0 ({desktop}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{chrome} Safari/537.36",
    "Mozilla/5.0 ({phone}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{chrome} Mobile Safari/537.36",
    "Mozilla/5.0 ({desktop}; {firefox}", "Mozilla/5.0 ({appleDesktop} Safari/605.1.15",
    "Mozilla/5.0 ({applePhone} Safari/604.1",
  ]

  /// The country of bank accounts; nil for any country.
  var accountCountry: String? {
    switch self {
    case .american, .japanese: nil
    case .german: "DE"
    case .british: "GB"
    case .french: "FR"
    case .spanish: "ES"
    case .italian: "IT"
    case .brazilian: "BR"
    }
  }
}
