/// The language of names and addresses. Lists that a locale lacks are American.
package enum FakerLocale: String, Sendable, CaseIterable {
  case american = "en_US"
  case german = "de_DE"
  case japanese = "ja_JP"

  func table(_ list: FakerList) -> FakerTable {
    let own: FakerTable? =
      switch self {
      case .american: nil
      case .german: GermanLists.table(list)
      case .japanese: JapaneseLists.table(list)
      }
    return own ?? AmericanLists.table(list)
  }

  // MARK: Formats

  // Braces name a list, # is a digit, % is a digit except 0.

  var nameFormats: [String] {
    switch self {
    case .american, .german: ["{firstName} {lastName}"]
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
    case .japanese: ["%丁目%番%号", "%丁目%#番%号", "%丁目%番%#号"]
    }
  }

  /// The formats of postal codes; the Japanese list has only the first three digits.
  var postcodeFormats: [String] {
    switch self {
    case .american, .german: ["{postcode}"]
    case .japanese: ["{postcode}-####"]
    }
  }

  var addressFormats: [String] {
    switch self {
    case .american: ["{street}\n{place}{placeCity}, {placeState} {placePostcode}"]
    case .german: ["{street}\n{place}{placePostcode} {placeCity}"]
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
    }
  }

  static let userAgentFormats = [
    "Mozilla/5.0 ({desktop}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{chrome} Safari/537.36",
    "Mozilla/5.0 ({phone}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{chrome} Mobile Safari/537.36",
    "Mozilla/5.0 ({desktop}; {firefox}", "Mozilla/5.0 ({appleDesktop} Safari/605.1.15",
    "Mozilla/5.0 ({applePhone} Safari/604.1",
  ]

  /// The country of bank accounts; nil for any country.
  var accountCountry: String? { self == .german ? "DE" : nil }
}
