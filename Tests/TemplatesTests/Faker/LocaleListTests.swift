import Testing

@testable import Templates

/// Each list of each locale has an entry once, so that it can be counted; exceptions are listed here.
@Suite struct LocaleListTests {
  struct Repetition: Hashable {
    let locale: FakerLocale
    let list: FakerList
  }

  /// The distinct entries of the lists that repeat some.
  private static let repeating: [Repetition: Int] = [
    // "Dr." is a title of women and of men.
    Repetition(locale: .american, list: .prefix): 5
  ]

  /// Columns of a table of places repeat states and postcodes; names in ASCII are shared by names that differ in accents.
  private static let columns: Set<FakerList> = [
    .city, .placeCity, .placeState, .placePostcode, .plainFirst, .plainLast,
  ]

  @Test(arguments: FakerLocale.allCases, FakerList.allCases) func hasEveryEntryOnce(
    _ locale: FakerLocale, _ list: FakerList
  ) {
    guard !Self.columns.contains(list) else { return }
    let entries = locale.table(list).entries
    let expected =
      Self.repeating[Repetition(locale: locale, list: list)]
      ?? (locale == .japanese ? Self.repeating[Repetition(locale: .american, list: list)] : nil) ?? entries.count
    #expect(Set(entries).count == expected)
  }

  /// The American table has towns of one name in two states; every other table has a town once.
  @Test(arguments: FakerLocale.allCases) func hasEveryTownOnce(_ locale: FakerLocale) {
    let towns = locale.table(.city).entries
    #expect(Set(towns).count == (locale == .american ? 463 : towns.count))
  }

  /// The tables of people, streets and companies are the locale's own.
  @Test(arguments: [FakerLocale.british, .french, .spanish, .italian, .brazilian]) func hasItsOwnLists(
    _ locale: FakerLocale
  ) {
    let own: [FakerList] = [
      .firstName, .firstNameFemale, .firstNameMale, .lastName, .prefix, .plainFirst, .plainLast, .city, .placeCity,
      .placeState, .placePostcode, .postcode, .state, .streetName, .streetSuffix, .companyForm,
    ]
    for list in own { #expect(locale.table(list).base != FakerLocale.american.table(list).base, "\(list)") }
    for list in [FakerList.job, .words, .country, .colorName] {
      #expect(locale.table(list).base == FakerLocale.american.table(list).base, "\(list)")
    }
  }
}
