extension FunctionName {
  var row: FunctionRow { FunctionTable.byName[self] ?? FunctionRow(self, [], "") }
}

package enum FunctionTable {
  package static let randomRows = RandomRows.rows
  package static let rows: [FunctionRow] = randomRows + fakerRows
  /// The functions of Python's Faker, by subject.
  package static let fakerRows: [FunctionRow] = subjects.flatMap(\.rows)
  package static let subjects: [(title: String, rows: [FunctionRow])] = [
    ("People", PersonRows.rows), ("Places", PlaceRows.rows), ("Companies", CompanyRows.rows), ("Text", TextRows.rows),
    ("The network", NetRows.rows), ("Money", MoneyRows.rows), ("Numbers, letters and choices", ValueRows.rows),
    ("Codes", CodeRows.rows),
    ("Files and colours", FileRows.rows), ("Dates", DateRows.rows), ("Times", TimeRows.rows),
  ]
  package static let byName = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0) })
}
