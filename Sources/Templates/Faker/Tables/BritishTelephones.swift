/// Telephone numbers in the United Kingdom that nobody has: the Office of Communications (Ofcom) keeps them for films and the
/// like, "Telephone numbers for drama use", under the Open Government Licence v3.0.
enum BritishTelephones {
  /// 18 records of two columns: an area code or its like, and a number without its last three digits. Any will do.
  static let stems = WordTable(
    """
    0113\t496 0
    0114\t496 0
    0115\t496 0
    0116\t496 0
    0117\t496 0
    0118\t496 0
    0121\t496 0
    0131\t496 0
    0141\t496 0
    0151\t496 0
    0161\t496 0
    020\t7946 0
    0191\t498 0
    028\t9649 6
    029\t2018 0
    01632\t960
    03069\t990
    07700\t900
    """)
}
