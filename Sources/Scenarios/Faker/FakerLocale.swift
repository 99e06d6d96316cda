/// The language of names and addresses. What a locale has no list of its own for is American.
package enum FakerLocale: String, Sendable, CaseIterable {
  case american = "en_US"
  case german = "de_DE"
  case japanese = "ja_JP"

  func table(_ list: FakerList) -> FakerTable {
    let own: FakerTable? =
      switch self {
      case .american: nil
      case .german: GermanTables.table(list)
      case .japanese: JapaneseTables.table(list)
      }
    return own ?? AmericanTables.table(list)
  }

  /// Braces stand for a list, # for a digit, % for a digit but 0.
  var nameFormats: [String] {
    switch self {
    case .american, .german: ["{firstName} {lastName}"]
    case .japanese: ["{lastName} {firstName}"]
    }
  }

  var phoneFormats: [String] {
    switch self {
    case .american: ["(%##)%##-####", "%##-%##-####", "%##.%##.####", "+1-%##-%##-####", "001-%##-%##-####"]
    case .german: ["+49(0)%### ######", "0%## #######", "+49(0) %########", "(0%###) ######"]
    case .japanese: ["090-####-####", "080-####-####", "0%-####-####"]
    }
  }

  var streetFormats: [String] {
    switch self {
    case .american: ["%## {streetName}", "%### {streetName}", "%#### {streetName}"]
    case .german: ["{streetName} %", "{streetName} %#"]
    case .japanese: ["%丁目#番%号", "%丁目%#番#号"]
    }
  }

  var postcodeFormats: [String] {
    switch self {
    case .american, .german: ["%####"]
    case .japanese: ["###-####"]
    }
  }

  var addressFormats: [String] {
    switch self {
    case .american: ["{street}\n{city}, {stateAbbreviation} {postcode}"]
    case .german: ["{street}\n{postcode} {city}"]
    case .japanese: ["〒{postcode}\n{state}{city}{street}"]
    }
  }

  /// ? is a letter; the check digits begin as 00.
  var ibanFormat: String { self == .german ? "DE00##################" : "GB00????##############" }
}
