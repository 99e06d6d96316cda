/// The parts of names of companies in France; written from general knowledge. If one is that of a real company, that is chance.
enum FrenchCompanies {
  /// 24 words that stand before a surname.
  static let words = WordTable(
    """
    Transports
    Établissements
    Menuiserie
    Garage
    Boulangerie
    Imprimerie
    Maçonnerie
    Pharmacie
    Cabinet
    Ateliers
    Laboratoires
    Librairie
    Quincaillerie
    Pépinières
    Fonderies
    Éditions
    Brasserie
    Charpentes
    Plomberie
    Serrurerie
    Textiles
    Messageries
    Carrières
    Verrerie
    """)

  /// 8 endings, most of them legal forms.
  static let forms = WordTable(
    """
    SARL
    SAS
    SA
    SASU
    EURL
    SNC
    & Cie
    et Fils
    """)
}
