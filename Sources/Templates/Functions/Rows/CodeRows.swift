/// The functions of hashes and of numbers with check digits.
enum CodeRows {
  private static let separator = Parameter("separator", .choice(["-", " ", ""]), .text("-"))
  private static let length = Parameter.whole("length", 8...13, 13)
  private static let cast = Parameter(
    "cast_to", .unsupported(.text("str"), instead: "leave it out: the value is text"), .text("str"))

  static let rows: [FunctionRow] = [
    FunctionRow(.uuid4, [cast], "a random UUID (RFC 9562, version 4)"),
    FunctionRow(.md5, [.rawOutput], "32 hexadecimal digits"),
    FunctionRow(.sha1, [.rawOutput], "40 hexadecimal digits"),
    FunctionRow(.sha256, [.rawOutput], "64 hexadecimal digits"),
    FunctionRow(
      .password,
      [
        .whole("length", 1...1000, 10), .flag("special_chars", true), .flag("digits", true), .flag("upper_case", true),
        .flag("lower_case", true),
      ], "characters of the kinds that are True, at least one of each"),
    FunctionRow(.ean, [length, .prefixes], "8 or 13 digits with their check digit (GS1)", sample: "faker.ean(8)"),
    FunctionRow(
      .ean13, [.prefixes, .optional("leading_zero", .boolean)],
      "13 digits with their check digit (GS1); leading_zero: begins with 0, or not"),
    FunctionRow(.ean8, [.prefixes], "8 digits with their check digit (GS1)"),
    FunctionRow(
      .localizedEan, [length], "as ean, with the prefix of the locale's country",
      beside: "of the locale's country, not American, in every locale"),
    FunctionRow(.localizedEan13, [], "as ean13, with the prefix of the locale's country"),
    FunctionRow(.localizedEan8, [], "as ean8, with the prefix of the locale's country"),
    FunctionRow(
      .upcA,
      [
        Parameter("upc_ae_mode", .unsupported(.boolean(false), instead: "leave it out"), .boolean(false)),
        Parameter("base", .unsupported(.none, instead: "leave it out"), Literal.none),
        .optional("number_system_digit", .integer(0...9)),
      ], "12 digits with their check digit (GS1)"),
    FunctionRow(.isbn10, [separator], "a book's number with its check digit (ISO 2108)", beside: "of English books"),
    FunctionRow(.isbn13, [separator], "a book's number with its check digit (ISO 2108)", beside: "of English books"),
  ]
}
