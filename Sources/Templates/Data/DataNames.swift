internal import Diagnostics

/// What `data.NAME` can mean in a template.
package enum DataNames: Sendable {
  /// The template has no `data`.
  case absent
  /// Something that was reported: any name may be there.
  case unknown
  case known(DataFields)
}

/// The columns of a data file, as its placeholders name them.
package struct DataFields: Sendable {
  package var file: String
  /// Cells of CSV have no fields of their own.
  package var isCSV: Bool
  package var references: [DataPath: DataReference]
  /// All that could be named, in the file's order.
  package var names: [DataPath]
}

/// A column of a template's data.
package struct DataReference: Sendable, Equatable {
  package var path: DataPath
  /// Index in the table.
  package var column: Int
  /// Of the same values as whole values of JSON.
  package var jsonColumn: Int
  var kind: ValueKind
  var canBeEmpty: Bool
}
