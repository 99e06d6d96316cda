/// The rows of a data file, as far as a template takes from them: the cells of each row stand behind one another, so that a
/// message finds all of its own in one place. Made once, shared by all who render, and given back with the last of them.
///
/// `@unchecked Sendable`: nothing is changed after it was made.
package final class DataTable: @unchecked Sendable {
  package let columns: [DataColumn]
  package let rows: Int
  /// Bytes of all cells together.
  package let byteCount: Int
  /// Where each cell begins, row by row, and where the last one ends: a `UInt32` each.
  private let offsets: FixedBytes
  private let cells: FixedBytes

  /// Beyond the last cell so many bytes may be read: short cells are copied whole.
  static let slack = 64

  init(columns: [DataColumn], rows: Int, byteCount: Int, offsets: consuming FixedBytes, cells: consuming FixedBytes) {
    self.columns = columns
    self.rows = rows
    self.byteCount = byteCount
    self.offsets = offsets
    self.cells = cells
  }

  /// Bytes that it keeps.
  package var memoryCount: Int { byteCount + offsets.count - Self.slack }

  /// What an operation needs to find a cell; good as long as the table is.
  var addresses: (offsets: UnsafeRawPointer, cells: UnsafeRawPointer) {
    (UnsafeRawPointer(offsets.base), UnsafeRawPointer(cells.base))
  }

  package func cell(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer {
    let index = (row * columns.count + column) * 4
    let start = offsets.base.load(fromByteOffset: index, as: UInt32.self)
    let end = offsets.base.load(fromByteOffset: index + 4, as: UInt32.self)
    return UnsafeRawBufferPointer(start: cells.base + Int(start), count: Int(end - start))
  }
}

extension DataTable: Equatable {
  package static func == (left: DataTable, right: DataTable) -> Bool {
    left === right
      || left.rows == right.rows && left.columns == right.columns
        && left.columns.indices.allSatisfy { column in
          (0..<left.rows).allSatisfy { left.cell($0, column).elementsEqual(right.cell($0, column)) }
        }
  }
}

/// One column of a table, and what is known of all of its cells.
package struct DataColumn: Sendable, Equatable {
  /// How a cell is kept.
  package enum Form: Sendable {
    case text
    /// As a whole value of JSON: text with its quotes, and `null`.
    case json
  }

  package var path: DataPath
  package var form: Form
  /// Places in which every cell may stand without an escape.
  var isSafe: Set<TemplatePlace> = []
  /// Bytes of the longest cell.
  var longest = 0
  var hasEmpty = false
  /// Rows whose cell has a character that XML cannot hold, ascending.
  package var unfit: [UnfitCell] = []
  /// Where the first of them stands.
  package var firstUnfit: DataPlace?
  /// The first cell that is no number, text, `true`, `false` or `null` of JSON, where that was asked.
  package var firstNonScalar: DataPlace?
}

package struct UnfitCell: Sendable, Equatable {
  package var row: UInt32
  package var scalar: Unicode.Scalar
}

extension DataColumn {
  /// The first character of the row's cell that XML cannot hold; nil where there is none.
  package func unfitForXML(row: Int) -> Unicode.Scalar? {
    var (low, high) = (0, unfit.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(unfit[middle].row) < row { low = middle + 1 } else { high = middle }
    }
    return low < unfit.count && Int(unfit[low].row) == row ? unfit[low].scalar : nil
  }
}

/// Where a template's messages take their data from.
package struct TemplateData: Sendable, Equatable {
  package var table: DataTable
  package var order: DataOrder
  /// Of the file, as it was found.
  package var path: String
  /// Of the file's bytes; empty where nobody has taken it.
  package var sha256: String

  package init(table: DataTable, order: DataOrder, path: String, sha256: String) {
    self.table = table
    self.order = order
    self.path = path
    self.sha256 = sha256
  }
}
