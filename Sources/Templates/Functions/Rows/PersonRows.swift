/// The functions of names and of what people have.
enum PersonRows {
  private static let bareName = "without forms of address and titles"

  static let rows: [FunctionRow] = [
    FunctionRow(.firstName, [], "a first name"),
    FunctionRow(.firstNameFemale, [], "a first name of a woman"),
    FunctionRow(.firstNameMale, [], "a first name of a man"),
    FunctionRow(.firstNameNonbinary, [], "a first name"),
    FunctionRow(.lastName, [], "a last name"),
    FunctionRow(.lastNameFemale, [], "a last name"),
    FunctionRow(.lastNameMale, [], "a last name"),
    FunctionRow(.name, [], "a whole name", beside: bareName),
    FunctionRow(.nameFemale, [], "a whole name of a woman", beside: bareName),
    FunctionRow(.nameMale, [], "a whole name of a man", beside: bareName),
    FunctionRow(.nameNonbinary, [], "a whole name", beside: bareName),
    FunctionRow(.prefix, [], "a form of address"),
    FunctionRow(.prefixFemale, [], "a form of address of a woman"),
    FunctionRow(.prefixMale, [], "a form of address of a man"),
    FunctionRow(.prefixNonbinary, [], "a form of address"),
    FunctionRow(.suffix, [], "what follows a name in en_US and de_DE; nothing elsewhere"),
    FunctionRow(.userName, [], "a user name"),
    FunctionRow(.phoneNumber, [], "a telephone number that is not in use", beside: "never a number in use"),
    FunctionRow(
      .msisdn, [], "thirteen digits that begin with 999, which is assigned to no country",
      beside: "never a number in use"),
    FunctionRow(.countryCallingCode, [], "a country's calling code"),
    FunctionRow(.job, [], "an occupation", beside: "always English"),
    FunctionRow(.languageName, [], "a language"),
    FunctionRow(.languageCode, [], "a language in two letters", beside: "without the codes of three letters"),
    FunctionRow(.locale, [], "a language and a country"),
    FunctionRow(
      .ssn,
      [
        Parameter(
          "taxpayer_identification_number_type", .choice(["SSN", "EIN", "ITIN", "INVALID_SSN"]), .text("SSN"))
      ],
      "a number of social security, for the locale; see [Numbers that are assigned to no one](#numbers-that-are-assigned-to-no-one)",
      beside: "no number that can be assigned, but in pt_BR"),
    FunctionRow(.invalidSsn, [], "a number of social security with a part of zeros, 666, or 9 in front"),
    FunctionRow(.ein, [], "an employer's number, with a prefix that is not in use", beside: "no number in use"),
    FunctionRow(.itin, [], "a taxpayer's number, in a group that is not in use", beside: "no number in use"),
    FunctionRow(.cpf, [], "a person's number in Brazil, with its check digits"),
    FunctionRow(.cnpj, [], "a company's number in Brazil, with its check digits"),
    FunctionRow(
      .passportNumber, [], "a letter and eight digits, or nine digits; in it_IT two letters and seven digits"),
  ]
}
