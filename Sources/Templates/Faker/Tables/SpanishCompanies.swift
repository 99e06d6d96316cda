/// The parts of names of companies in Spain; written from general knowledge. If one is that of a real company, that is chance.
enum SpanishCompanies {
  /// 24 words that stand before a surname.
  static let words = WordTable(
    """
    Construcciones
    Transportes
    Talleres
    Distribuciones
    Panadería
    Bodegas
    Conservas
    Muebles
    Imprenta
    Librería
    Farmacia
    Ferretería
    Electricidad
    Instalaciones
    Promociones
    Suministros
    Maderas
    Textiles
    Viajes
    Alimentación
    Reformas
    Carpintería
    Autocares
    Hermanos
    """)

  /// 8 legal forms.
  static let forms = WordTable(
    """
    S.L.
    S.A.
    S.L.U.
    S.A.U.
    S.Coop.
    S.L.L.
    S.L.P.
    C.B.
    """)
}
