/// Telephone numbers in Germany that nobody has: the Federal Network Agency (notice 148/2021) and two operators keep
/// them for films and the like. Japan sets none aside.
enum GermanTelephones {
  /// 7 records of two columns: a number without its end, and how many digits complete it. Any will do.
  static let stems = WordTable(
    """
    030 23125\t3
    040 66969\t3
    069 90009\t3
    0221 4710\t3
    089 99998\t3
    0171 39200\t2
    0176 040690\t2
    """)
}
