/// The countries and territories of ISO 3166-1. The codes are facts; the names are the English short ones, in their
/// everyday form where the standard qualifies them.
enum Countries {
  /// 249 records of three columns, in the order of the names: the code of two letters, the name, the code of three
  /// letters.
  static let all = WordTable(
    """
    AF\tAfghanistan\tAFG
    AL\tAlbania\tALB
    DZ\tAlgeria\tDZA
    AS\tAmerican Samoa\tASM
    AD\tAndorra\tAND
    AO\tAngola\tAGO
    AI\tAnguilla\tAIA
    AQ\tAntarctica\tATA
    AG\tAntigua and Barbuda\tATG
    AR\tArgentina\tARG
    AM\tArmenia\tARM
    AW\tAruba\tABW
    AU\tAustralia\tAUS
    AT\tAustria\tAUT
    AZ\tAzerbaijan\tAZE
    AX\tÅland Islands\tALA
    BS\tBahamas\tBHS
    BH\tBahrain\tBHR
    BD\tBangladesh\tBGD
    BB\tBarbados\tBRB
    BY\tBelarus\tBLR
    BE\tBelgium\tBEL
    BZ\tBelize\tBLZ
    BJ\tBenin\tBEN
    BM\tBermuda\tBMU
    BT\tBhutan\tBTN
    BO\tBolivia\tBOL
    BQ\tBonaire, Sint Eustatius and Saba\tBES
    BA\tBosnia and Herzegovina\tBIH
    BW\tBotswana\tBWA
    BV\tBouvet Island\tBVT
    BR\tBrazil\tBRA
    IO\tBritish Indian Ocean Territory\tIOT
    BN\tBrunei Darussalam\tBRN
    BG\tBulgaria\tBGR
    BF\tBurkina Faso\tBFA
    BI\tBurundi\tBDI
    CV\tCabo Verde\tCPV
    KH\tCambodia\tKHM
    CM\tCameroon\tCMR
    CA\tCanada\tCAN
    KY\tCayman Islands\tCYM
    CF\tCentral African Republic\tCAF
    TD\tChad\tTCD
    CL\tChile\tCHL
    CN\tChina\tCHN
    CX\tChristmas Island\tCXR
    CC\tCocos (Keeling) Islands\tCCK
    CO\tColombia\tCOL
    KM\tComoros\tCOM
    CG\tCongo\tCOG
    CD\tCongo (Democratic Republic)\tCOD
    CK\tCook Islands\tCOK
    CR\tCosta Rica\tCRI
    CI\tCôte d'Ivoire\tCIV
    HR\tCroatia\tHRV
    CU\tCuba\tCUB
    CW\tCuraçao\tCUW
    CY\tCyprus\tCYP
    CZ\tCzechia\tCZE
    DK\tDenmark\tDNK
    DJ\tDjibouti\tDJI
    DM\tDominica\tDMA
    DO\tDominican Republic\tDOM
    EC\tEcuador\tECU
    EG\tEgypt\tEGY
    SV\tEl Salvador\tSLV
    GQ\tEquatorial Guinea\tGNQ
    ER\tEritrea\tERI
    EE\tEstonia\tEST
    SZ\tEswatini\tSWZ
    ET\tEthiopia\tETH
    FK\tFalkland Islands (Malvinas)\tFLK
    FO\tFaroe Islands\tFRO
    FJ\tFiji\tFJI
    FI\tFinland\tFIN
    FR\tFrance\tFRA
    GF\tFrench Guiana\tGUF
    PF\tFrench Polynesia\tPYF
    TF\tFrench Southern Territories\tATF
    GA\tGabon\tGAB
    GM\tGambia\tGMB
    GE\tGeorgia\tGEO
    DE\tGermany\tDEU
    GH\tGhana\tGHA
    GI\tGibraltar\tGIB
    GR\tGreece\tGRC
    GL\tGreenland\tGRL
    GD\tGrenada\tGRD
    GP\tGuadeloupe\tGLP
    GU\tGuam\tGUM
    GT\tGuatemala\tGTM
    GG\tGuernsey\tGGY
    GN\tGuinea\tGIN
    GW\tGuinea-Bissau\tGNB
    GY\tGuyana\tGUY
    HT\tHaiti\tHTI
    HM\tHeard Island and McDonald Islands\tHMD
    VA\tHoly See\tVAT
    HN\tHonduras\tHND
    HK\tHong Kong\tHKG
    HU\tHungary\tHUN
    IS\tIceland\tISL
    IN\tIndia\tIND
    ID\tIndonesia\tIDN
    IR\tIran\tIRN
    IQ\tIraq\tIRQ
    IE\tIreland\tIRL
    IM\tIsle of Man\tIMN
    IL\tIsrael\tISR
    IT\tItaly\tITA
    JM\tJamaica\tJAM
    JP\tJapan\tJPN
    JE\tJersey\tJEY
    JO\tJordan\tJOR
    KZ\tKazakhstan\tKAZ
    KE\tKenya\tKEN
    KI\tKiribati\tKIR
    KW\tKuwait\tKWT
    KG\tKyrgyzstan\tKGZ
    LA\tLao People's Democratic Republic\tLAO
    LV\tLatvia\tLVA
    LB\tLebanon\tLBN
    LS\tLesotho\tLSO
    LR\tLiberia\tLBR
    LY\tLibya\tLBY
    LI\tLiechtenstein\tLIE
    LT\tLithuania\tLTU
    LU\tLuxembourg\tLUX
    MO\tMacao\tMAC
    MG\tMadagascar\tMDG
    MW\tMalawi\tMWI
    MY\tMalaysia\tMYS
    MV\tMaldives\tMDV
    ML\tMali\tMLI
    MT\tMalta\tMLT
    MH\tMarshall Islands\tMHL
    MQ\tMartinique\tMTQ
    MR\tMauritania\tMRT
    MU\tMauritius\tMUS
    YT\tMayotte\tMYT
    MX\tMexico\tMEX
    FM\tMicronesia\tFSM
    MD\tMoldova\tMDA
    MC\tMonaco\tMCO
    MN\tMongolia\tMNG
    ME\tMontenegro\tMNE
    MS\tMontserrat\tMSR
    MA\tMorocco\tMAR
    MZ\tMozambique\tMOZ
    MM\tMyanmar\tMMR
    NA\tNamibia\tNAM
    NR\tNauru\tNRU
    NP\tNepal\tNPL
    NL\tNetherlands\tNLD
    NC\tNew Caledonia\tNCL
    NZ\tNew Zealand\tNZL
    NI\tNicaragua\tNIC
    NE\tNiger\tNER
    NG\tNigeria\tNGA
    NU\tNiue\tNIU
    NF\tNorfolk Island\tNFK
    KP\tNorth Korea\tPRK
    MK\tNorth Macedonia\tMKD
    MP\tNorthern Mariana Islands\tMNP
    NO\tNorway\tNOR
    OM\tOman\tOMN
    PK\tPakistan\tPAK
    PW\tPalau\tPLW
    PS\tPalestine\tPSE
    PA\tPanama\tPAN
    PG\tPapua New Guinea\tPNG
    PY\tParaguay\tPRY
    PE\tPeru\tPER
    PH\tPhilippines\tPHL
    PN\tPitcairn\tPCN
    PL\tPoland\tPOL
    PT\tPortugal\tPRT
    PR\tPuerto Rico\tPRI
    QA\tQatar\tQAT
    RE\tRéunion\tREU
    RO\tRomania\tROU
    RU\tRussian Federation\tRUS
    RW\tRwanda\tRWA
    BL\tSaint Barthélemy\tBLM
    SH\tSaint Helena, Ascension and Tristan da Cunha\tSHN
    KN\tSaint Kitts and Nevis\tKNA
    LC\tSaint Lucia\tLCA
    MF\tSaint Martin (French part)\tMAF
    PM\tSaint Pierre and Miquelon\tSPM
    VC\tSaint Vincent and the Grenadines\tVCT
    WS\tSamoa\tWSM
    SM\tSan Marino\tSMR
    ST\tSao Tome and Principe\tSTP
    SA\tSaudi Arabia\tSAU
    SN\tSenegal\tSEN
    RS\tSerbia\tSRB
    SC\tSeychelles\tSYC
    SL\tSierra Leone\tSLE
    SG\tSingapore\tSGP
    SX\tSint Maarten (Dutch part)\tSXM
    SK\tSlovakia\tSVK
    SI\tSlovenia\tSVN
    SB\tSolomon Islands\tSLB
    SO\tSomalia\tSOM
    ZA\tSouth Africa\tZAF
    GS\tSouth Georgia and the South Sandwich Islands\tSGS
    KR\tSouth Korea\tKOR
    SS\tSouth Sudan\tSSD
    ES\tSpain\tESP
    LK\tSri Lanka\tLKA
    SD\tSudan\tSDN
    SR\tSuriname\tSUR
    SJ\tSvalbard and Jan Mayen\tSJM
    SE\tSweden\tSWE
    CH\tSwitzerland\tCHE
    SY\tSyrian Arab Republic\tSYR
    TW\tTaiwan\tTWN
    TJ\tTajikistan\tTJK
    TZ\tTanzania\tTZA
    TH\tThailand\tTHA
    TL\tTimor-Leste\tTLS
    TG\tTogo\tTGO
    TK\tTokelau\tTKL
    TO\tTonga\tTON
    TT\tTrinidad and Tobago\tTTO
    TN\tTunisia\tTUN
    TM\tTurkmenistan\tTKM
    TC\tTurks and Caicos Islands\tTCA
    TV\tTuvalu\tTUV
    TR\tTürkiye\tTUR
    UG\tUganda\tUGA
    UA\tUkraine\tUKR
    AE\tUnited Arab Emirates\tARE
    GB\tUnited Kingdom\tGBR
    UM\tUnited States Minor Outlying Islands\tUMI
    US\tUnited States of America\tUSA
    UY\tUruguay\tURY
    UZ\tUzbekistan\tUZB
    VU\tVanuatu\tVUT
    VE\tVenezuela\tVEN
    VN\tViet Nam\tVNM
    VG\tVirgin Islands (British)\tVGB
    VI\tVirgin Islands (U.S.)\tVIR
    WF\tWallis and Futuna\tWLF
    EH\tWestern Sahara\tESH
    YE\tYemen\tYEM
    ZM\tZambia\tZMB
    ZW\tZimbabwe\tZWE
    """)
}
