/// Short lists that are the same in every locale, by their names in formats.
enum SharedList: String, CaseIterable {
  case host, httpMethod, uriWord, uriPage, uriExtension, tld, reservedDomain
  case slogan, sloganStyle, sloganThing, verb, aim, goal
  case fileAudio, fileImage, fileOffice, fileText, fileVideo
  case mimeApplication, mimeAudio, mimeImage, mimeText, mimeVideo
  case device, safeColor, citySuffix
  case language, languageCode, timeZone, callingCode, countryCode3, currencyName, currencySign
  case coin, coinCode, century, dialect

  var table: FakerTable {
    switch self {
    case .host: Self.hosts
    case .httpMethod: Self.httpMethods
    case .uriWord: Self.uriWords
    case .uriPage: Self.uriPages
    case .uriExtension: Self.uriExtensions
    case .tld: Self.tlds
    case .reservedDomain: Self.reservedDomains
    case .slogan: Slogans.styles
    case .sloganStyle: Slogans.manners
    case .sloganThing: Slogans.things
    case .verb: Slogans.verbs
    case .aim: Slogans.aims
    case .goal: Slogans.goals
    case .fileAudio: Files.audio
    case .fileImage: Files.image
    case .fileOffice: Files.office
    case .fileText: Files.text
    case .fileVideo: Files.video
    case .mimeApplication: Files.applicationTypes
    case .mimeAudio: Files.audioTypes
    case .mimeImage: Files.imageTypes
    case .mimeText: Files.textTypes
    case .mimeVideo: Files.videoTypes
    case .device: Files.devices
    case .safeColor: Self.safeColors
    case .citySuffix: Self.citySuffixes
    case .language: Self.languages
    case .languageCode: Self.languageCodes
    case .timeZone: Self.timeZones
    case .callingCode: Self.callingCodes
    case .countryCode3: Self.countryCodes3
    case .currencyName: Self.currencyNames
    case .currencySign: Self.currencySigns
    case .coin: Self.coins
    case .coinCode: Self.coinCodes
    case .century: Self.centuries
    case .dialect: Self.dialects
    }
  }

  private static let hosts = FakerTable(["db", "srv", "desktop", "laptop", "lt", "email", "web"])
  private static let httpMethods = FakerTable([
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
  ])
  private static let uriWords = FakerTable([
    "app", "main", "search", "category", "tag", "tags", "blog", "posts", "list", "explore", "orders", "help",
  ])
  private static let uriPages = FakerTable([
    "index", "home", "search", "main", "post", "homepage", "category", "register", "login", "faq", "about", "terms",
    "privacy", "author",
  ])
  private static let uriExtensions = FakerTable([".html", ".htm", ".php", ".jsp", ".asp"])
  private static let tlds = FakerTable(["com", "org", "net", "info", "biz"])
  private static let reservedDomains = FakerTable(["example.com", "example.net", "example.org"])
  private static let safeColors = FakerTable([
    "black", "maroon", "green", "navy", "olive", "purple", "teal", "lime", "blue", "silver", "gray", "yellow",
    "fuchsia", "aqua", "white",
  ])
  private static let citySuffixes = FakerTable([
    "ton", "ville", "burgh", "port", "mouth", "bury", "view", "berg", "land", "side", "stad", "shire", "haven", "furt",
  ])
  private static let languages = FakerTable(Languages.all, column: 1)
  private static let languageCodes = FakerTable(Languages.all)
  private static let timeZones = FakerTable(TimeZones.all)
  private static let callingCodes = FakerTable(CallingCodes.all)
  private static let countryCodes3 = FakerTable(Countries.all, column: 2)
  private static let currencyNames = FakerTable(Currencies.all, column: 1)
  private static let currencySigns = FakerTable(CurrencySigns.all, column: 1)
  private static let coins = FakerTable(CurrencySigns.coins, column: 1)
  private static let coinCodes = FakerTable(CurrencySigns.coins)
  private static let centuries = FakerTable([
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    "XVIII", "XIX", "XX", "XXI",
  ])
  private static let dialects = FakerTable([
    "ar_EG", "bg_BG", "cs_CZ", "da_DK", "de_AT", "de_CH", "de_DE", "el_GR", "en_AU", "en_CA", "en_GB", "en_IE", "en_IN",
    "en_US", "es_AR", "es_ES", "es_MX", "et_EE", "fi_FI", "fr_BE", "fr_CA", "fr_FR", "he_IL", "hi_IN", "hr_HR", "hu_HU",
    "it_IT", "ja_JP", "ko_KR", "lt_LT", "nb_NO", "nl_BE", "nl_NL", "pl_PL", "pt_BR", "pt_PT", "ro_RO", "sk_SK", "sl_SI",
    "sv_SE", "th_TH", "tr_TR", "uk_UA", "vi_VN", "zh_CN", "zh_TW",
  ])
}

