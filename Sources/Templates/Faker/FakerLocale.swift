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

  func table(_ list: FakerList) -> FakerTable {
    let own: FakerTable? =
      switch self {
      case .american, .british, .french, .spanish, .italian, .brazilian: nil
      case .german: GermanLists.table(list)
      case .japanese: JapaneseLists.table(list)
      }
    return own ?? AmericanLists.table(list)
  }

  // MARK: Formats

  // Braces name a list, # is a digit, % is a digit except 0.

  var nameFormats: [String] {
    switch self {
    case .american, .german, .british, .french, .italian: ["{firstName} {lastName}"]
    case .spanish, .brazilian: ["{firstName} {lastName} {lastName}", "{firstName} {lastName}"]
    case .japanese: ["{lastName} {firstName}"]
    }
  }

  /// The formats of telephone numbers that are not in use.
  var phoneFormats: [String] {
    switch self {
    case .american:
      [
        "({areaCode})555-01##", "{areaCode}-555-01##", "{areaCode}.555.01##", "+1-{areaCode}-555-01##",
        "001-{areaCode}-555-01##",
      ]
    case .german:
      GermanTelephones.stems.records.flatMap { record in
        let number = record[0] + String(repeating: "#", count: Int(record[1]) ?? 0)
        return [number, "+49 \(number.dropFirst())"]
      }
    // Neither mobile telephones nor lines in Tokyo and Osaka have a 0 after the prefix.
    case .japanese: ["090-0###-####", "080-0###-####", "070-0###-####", "03-0###-####", "06-0###-####"]
    case .british: ["01632 960###", "07700 900###", "020 7946 0###"]
    case .french: ["01 99 00 ## ##", "06 39 98 ## ##"]
    case .spanish: ["+34 5## ### ###"]
    case .italian: ["+39 1## ######"]
    case .brazilian: ["+55 (11) 0###-####"]
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
    case .british: ["% {streetName} {streetSuffix}", "%# {streetName} {streetSuffix}"]
    case .french: ["%, {streetSuffix} {streetName}", "%#, {streetSuffix} {streetName}"]
    case .spanish, .italian, .brazilian: ["{streetSuffix} {streetName}, %", "{streetSuffix} {streetName}, %#"]
    case .japanese: ["%丁目%番%号", "%丁目%#番%号", "%丁目%番%#号"]
    }
  }

  /// The formats of postal codes; the Japanese list has only the first three digits.
  var postcodeFormats: [String] {
    switch self {
    case .american, .german, .british, .french, .spanish, .italian, .brazilian: ["{postcode}"]
    case .japanese: ["{postcode}-####"]
    }
  }

  var addressFormats: [String] {
    switch self {
    case .american: ["{street}\n{place}{placeCity}, {placeState} {placePostcode}"]
    case .german, .french: ["{street}\n{place}{placePostcode} {placeCity}"]
    case .british: ["{street}\n{place}{placeCity}\n{placePostcode}"]
    case .spanish: ["{street}\n{place}{placePostcode} {placeCity} ({placeState})"]
    case .italian: ["{street}\n{place}{placePostcode} {placeCity} {placeState}"]
    case .brazilian: ["{street}\n{place}{placeCity} - {placeState}\n{placePostcode}"]
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
    case .british: ["{lastName} Ltd", "{lastName} plc", "{lastName}, {lastName} and {lastName}"]
    case .french: ["{lastName} SARL", "{lastName} SAS", "{lastName} et fils"]
    case .spanish: ["{lastName} S.L.", "{lastName} S.A.", "{lastName} y {lastName} S.L."]
    case .italian: ["{lastName} S.r.l.", "{lastName} S.p.A.", "{lastName} e figli S.n.c."]
    case .brazilian: ["{lastName} Ltda.", "{lastName} S.A.", "{lastName} e {lastName} Ltda."]
    }
  }

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
