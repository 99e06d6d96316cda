/// The signs of currencies, as they are commonly written, and cryptocurrencies by name; facts.
enum CurrencySigns {
  /// 42 records of two columns: the code of ISO 4217, the sign.
  static let all = WordTable(
    """
    AUD\t$
    BRL\tR$
    CAD\t$
    CHF\tFr
    CNY\t¥
    CRC\t₡
    CZK\tKč
    DKK\tkr
    EUR\t€
    GBP\t£
    GEL\t₾
    GHS\t₵
    HKD\t$
    HUF\tFt
    IDR\tRp
    ILS\t₪
    INR\t₹
    ISK\tkr
    JPY\t¥
    KRW\t₩
    KZT\t₸
    LAK\t₭
    MNT\t₮
    MXN\t$
    MYR\tRM
    NGN\t₦
    NOK\tkr
    NZD\t$
    PHP\t₱
    PLN\tzł
    PYG\t₲
    RON\tleu
    RUB\t₽
    SEK\tkr
    SGD\t$
    THB\t฿
    TRY\t₺
    TWD\t$
    UAH\t₴
    USD\t$
    VND\t₫
    ZAR\tR
    """)

  /// 16 records of two columns: the code, the name.
  static let coins = WordTable(
    """
    BTC\tBitcoin
    ETH\tEthereum
    XRP\tRipple
    LTC\tLitecoin
    BCH\tBitcoin Cash
    ADA\tCardano
    DOT\tPolkadot
    DOGE\tDogecoin
    XMR\tMonero
    XLM\tStellar
    EOS\tEOS
    DASH\tDash
    ZEC\tZcash
    ETC\tEthereum Classic
    NEO\tNEO
    TRX\tTRON
    """)
}
