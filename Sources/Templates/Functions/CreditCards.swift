/// The brands of payment cards: the first digits and the lengths of their numbers are facts of the industry's registry
/// (ISO/IEC 7812).
struct CreditCard: Sendable {
  /// The word of the argument `card_type`.
  let type: String
  let provider: String
  /// The first digits; # is any digit.
  let prefixes: [String]
  let length: Int
  let securityDigits: Int
}

enum CreditCards {
  static let all: [CreditCard] =
    brands + [
      // Python's short words for two of the others.
      CreditCard(type: "visa", provider: "VISA 16 digit", prefixes: ["4"], length: 16, securityDigits: 3),
      CreditCard(type: "jcb", provider: "JCB 16 digit", prefixes: ["35"], length: 16, securityDigits: 3),
    ]

  static let brands: [CreditCard] = [
    CreditCard(
      type: "maestro", provider: "Maestro",
      prefixes: ["5018", "5020", "5038", "56##", "57##", "58##", "6304", "6759", "6761", "6762", "6763"], length: 12,
      securityDigits: 3),
    CreditCard(
      type: "mastercard", provider: "Mastercard",
      prefixes: [
        "51", "52", "53", "54", "55", "223", "224", "225", "226", "227", "228", "229", "23", "24", "25", "26",
      ],
      length: 16, securityDigits: 3),
    CreditCard(type: "visa16", provider: "VISA 16 digit", prefixes: ["4"], length: 16, securityDigits: 3),
    CreditCard(type: "visa13", provider: "VISA 13 digit", prefixes: ["4"], length: 13, securityDigits: 3),
    CreditCard(type: "visa19", provider: "VISA 19 digit", prefixes: ["4"], length: 19, securityDigits: 3),
    CreditCard(type: "amex", provider: "American Express", prefixes: ["34", "37"], length: 15, securityDigits: 4),
    CreditCard(type: "discover", provider: "Discover", prefixes: ["6011", "65"], length: 16, securityDigits: 3),
    CreditCard(
      type: "diners", provider: "Diners Club / Carte Blanche",
      prefixes: ["300", "301", "302", "303", "304", "305", "36", "38"], length: 14, securityDigits: 3),
    CreditCard(type: "jcb15", provider: "JCB 15 digit", prefixes: ["2131", "1800"], length: 15, securityDigits: 3),
    CreditCard(type: "jcb16", provider: "JCB 16 digit", prefixes: ["35"], length: 16, securityDigits: 3),
  ]

  /// The brands that a word of `card_type` means; all without one.
  static func brands(of type: String?) -> [CreditCard] {
    guard let type else { return brands }
    return all.filter { $0.type == type }
  }
}
