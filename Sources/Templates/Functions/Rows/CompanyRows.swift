/// The functions of companies.
enum CompanyRows {
  static let rows: [FunctionRow] = [
    FunctionRow(.company, [], "a company's name"),
    FunctionRow(.companySuffix, [], "the form of a company"),
    FunctionRow(.catchPhrase, [], "a slogan of three words", beside: "always English"),
    FunctionRow(.bs, [], "a promise of three words", beside: "always English"),
  ]
}
