/// The money of ISO 4217; the codes are facts. Without what nobody pays with: funds, units of account, precious
/// metals, and the codes for tests and for none.
enum Currencies {
  /// 155 records of three columns, in the order of the codes: the code of three letters, the name, and how many
  /// digits stand behind the point.
  static let all = WordTable(
    """
    AED\tUAE Dirham\t2
    AFN\tAfghani\t2
    ALL\tLek\t2
    AMD\tArmenian Dram\t2
    AOA\tKwanza\t2
    ARS\tArgentine Peso\t2
    AUD\tAustralian Dollar\t2
    AWG\tAruban Florin\t2
    AZN\tAzerbaijan Manat\t2
    BAM\tConvertible Mark\t2
    BBD\tBarbados Dollar\t2
    BDT\tTaka\t2
    BHD\tBahraini Dinar\t3
    BIF\tBurundi Franc\t0
    BMD\tBermudian Dollar\t2
    BND\tBrunei Dollar\t2
    BOB\tBoliviano\t2
    BRL\tBrazilian Real\t2
    BSD\tBahamian Dollar\t2
    BTN\tNgultrum\t2
    BWP\tPula\t2
    BYN\tBelarusian Ruble\t2
    BZD\tBelize Dollar\t2
    CAD\tCanadian Dollar\t2
    CDF\tCongolese Franc\t2
    CHF\tSwiss Franc\t2
    CLP\tChilean Peso\t0
    CNY\tYuan Renminbi\t2
    COP\tColombian Peso\t2
    CRC\tCosta Rican Colon\t2
    CUP\tCuban Peso\t2
    CVE\tCabo Verde Escudo\t2
    CZK\tCzech Koruna\t2
    DJF\tDjibouti Franc\t0
    DKK\tDanish Krone\t2
    DOP\tDominican Peso\t2
    DZD\tAlgerian Dinar\t2
    EGP\tEgyptian Pound\t2
    ERN\tNakfa\t2
    ETB\tEthiopian Birr\t2
    EUR\tEuro\t2
    FJD\tFiji Dollar\t2
    FKP\tFalkland Islands Pound\t2
    GBP\tPound Sterling\t2
    GEL\tLari\t2
    GHS\tGhana Cedi\t2
    GIP\tGibraltar Pound\t2
    GMD\tDalasi\t2
    GNF\tGuinean Franc\t0
    GTQ\tQuetzal\t2
    GYD\tGuyana Dollar\t2
    HKD\tHong Kong Dollar\t2
    HNL\tLempira\t2
    HTG\tGourde\t2
    HUF\tForint\t2
    IDR\tRupiah\t2
    ILS\tNew Israeli Sheqel\t2
    INR\tIndian Rupee\t2
    IQD\tIraqi Dinar\t3
    IRR\tIranian Rial\t2
    ISK\tIceland Krona\t0
    JMD\tJamaican Dollar\t2
    JOD\tJordanian Dinar\t3
    JPY\tYen\t0
    KES\tKenyan Shilling\t2
    KGS\tSom\t2
    KHR\tRiel\t2
    KMF\tComorian Franc\t0
    KPW\tNorth Korean Won\t2
    KRW\tWon\t0
    KWD\tKuwaiti Dinar\t3
    KYD\tCayman Islands Dollar\t2
    KZT\tTenge\t2
    LAK\tLao Kip\t2
    LBP\tLebanese Pound\t2
    LKR\tSri Lanka Rupee\t2
    LRD\tLiberian Dollar\t2
    LSL\tLoti\t2
    LYD\tLibyan Dinar\t3
    MAD\tMoroccan Dirham\t2
    MDL\tMoldovan Leu\t2
    MGA\tMalagasy Ariary\t2
    MKD\tDenar\t2
    MMK\tKyat\t2
    MNT\tTugrik\t2
    MOP\tPataca\t2
    MRU\tOuguiya\t2
    MUR\tMauritius Rupee\t2
    MVR\tRufiyaa\t2
    MWK\tMalawi Kwacha\t2
    MXN\tMexican Peso\t2
    MYR\tMalaysian Ringgit\t2
    MZN\tMozambique Metical\t2
    NAD\tNamibia Dollar\t2
    NGN\tNaira\t2
    NIO\tCordoba Oro\t2
    NOK\tNorwegian Krone\t2
    NPR\tNepalese Rupee\t2
    NZD\tNew Zealand Dollar\t2
    OMR\tRial Omani\t3
    PAB\tBalboa\t2
    PEN\tSol\t2
    PGK\tKina\t2
    PHP\tPhilippine Peso\t2
    PKR\tPakistan Rupee\t2
    PLN\tZloty\t2
    PYG\tGuarani\t0
    QAR\tQatari Rial\t2
    RON\tRomanian Leu\t2
    RSD\tSerbian Dinar\t2
    RUB\tRussian Ruble\t2
    RWF\tRwanda Franc\t0
    SAR\tSaudi Riyal\t2
    SBD\tSolomon Islands Dollar\t2
    SCR\tSeychelles Rupee\t2
    SDG\tSudanese Pound\t2
    SEK\tSwedish Krona\t2
    SGD\tSingapore Dollar\t2
    SHP\tSaint Helena Pound\t2
    SLE\tLeone\t2
    SOS\tSomali Shilling\t2
    SRD\tSurinam Dollar\t2
    SSP\tSouth Sudanese Pound\t2
    STN\tDobra\t2
    SVC\tEl Salvador Colon\t2
    SYP\tSyrian Pound\t2
    SZL\tLilangeni\t2
    THB\tBaht\t2
    TJS\tSomoni\t2
    TMT\tTurkmenistan New Manat\t2
    TND\tTunisian Dinar\t3
    TOP\tPa'anga\t2
    TRY\tTurkish Lira\t2
    TTD\tTrinidad and Tobago Dollar\t2
    TWD\tNew Taiwan Dollar\t2
    TZS\tTanzanian Shilling\t2
    UAH\tHryvnia\t2
    UGX\tUganda Shilling\t0
    USD\tUS Dollar\t2
    UYU\tPeso Uruguayo\t2
    UZS\tUzbekistan Sum\t2
    VED\tBolívar Soberano\t2
    VES\tBolívar Soberano\t2
    VND\tDong\t0
    VUV\tVatu\t0
    WST\tTala\t2
    XAF\tCFA Franc BEAC\t0
    XCD\tEast Caribbean Dollar\t2
    XCG\tCaribbean Guilder\t2
    XOF\tCFA Franc BCEAO\t0
    XPF\tCFP Franc\t0
    YER\tYemeni Rial\t2
    ZAR\tRand\t2
    ZMW\tZambian Kwacha\t2
    ZWG\tZimbabwe Gold\t2
    """)
}
