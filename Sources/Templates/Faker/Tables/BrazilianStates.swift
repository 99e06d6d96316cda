/// The states of Brazil; facts of public record.
enum BrazilianStates {
  /// 27 records of two columns, in the order of the names: abbreviation, state.
  static let all = WordTable(
    """
    AC\tAcre
    AL\tAlagoas
    AP\tAmapá
    AM\tAmazonas
    BA\tBahia
    CE\tCeará
    DF\tDistrito Federal
    ES\tEspírito Santo
    GO\tGoiás
    MA\tMaranhão
    MT\tMato Grosso
    MS\tMato Grosso do Sul
    MG\tMinas Gerais
    PA\tPará
    PB\tParaíba
    PR\tParaná
    PE\tPernambuco
    PI\tPiauí
    RJ\tRio de Janeiro
    RN\tRio Grande do Norte
    RS\tRio Grande do Sul
    RO\tRondônia
    RR\tRoraima
    SC\tSanta Catarina
    SP\tSão Paulo
    SE\tSergipe
    TO\tTocantins
    """)

  static var codes: [String] { all.column(0) }
}
