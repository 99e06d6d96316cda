/// The functions of cards, accounts and currencies.
enum MoneyRows {
  private static let card = Parameter.optional("card_type", .choice(CreditCards.all.map(\.type)))
  private static let dataset = Parameter(
    "use_dataset", .unsupported(.boolean(false), instead: "leave it out"), .boolean(false))

  static let rows: [FunctionRow] = [
    FunctionRow(
      .creditCardNumber, [card],
      "a card's number with its check digit (Luhn); card_type is one of those of the next row",
      sample: "faker.credit_card_number('visa')"),
    FunctionRow(
      .creditCardProvider, [card],
      "a brand: \(CreditCards.all.map(\.type).joined(separator: ", "))"),
    FunctionRow(
      .creditCardExpire,
      [
        .moment("start", "now"), .moment("end", "+10y"), Parameter("date_format", .pattern, .text("%m/%y")),
      ], "a month between two moments"),
    FunctionRow(.creditCardSecurityCode, [card], "three digits; four of American Express"),
    FunctionRow(
      .iban, [], "an IBAN with the check digits of ISO 13616; national check digits are random",
      beside: "in en_US and ja_JP of any country"),
    FunctionRow(.bban, [], "an account in its country; in en_US and ja_JP a British one, as in Python"),
    FunctionRow(
      .swift, [.optional("length", .integer(8...11)), .flag("primary", false), dataset],
      "a bank's code of 8 or 11 characters, as for tests", beside: "the locale's country; a code for tests"),
    FunctionRow(.swift8, [dataset], "a bank's code of 8 characters", beside: "the locale's country; a code for tests"),
    FunctionRow(
      .swift11, [.flag("primary", false), dataset], "a bank's code of 11 characters",
      beside: "the locale's country; a code for tests"),
    FunctionRow(.aba, [], "a bank's number in the United States, with its check digit"),
    FunctionRow(.bankCountry, [], "the locale's country in two letters", beside: "US in en_US, JP in ja_JP"),
    FunctionRow(.currencyCode, [], "a currency in three letters"),
    FunctionRow(.currencyName, [], "a currency"),
    FunctionRow(
      .currencySymbol, [.optional("code", .currency)],
      "the sign of a currency, of any or by its code; without a sign the code",
      sample: "faker.currency_symbol('EUR')", beside: "fewer signs"),
    FunctionRow(.cryptocurrencyCode, [], "a cryptocurrency's code"),
    FunctionRow(.cryptocurrencyName, [], "a cryptocurrency"),
    FunctionRow(.pricetag, [], "a price, for the locale", beside: "£ in en_GB, ￥ in ja_JP"),
  ]
}
