/// The provinces and metropolitan cities of Italy: facts of public record, as the Istituto nazionale di statistica (Istat) has them,
/// under CC BY 3.0 IT.
enum ItalianProvinces {
  /// 107 records of three columns, in the order of the names: abbreviation, province, region.
  static let all = WordTable(
    """
    AG\tAgrigento\tSicilia
    AL\tAlessandria\tPiemonte
    AN\tAncona\tMarche
    AO\tAosta\tValle d'Aosta
    AR\tArezzo\tToscana
    AP\tAscoli Piceno\tMarche
    AT\tAsti\tPiemonte
    AV\tAvellino\tCampania
    BA\tBari\tPuglia
    BT\tBarletta-Andria-Trani\tPuglia
    BL\tBelluno\tVeneto
    BN\tBenevento\tCampania
    BG\tBergamo\tLombardia
    BI\tBiella\tPiemonte
    BO\tBologna\tEmilia-Romagna
    BZ\tBolzano\tTrentino-Alto Adige
    BS\tBrescia\tLombardia
    BR\tBrindisi\tPuglia
    CA\tCagliari\tSardegna
    CL\tCaltanissetta\tSicilia
    CB\tCampobasso\tMolise
    CE\tCaserta\tCampania
    CT\tCatania\tSicilia
    CZ\tCatanzaro\tCalabria
    CH\tChieti\tAbruzzo
    CO\tComo\tLombardia
    CS\tCosenza\tCalabria
    CR\tCremona\tLombardia
    KR\tCrotone\tCalabria
    CN\tCuneo\tPiemonte
    EN\tEnna\tSicilia
    FM\tFermo\tMarche
    FE\tFerrara\tEmilia-Romagna
    FI\tFirenze\tToscana
    FG\tFoggia\tPuglia
    FC\tForlì-Cesena\tEmilia-Romagna
    FR\tFrosinone\tLazio
    GE\tGenova\tLiguria
    GO\tGorizia\tFriuli-Venezia Giulia
    GR\tGrosseto\tToscana
    IM\tImperia\tLiguria
    IS\tIsernia\tMolise
    AQ\tL'Aquila\tAbruzzo
    SP\tLa Spezia\tLiguria
    LT\tLatina\tLazio
    LE\tLecce\tPuglia
    LC\tLecco\tLombardia
    LI\tLivorno\tToscana
    LO\tLodi\tLombardia
    LU\tLucca\tToscana
    MC\tMacerata\tMarche
    MN\tMantova\tLombardia
    MS\tMassa-Carrara\tToscana
    MT\tMatera\tBasilicata
    ME\tMessina\tSicilia
    MI\tMilano\tLombardia
    MO\tModena\tEmilia-Romagna
    MB\tMonza e della Brianza\tLombardia
    NA\tNapoli\tCampania
    NO\tNovara\tPiemonte
    NU\tNuoro\tSardegna
    OR\tOristano\tSardegna
    PD\tPadova\tVeneto
    PA\tPalermo\tSicilia
    PR\tParma\tEmilia-Romagna
    PV\tPavia\tLombardia
    PG\tPerugia\tUmbria
    PU\tPesaro e Urbino\tMarche
    PE\tPescara\tAbruzzo
    PC\tPiacenza\tEmilia-Romagna
    PI\tPisa\tToscana
    PT\tPistoia\tToscana
    PN\tPordenone\tFriuli-Venezia Giulia
    PZ\tPotenza\tBasilicata
    PO\tPrato\tToscana
    RG\tRagusa\tSicilia
    RA\tRavenna\tEmilia-Romagna
    RC\tReggio Calabria\tCalabria
    RE\tReggio nell'Emilia\tEmilia-Romagna
    RI\tRieti\tLazio
    RN\tRimini\tEmilia-Romagna
    RM\tRoma\tLazio
    RO\tRovigo\tVeneto
    SA\tSalerno\tCampania
    SS\tSassari\tSardegna
    SV\tSavona\tLiguria
    SI\tSiena\tToscana
    SR\tSiracusa\tSicilia
    SO\tSondrio\tLombardia
    SU\tSud Sardegna\tSardegna
    TA\tTaranto\tPuglia
    TE\tTeramo\tAbruzzo
    TR\tTerni\tUmbria
    TO\tTorino\tPiemonte
    TP\tTrapani\tSicilia
    TN\tTrento\tTrentino-Alto Adige
    TV\tTreviso\tVeneto
    TS\tTrieste\tFriuli-Venezia Giulia
    UD\tUdine\tFriuli-Venezia Giulia
    VA\tVarese\tLombardia
    VE\tVenezia\tVeneto
    VB\tVerbano-Cusio-Ossola\tPiemonte
    VC\tVercelli\tPiemonte
    VR\tVerona\tVeneto
    VV\tVibo Valentia\tCalabria
    VI\tVicenza\tVeneto
    VT\tViterbo\tLazio
    """)

  static var codes: [String] { all.column(0) }
}
