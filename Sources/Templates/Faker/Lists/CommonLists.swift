/// The lists of every locale that has none of its own.
enum CommonLists {
  static let countries = FakerTable(Countries.all, column: 1)
  static let countryCodes = FakerTable(Countries.all)
  static let currencyCodes = FakerTable(Currencies.all)

  static let companyWords = FakerTable(Companies.words)
  static let companyKinds = FakerTable(Companies.kinds)
  /// The forms without `and Sons` and the like, which only follow a surname.
  static let companyForms = FakerTable(Companies.forms.column(0).filter { $0.first?.isUppercase == true })
  static let companyEndings = FakerTable(Companies.forms)

  static let jobs = FakerTable(Jobs.all)
  static let colorNames = FakerTable(Colors.all)
  static let words = FakerTable(EnglishWords.all)

  static let desktops = FakerTable(UserAgents.desktops)
  static let phones = FakerTable(UserAgents.phones)
  static let appleDesktops = apples(suffix: "") { $0.hasPrefix("Macintosh") }
  static let applePhones = apples(suffix: " Mobile/15E148") { !$0.hasPrefix("Macintosh") }
  static let chromes = FakerTable(UserAgents.chromes)
  /// The texts from the revision on, which contain the version twice.
  static let firefoxes = FakerTable(
    UserAgents.firefoxes.column(0).map { "rv:\($0)) Gecko/20100101 Firefox/\($0)" })

  static let letters = FakerTable("ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init))

  static let mailDomains = FakerTable(Domains.hosts.column(0) + Domains.mail.column(0))
  static let topLevels = FakerTable(Domains.topLevel)

  /// The texts from the platform on, up to the version that belongs to it.
  private static func apples(suffix: String, _ isWanted: (String) -> Bool) -> FakerTable {
    FakerTable(
      UserAgents.apples.records.filter { isWanted($0[0]) }.map { record in
        "\(record[0])) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/\(record[1])\(suffix)"
      })
  }
}
