/// The countries and territories of ISO 3166-1. The codes are facts; the names are the English short ones, in their
/// everyday form where the standard qualifies them.
enum Countries {
  /// 249 records of two columns, in the order of the names: the code of two letters, the name.
  static let all = WordTable(
    """
    AF\tAfghanistan
    AL\tAlbania
    DZ\tAlgeria
    AS\tAmerican Samoa
    AD\tAndorra
    AO\tAngola
    AI\tAnguilla
    AQ\tAntarctica
    AG\tAntigua and Barbuda
    AR\tArgentina
    AM\tArmenia
    AW\tAruba
    AU\tAustralia
    AT\tAustria
    AZ\tAzerbaijan
    AX\tÅland Islands
    BS\tBahamas
    BH\tBahrain
    BD\tBangladesh
    BB\tBarbados
    BY\tBelarus
    BE\tBelgium
    BZ\tBelize
    BJ\tBenin
    BM\tBermuda
    BT\tBhutan
    BO\tBolivia
    BQ\tBonaire, Sint Eustatius and Saba
    BA\tBosnia and Herzegovina
    BW\tBotswana
    BV\tBouvet Island
    BR\tBrazil
    IO\tBritish Indian Ocean Territory
    BN\tBrunei Darussalam
    BG\tBulgaria
    BF\tBurkina Faso
    BI\tBurundi
    CV\tCabo Verde
    KH\tCambodia
    CM\tCameroon
    CA\tCanada
    KY\tCayman Islands
    CF\tCentral African Republic
    TD\tChad
    CL\tChile
    CN\tChina
    CX\tChristmas Island
    CC\tCocos (Keeling) Islands
    CO\tColombia
    KM\tComoros
    CG\tCongo
    CD\tCongo (Democratic Republic)
    CK\tCook Islands
    CR\tCosta Rica
    CI\tCôte d'Ivoire
    HR\tCroatia
    CU\tCuba
    CW\tCuraçao
    CY\tCyprus
    CZ\tCzechia
    DK\tDenmark
    DJ\tDjibouti
    DM\tDominica
    DO\tDominican Republic
    EC\tEcuador
    EG\tEgypt
    SV\tEl Salvador
    GQ\tEquatorial Guinea
    ER\tEritrea
    EE\tEstonia
    SZ\tEswatini
    ET\tEthiopia
    FK\tFalkland Islands (Malvinas)
    FO\tFaroe Islands
    FJ\tFiji
    FI\tFinland
    FR\tFrance
    GF\tFrench Guiana
    PF\tFrench Polynesia
    TF\tFrench Southern Territories
    GA\tGabon
    GM\tGambia
    GE\tGeorgia
    DE\tGermany
    GH\tGhana
    GI\tGibraltar
    GR\tGreece
    GL\tGreenland
    GD\tGrenada
    GP\tGuadeloupe
    GU\tGuam
    GT\tGuatemala
    GG\tGuernsey
    GN\tGuinea
    GW\tGuinea-Bissau
    GY\tGuyana
    HT\tHaiti
    HM\tHeard Island and McDonald Islands
    VA\tHoly See
    HN\tHonduras
    HK\tHong Kong
    HU\tHungary
    IS\tIceland
    IN\tIndia
    ID\tIndonesia
    IR\tIran
    IQ\tIraq
    IE\tIreland
    IM\tIsle of Man
    IL\tIsrael
    IT\tItaly
    JM\tJamaica
    JP\tJapan
    JE\tJersey
    JO\tJordan
    KZ\tKazakhstan
    KE\tKenya
    KI\tKiribati
    KW\tKuwait
    KG\tKyrgyzstan
    LA\tLao People's Democratic Republic
    LV\tLatvia
    LB\tLebanon
    LS\tLesotho
    LR\tLiberia
    LY\tLibya
    LI\tLiechtenstein
    LT\tLithuania
    LU\tLuxembourg
    MO\tMacao
    MG\tMadagascar
    MW\tMalawi
    MY\tMalaysia
    MV\tMaldives
    ML\tMali
    MT\tMalta
    MH\tMarshall Islands
    MQ\tMartinique
    MR\tMauritania
    MU\tMauritius
    YT\tMayotte
    MX\tMexico
    FM\tMicronesia
    MD\tMoldova
    MC\tMonaco
    MN\tMongolia
    ME\tMontenegro
    MS\tMontserrat
    MA\tMorocco
    MZ\tMozambique
    MM\tMyanmar
    NA\tNamibia
    NR\tNauru
    NP\tNepal
    NL\tNetherlands
    NC\tNew Caledonia
    NZ\tNew Zealand
    NI\tNicaragua
    NE\tNiger
    NG\tNigeria
    NU\tNiue
    NF\tNorfolk Island
    KP\tNorth Korea
    MK\tNorth Macedonia
    MP\tNorthern Mariana Islands
    NO\tNorway
    OM\tOman
    PK\tPakistan
    PW\tPalau
    PS\tPalestine
    PA\tPanama
    PG\tPapua New Guinea
    PY\tParaguay
    PE\tPeru
    PH\tPhilippines
    PN\tPitcairn
    PL\tPoland
    PT\tPortugal
    PR\tPuerto Rico
    QA\tQatar
    RE\tRéunion
    RO\tRomania
    RU\tRussian Federation
    RW\tRwanda
    BL\tSaint Barthélemy
    SH\tSaint Helena, Ascension and Tristan da Cunha
    KN\tSaint Kitts and Nevis
    LC\tSaint Lucia
    MF\tSaint Martin (French part)
    PM\tSaint Pierre and Miquelon
    VC\tSaint Vincent and the Grenadines
    WS\tSamoa
    SM\tSan Marino
    ST\tSao Tome and Principe
    SA\tSaudi Arabia
    SN\tSenegal
    RS\tSerbia
    SC\tSeychelles
    SL\tSierra Leone
    SG\tSingapore
    SX\tSint Maarten (Dutch part)
    SK\tSlovakia
    SI\tSlovenia
    SB\tSolomon Islands
    SO\tSomalia
    ZA\tSouth Africa
    GS\tSouth Georgia and the South Sandwich Islands
    KR\tSouth Korea
    SS\tSouth Sudan
    ES\tSpain
    LK\tSri Lanka
    SD\tSudan
    SR\tSuriname
    SJ\tSvalbard and Jan Mayen
    SE\tSweden
    CH\tSwitzerland
    SY\tSyrian Arab Republic
    TW\tTaiwan
    TJ\tTajikistan
    TZ\tTanzania
    TH\tThailand
    TL\tTimor-Leste
    TG\tTogo
    TK\tTokelau
    TO\tTonga
    TT\tTrinidad and Tobago
    TN\tTunisia
    TM\tTurkmenistan
    TC\tTurks and Caicos Islands
    TV\tTuvalu
    TR\tTürkiye
    UG\tUganda
    UA\tUkraine
    AE\tUnited Arab Emirates
    GB\tUnited Kingdom
    UM\tUnited States Minor Outlying Islands
    US\tUnited States of America
    UY\tUruguay
    UZ\tUzbekistan
    VU\tVanuatu
    VE\tVenezuela
    VN\tViet Nam
    VG\tVirgin Islands (British)
    VI\tVirgin Islands (U.S.)
    WF\tWallis and Futuna
    EH\tWestern Sahara
    YE\tYemen
    ZM\tZambia
    ZW\tZimbabwe
    """)
}