/// The parts of slogans, written for this.
enum Slogans {
  static let styles = FakerTable([
    "Tested", "Quiet", "Shared", "Layered", "Open", "Careful", "Robust", "Simple", "Patient", "Modern", "Balanced",
    "Adaptive", "Reliable", "Seasonal", "Nimble", "Steady", "Focused", "Combined", "Renewed", "Sensible",
  ])
  static let manners = FakerTable([
    "regional", "hybrid", "solar", "modular", "local", "global", "digital", "two-way", "round-the-clock", "real-time",
    "needs-based", "human", "even-handed", "long-term", "stepwise", "mobile", "secure", "high-level", "neutral",
    "well-kept",
  ])
  static let things = FakerTable([
    "alliance", "archive", "workbench", "framework", "network", "forecast", "portal", "solution", "toolset", "support",
    "platform", "capacity", "customer loyalty", "protocol", "paradigm", "strategy", "service desk", "standard",
    "approach", "open system",
  ])
  static let verbs = FakerTable([
    "deliver", "combine", "measure", "improve", "simplify", "grow", "connect", "rethink", "shape", "launch", "unite",
    "scale", "support", "repair", "engage", "redefine", "build", "open", "extend", "monitor",
  ])
  static let aims = FakerTable([
    "reliable", "one-to-one", "end-to-end", "global", "user-centred", "round-the-clock", "visionary", "lasting",
    "cross-media", "front-end", "back-end", "real-time", "open-source", "low-cost", "granular", "shared", "robust",
    "local", "integrated", "virtual",
  ])
  static let goals = FakerTable([
    "markets", "networks", "supply chains", "relationships", "platforms", "solutions", "channels", "services",
    "communities", "models", "metrics", "portals", "interfaces", "experiences", "systems", "methods", "partnerships",
    "content", "deliverables", "initiatives",
  ])
}

/// The ends of files' names and the media types that belong to them, registered by IANA; devices of Linux.
private enum Files {
  static let audio = FakerTable(["flac", "mp3", "wav"])
  static let image = FakerTable(["bmp", "gif", "jpeg", "jpg", "png", "tiff"])
  static let office = FakerTable([
    "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "pages", "numbers", "key", "pdf",
  ])
  static let text = FakerTable(["css", "csv", "html", "js", "json", "txt"])
  static let video = FakerTable(["mp4", "avi", "mov", "webm"])
  static let applicationTypes = FakerTable([
    "application/atom+xml", "application/json", "application/javascript", "application/octet-stream",
    "application/ogg", "application/pdf", "application/xhtml+xml", "application/zip", "application/gzip",
  ])
  static let audioTypes = FakerTable(["audio/basic", "audio/mp4", "audio/mpeg", "audio/ogg", "audio/webm"])
  static let imageTypes = FakerTable(["image/gif", "image/jpeg", "image/png", "image/svg+xml", "image/tiff"])
  static let textTypes = FakerTable([
    "text/css", "text/csv", "text/html", "text/javascript", "text/plain", "text/vcard", "text/xml",
  ])
  static let videoTypes = FakerTable([
    "video/mpeg", "video/mp4", "video/ogg", "video/quicktime", "video/webm", "video/x-matroska",
  ])
  static let devices = FakerTable(["sd", "vd", "xvd"])
}
