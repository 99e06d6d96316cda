/// The lists of a locale that has names, surnames and cities of its own; nil for those that it lacks. All are made when the first
/// is asked for.
struct NationalLists: Sendable {
  private let tables: [FakerList: FakerTable]

  /// - Parameters:
  ///   - cities: the city, its state and its postcode, or the beginning of one.
  ///   - others: what each country has in its own way.
  init(
    women: WordTable, men: WordTable, surnames: WordTable, prefixes: WordTable, cities: WordTable,
    others: [FakerList: FakerTable]
  ) {
    let names = FakerTable(cities)
    let common: [FakerList: FakerTable] = [
      .firstName: FakerTable(women.column(0) + men.column(0)),
      .firstNameFemale: FakerTable(women),
      .firstNameMale: FakerTable(men),
      .lastName: FakerTable(surnames),
      .prefix: FakerTable(prefixes),
      .plainFirst: FakerTable(PlainName.names(women, men)),
      .plainLast: FakerTable(PlainName.names(surnames)),
      .city: names,
      .placeCity: names,
      .placeState: FakerTable(cities, column: 1),
      .placePostcode: FakerTable(cities, column: 2),
    ]
    tables = common.merging(others) { _, own in own }
  }

  subscript(list: FakerList) -> FakerTable? { tables[list] }
}
