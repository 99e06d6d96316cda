/// The lists of de_DE; nil for those it has none of.
enum GermanTables {
  static func table(_ list: FakerList) -> FakerTable? {
    switch list {
    case .firstName: firstNames
    case .lastName: lastNames
    case .prefix: prefixes
    case .city: cities
    case .state: states
    case .streetName: streetNames
    default: nil
    }
  }

  private static let firstNames = FakerTable(
    """
    Anna\nPeter\nJürgen\nUrsula\nHans\nSabine\nWolfgang\nKäthe\nThomas\nPetra\nKlaus\nMonika\nAndreas\nRenate\nStefan\n\
    Birgit\nGünter\nHeike\nBernd\nJörg\nBjörn\nTanja\nUwe\nSonja\nDieter\nGisela\nHolger\nSilke\nMatthias\nAnja\nLukas\n\
    Leonie
    """)

  private static let lastNames = FakerTable(
    """
    Müller\nSchmidt\nSchneider\nFischer\nWeber\nMeyer\nWagner\nBecker\nSchulz\nHoffmann\nSchäfer\nKoch\nBauer\n\
    Richter\nKlein\nWolf\nSchröder\nNeumann\nSchwarz\nZimmermann\nBraun\nKrüger\nHofmann\nHartmann\nLange\nSchmitt\n\
    Werner\nKrause\nMeier\nLehmann\nKöhler\nGroß
    """)

  private static let prefixes = FakerTable(
    """
    Herr\nFrau\nDr.\nProf.
    """)

  private static let cities = FakerTable(
    """
    Berlin\nHamburg\nMünchen\nKöln\nFrankfurt\nStuttgart\nDüsseldorf\nLeipzig\nDortmund\nEssen\nBremen\nDresden\n\
    Hannover\nNürnberg\nDuisburg\nBochum\nWuppertal\nBielefeld\nBonn\nMünster\nKarlsruhe\nMannheim\nAugsburg\nKiel\n\
    Lübeck\nErfurt\nMainz\nRostock\nKassel\nHalle
    """)

  private static let states = FakerTable(
    """
    Baden-Württemberg\nBayern\nBerlin\nBrandenburg\nBremen\nHamburg\nHessen\nMecklenburg-Vorpommern\n\
    Niedersachsen\nNordrhein-Westfalen\nRheinland-Pfalz\nSaarland\nSachsen\nSachsen-Anhalt\nSchleswig-Holstein\n\
    Thüringen
    """)

  private static let streetNames = FakerTable(
    """
    Hauptstraße\nSchulstraße\nGartenstraße\nBahnhofstraße\nDorfstraße\nBergstraße\nBirkenweg\nLindenstraße\n\
    Kirchstraße\nWaldstraße\nRingstraße\nGoethestraße\nSchillerplatz\nMühlenweg\nMarktplatz\nKönigsallee
    """)
}
