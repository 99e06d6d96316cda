/// The parts of names of companies in Italy; written from general knowledge. If one is that of a real company, that is chance.
enum ItalianCompanies {
  /// 24 words that stand before a surname.
  static let words = WordTable(
    """
    Officine
    Trasporti
    Edilizia
    Impianti
    Arredamenti
    Panificio
    Tipografia
    Cantine
    Costruzioni
    Libreria
    Farmacia
    Ferramenta
    Tessuti
    Carrozzeria
    Falegnameria
    Ceramiche
    Fonderie
    Alimentari
    Autolinee
    Studio
    Laboratori
    Molini
    Pastificio
    Fratelli
    """)

  /// 8 endings, most of them legal forms.
  static let forms = WordTable(
    """
    S.r.l.
    S.p.A.
    S.n.c.
    S.a.s.
    S.r.l.s.
    Soc. Coop.
    e figli S.n.c.
    & C. S.a.s.
    """)
}
