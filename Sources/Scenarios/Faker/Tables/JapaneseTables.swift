/// The lists of ja_JP; nil for those it has none of.
enum JapaneseTables {
  static func table(_ list: FakerList) -> FakerTable? {
    switch list {
    case .firstName: firstNames
    case .lastName: lastNames
    case .city: cities
    case .state: states
    default: nil
    }
  }

  private static let firstNames = FakerTable(
    """
    翔太\n大輔\n健一\n学\n直樹\n拓真\n裕樹\n陽一\n太郎\n康弘\n美加子\n陽子\n裕美子\n明美\n花子\n結衣\n桃子\n里佳\n香織\n真綾\nくみ子\n七夏\n舞\n幹
    """)

  private static let lastNames = FakerTable(
    """
    佐藤\n鈴木\n高橋\n田中\n伊藤\n渡辺\n山本\n中村\n小林\n加藤\n吉田\n山田\n佐々木\n山口\n松本\n井上\n木村\n林\n斎藤\n清水\n山崎\n森\n池田\n橋本
    """)

  private static let cities = FakerTable(
    """
    千代田区\n中央区\n港区\n新宿区\n文京区\n台東区\n墨田区\n江東区\n品川区\n目黒区\n大田区\n世田谷区\n渋谷区\n中野区\n杉並区\n豊島区
    """)

  private static let states = FakerTable(
    """
    北海道\n青森県\n岩手県\n宮城県\n秋田県\n山形県\n福島県\n茨城県\n栃木県\n群馬県\n埼玉県\n千葉県\n東京都\n神奈川県\n新潟県\n京都府\n大阪府\n兵庫県\n広島県\n福岡県\n沖縄県
    """)
}
