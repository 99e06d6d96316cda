/// The parts of names of companies in Brazil; written from general knowledge. If one is that of a real company, that is chance.
enum BrazilianCompanies {
  /// 24 words that stand before a surname.
  static let words = WordTable(
    """
    Construtora
    Transportes
    Padaria
    Supermercado
    Distribuidora
    Comercial
    Farmácia
    Gráfica
    Livraria
    Oficina
    Móveis
    Materiais
    Confecções
    Alimentos
    Engenharia
    Consultoria
    Imobiliária
    Papelaria
    Frigorífico
    Madeireira
    Metalúrgica
    Laticínios
    Viação
    Irmãos
    """)

  /// 8 endings, most of them legal forms.
  static let forms = WordTable(
    """
    Ltda.
    S.A.
    ME
    EPP
    EIRELI
    & Filhos Ltda.
    & Cia. Ltda.
    e Associados
    """)
}
