import Testing

@testable import Templates

/// Rules of every table. `count` and `columns` are those that its documentation promises.
@Suite struct TablesTests {
  struct Promise: Sendable, CustomTestStringConvertible {
    let name: String
    let table: WordTable
    let count: Int
    let columns: Int

    init(_ name: String, _ table: WordTable, _ count: Int, columns: Int = 1) {
      self.name = name
      self.table = table
      self.count = count
      self.columns = columns
    }

    var testDescription: String { name }
  }

  static let promises = english + american + german + japanese + LocalePromises.all + international

  private static let english = [
    Promise("EnglishNames.women", EnglishNames.women, 500),
    Promise("EnglishNames.men", EnglishNames.men, 500),
    Promise("EnglishNames.womensPrefixes", EnglishNames.womensPrefixes, 4),
    Promise("EnglishNames.mensPrefixes", EnglishNames.mensPrefixes, 2),
    Promise("EnglishSurnames.all", EnglishSurnames.all, 2000),
    Promise("EnglishWords.all", EnglishWords.all, 1000),
    Promise("Companies.words", Companies.words, 80),
    Promise("Companies.kinds", Companies.kinds, 60),
    Promise("Companies.forms", Companies.forms, 13),
    Promise("Jobs.all", Jobs.all, 369),
    Promise("Colors.all", Colors.all, 80),
  ]

  private static let american = [
    Promise("AmericanCities.all", AmericanCities.all, 501, columns: 3),
    Promise("AmericanStates.all", AmericanStates.all, 51, columns: 4),
    Promise("AmericanStreets.stems", AmericanStreets.stems, 200),
    Promise("AmericanStreets.suffixes", AmericanStreets.suffixes, 30),
    Promise("AmericanStreets.units", AmericanStreets.units, 8),
    Promise("AmericanTelephones.areaCodes", AmericanTelephones.areaCodes, 312, columns: 2),
  ]

  private static let german = [
    Promise("GermanNames.women", GermanNames.women, 300),
    Promise("GermanNames.men", GermanNames.men, 300),
    Promise("GermanNames.prefixes", GermanNames.prefixes, 4),
    Promise("GermanSurnames.all", GermanSurnames.all, 600),
    Promise("GermanCities.all", GermanCities.all, 150, columns: 2),
    Promise("GermanStates.all", GermanStates.all, 16),
    Promise("GermanStreets.all", GermanStreets.all, 140),
    Promise("GermanTelephones.stems", GermanTelephones.stems, 7, columns: 2),
  ]

  private static let japanese = [
    Promise("JapaneseNames.women", JapaneseNames.women, 100),
    Promise("JapaneseNames.men", JapaneseNames.men, 100),
    Promise("JapaneseSurnames.all", JapaneseSurnames.all, 300),
    Promise("JapaneseCities.all", JapaneseCities.all, 62, columns: 3),
    Promise("JapanesePrefectures.all", JapanesePrefectures.all, 47),
  ]

  private static let international = [
    Promise("Countries.all", Countries.all, 249, columns: 3),
    Promise("Currencies.all", Currencies.all, 155, columns: 3),
    Promise("BankAccounts.formats", BankAccounts.formats, 89, columns: 3),
    Promise("TimeZones.all", TimeZones.all, 312),
    Promise("Languages.all", Languages.all, 183, columns: 2),
    Promise("CallingCodes.all", CallingCodes.all, 215),
    Promise("CurrencySigns.all", CurrencySigns.all, 42, columns: 2),
    Promise("CurrencySigns.coins", CurrencySigns.coins, 16, columns: 2),
    Promise("Domains.hosts", Domains.hosts, 3),
    Promise("Domains.mail", Domains.mail, 18),
    Promise("Domains.topLevel", Domains.topLevel, 3),
    Promise("UserAgents.desktops", UserAgents.desktops, 10),
    Promise("UserAgents.phones", UserAgents.phones, 6),
    Promise("UserAgents.apples", UserAgents.apples, 8, columns: 2),
    Promise("UserAgents.chromes", UserAgents.chromes, 8),
    Promise("UserAgents.firefoxes", UserAgents.firefoxes, 8),
  ]

  @Test(arguments: promises) func isOfThePromisedSize(_ promise: Promise) {
    #expect(promise.table.count == promise.count)
    #expect(promise.table.columns == promise.columns)
  }

  @Test(arguments: promises) func repeatsNothing(_ promise: Promise) {
    let records = promise.table.records
    #expect(Set(records).count == records.count)
  }

  /// Repaired UTF-8 would contain U+FFFD; two spaces, or one at an edge, are treated as a typing error.
  @Test(arguments: promises) func holdsCleanText(_ promise: Promise) {
    for text in promise.table.records.joined() {
      let scalars = text.unicodeScalars
      #expect(!text.isEmpty)
      #expect(!scalars.contains { $0.properties.isWhitespace && $0 != " " }, "\(text)")
      #expect(!scalars.contains { $0 == "\u{FFFD}" || $0.properties.generalCategory == .control }, "\(text)")
      #expect(!text.hasPrefix(" ") && !text.hasSuffix(" ") && !text.contains("  "), "\(text)")
    }
  }

  /// None of these characters is composed of others, combines with another or is a variant of another, so that any text of
  /// them is in NFC: ASCII, the letters of western and central Europe, signs of currencies, hiragana without loose marks, and
  /// kanji without those for compatibility.
  @Test(arguments: promises) func isComposed(_ promise: Promise) {
    let composed: [ClosedRange<Unicode.Scalar>] = [
      "\u{20}"..."\u{7E}", "\u{C0}"..."\u{17E}", "\u{3005}"..."\u{3005}", "\u{3041}"..."\u{3096}",
      "\u{4E00}"..."\u{9FFF}", "\u{A3}"..."\u{A5}", "\u{20A0}"..."\u{20BF}", "\u{E3F}"..."\u{E3F}",
    ]
    for text in promise.table.records.joined() {
      #expect(text.unicodeScalars.allSatisfy { scalar in composed.contains { $0 ~= scalar } }, "\(text)")
    }
  }

  @Test(arguments: promises) func knowsItsLongestField(_ promise: Promise) {
    #expect(promise.table.longest == promise.table.records.joined().map(\.utf8.count).max())
  }

  /// The tables that need more than the smallest slot, of 30 bytes: by design, so that an error that lengthens a field is
  /// found.
  @Test func fitsIntoSlots() {
    let long = Self.promises.filter { $0.table.longest > 30 }.map(\.name)
    #expect(long == ["Countries.all", "UserAgents.desktops", "UserAgents.apples"])
    #expect(Self.promises.allSatisfy { $0.table.longest <= FakerTable.longestEntry })
  }
}
