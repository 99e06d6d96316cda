/// The legal forms of companies in the United Kingdom; written from general knowledge.
enum BritishCompanies {
  /// 7 endings, which follow a surname.
  static let forms = WordTable(
    """
    Ltd
    plc
    LLP
    & Sons Ltd
    Group Ltd
    Holdings Ltd
    & Co Ltd
    """)
}
