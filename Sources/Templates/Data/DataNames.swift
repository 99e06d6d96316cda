internal import Diagnostics

/// The columns that `data.NAME` can refer to in a template.
package enum DataNames: Sendable {
  /// The template has no `data`.
  case absent
  /// The data has an error that was reported: any name may exist.
  case unknown
  case known(DataFields)
}

/// The columns of a data file, as its placeholders name them.
package struct DataFields: Sendable {
  package var file: String
  /// True for CSV, whose cells have no fields.
  package var isCSV: Bool
  package var references: [DataPath: DataReference]
  /// All names, in the file's order.
  package var names: [DataPath]
}

/// A column of a template's data.
package struct DataReference: Sendable, Equatable {
  package var path: DataPath
  /// The column's index in the table.
  package var column: Int
  /// The index of the column with the same values as whole JSON values.
  package var jsonColumn: Int
  var kind: ValueKind
  var canBeEmpty: Bool
}
