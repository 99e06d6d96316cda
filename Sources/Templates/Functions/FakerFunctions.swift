extension FunctionTable {
  private static let letters = Literal.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
  private static let end = Parameter("end_datetime", .moment, .text("now"))

  /// The functions of Python's Faker.
  package static let fakerRows: [FunctionRow] = personRows + placeRows + textRows + netRows + valueRows + dateRows

  private static let personRows: [FunctionRow] = [
    FunctionRow(.firstName, [], "a first name"),
    FunctionRow(.firstNameFemale, [], "a first name of a woman"),
    FunctionRow(.firstNameMale, [], "a first name of a man"),
    FunctionRow(.lastName, [], "a last name"),
    FunctionRow(.name, [], "a whole name"),
    FunctionRow(.prefix, [], "a form of address"),
    FunctionRow(.email, [], "an e-mail address at example.com, example.net or example.org, or below one of them"),
    FunctionRow(.userName, [], "a user name"),
    FunctionRow(.phoneNumber, [], "a telephone number that is not in use"),
    FunctionRow(.company, [], "a company's name"),
    FunctionRow(.job, [], "an occupation"),
  ]

  private static let placeRows: [FunctionRow] = [
    FunctionRow(.address, [], "a postal address, with a line break"),
    FunctionRow(.streetAddress, [], "a street with a number"),
    FunctionRow(.city, [], "a city"),
    FunctionRow(.state, [], "a state"),
    FunctionRow(.country, [], "a country"),
    FunctionRow(.countryCode, [], "a country in two letters"),
    FunctionRow(.postcode, [], "a postal code"),
    FunctionRow(.latitude, [], .float, "degrees from -90 to 90, with six decimals"),
    FunctionRow(.longitude, [], .float, "degrees from -180 to 180, with six decimals"),
  ]

  private static let textRows: [FunctionRow] = [
    FunctionRow(.word, [], "a word"),
    FunctionRow(.words, [Parameter("nb", .integer(1...10_000), .integer(3))], "words separated by spaces"),
    FunctionRow(
      .sentence,
      [
        Parameter("nb_words", .integer(1...10_000), .integer(6)),
        Parameter("variable_nb_words", .boolean, .boolean(true)),
      ],
      "a sentence; its length varies by 40 % unless variable_nb_words is False"),
    FunctionRow(
      .paragraph,
      [
        Parameter("nb_sentences", .integer(1...1000), .integer(3)),
        Parameter("variable_nb_sentences", .boolean, .boolean(true)),
      ], "sentences; their number varies by 40 % unless variable_nb_sentences is False"),
    FunctionRow(
      .text, [Parameter("max_nb_chars", .integer(5...100_000), .integer(200))],
      "sentences of at most max_nb_chars characters"),
    FunctionRow(
      .numerify, [Parameter("text", .text, .text("###"))],
      "the text with a digit for #, a digit except 0 for %, a digit or nothing for !, a digit except 0 or nothing for @",
      sample: "faker.numerify('A-###')"),
    FunctionRow(
      .lexify, [Parameter("text", .text, .text("????")), Parameter("letters", .text, letters)],
      "the text with one of the letters for ?", sample: "faker.lexify('??-??')"),
    FunctionRow(
      .bothify, [Parameter("text", .text, .text("## ??")), Parameter("letters", .text, letters)],
      "numerify and lexify together", sample: "faker.bothify('??-####')"),
  ]

  private static let netRows: [FunctionRow] = [
    FunctionRow(.url, [], "a URL below .example, .invalid or .test"),
    FunctionRow(.domainName, [], "a domain below .example, .invalid or .test"),
    FunctionRow(.ipv4, [], "an IPv4 address"),
    FunctionRow(.ipv6, [], "an IPv6 address"),
    FunctionRow(.macAddress, [], "a MAC address"),
    FunctionRow(.userAgent, [], "the user agent of a browser"),
  ]

  private static let valueRows: [FunctionRow] = [
    FunctionRow(.uuid4, [], "a random UUID (RFC 9562, version 4)"),
    FunctionRow(.creditCardNumber, [], "a card number of 16 digits with its check digit (Luhn)"),
    FunctionRow(
      .iban, [], "an IBAN with the check digits of ISO 13616; national check digits are random"
    ),
    FunctionRow(.currencyCode, [], "a currency in three letters"),
    FunctionRow(
      .boolean, [Parameter("chance_of_getting_true", .integer(0...100), .integer(50))], .boolean, "true or false"),
    FunctionRow(
      .randomInt,
      [
        Parameter("min", .integer(wholeNumbers), .integer(0)), Parameter("max", .integer(wholeNumbers), .integer(9999)),
        Parameter("step", .integer(1 ... .max), .integer(1)),
      ], .integer, "a whole number from min to max, both included", sample: "faker.random_int(min=20, max=50)"),
    FunctionRow(.randomDigit, [], .integer, "a digit"),
    FunctionRow(
      .randomElement, [Parameter("elements", .list, .list([.text("a"), .text("b"), .text("c")]))],
      yield: .element(of: 0), "one element, all equally likely", sample: "faker.random_element(['a', 'b'])"),
    FunctionRow(
      .randomElements, [Parameter("elements", .list, .list([.text("a"), .text("b"), .text("c")]))],
      yield: .element(of: 0), "one element, all equally likely", sample: "faker.random_elements(['a', 'b'])"),
    FunctionRow(.color, [], "a colour as # and six hexadecimal digits"),
    FunctionRow(.colorName, [], "the name of a colour"),
    FunctionRow(.md5, [], "32 hexadecimal digits"),
    FunctionRow(.sha256, [], "64 hexadecimal digits"),
  ]

  private static let dateRows: [FunctionRow] = [
    FunctionRow(
      .date, [Parameter("pattern", .text, .text("%Y-%m-%d")), end], .text, "a date since 1970, as strftime writes it"),
    FunctionRow(
      .dateBetween,
      [Parameter("start_date", .moment, .text("-30y")), Parameter("end_date", .moment, .text("today"))], .date,
      "a date between two", sample: "faker.date_between('-1y', 'today')"),
    FunctionRow(
      .dateTime, [Parameter("tzinfo", .only(.none), Literal.none), end], .dateTime, "a date since 1970, with its time"),
    FunctionRow(
      .iso8601, [Parameter("tzinfo", .only(.none), Literal.none), end], .text,
      "a date since 1970 and its time, in ISO 8601"),
    FunctionRow(
      .unixTime, [end, Parameter("start_datetime", .moment, .text("1970-01-01"))], .integer, "whole seconds since 1970"),
    FunctionRow(
      .pastDate, [Parameter("start_date", .moment, .text("-30d")), Parameter("tzinfo", .only(.none), Literal.none)],
      .date,
      "a date before the day on which the run starts"),
    FunctionRow(
      .futureDate, [Parameter("end_date", .moment, .text("+30d"))], .date,
      "a date after the day on which the run starts"),
  ]
}
