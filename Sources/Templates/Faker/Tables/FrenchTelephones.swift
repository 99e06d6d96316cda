/// Telephone numbers in France that nobody has: the Autorité de régulation des communications électroniques et des postes
/// (Arcep) keeps them for films and the like (decision 2012-0856).
enum FrenchTelephones {
  /// 6 numbers without their last four digits; any will do. The last is of mobile telephones.
  static let stems = WordTable(
    """
    01 99 00
    02 61 91
    03 53 01
    04 65 71
    05 36 49
    06 39 98
    """)
}
