/// The columns of a data file that a template uses: the cells of a row follow one another in memory, so that a message
/// finds all of its own close together. Made once, shared by all renderers, and freed with the last of them.
///
/// `@unchecked Sendable`: nothing changes after it was made.
package final class DataTable: @unchecked Sendable {
  package let columns: [DataColumn]
  package let rows: Int
  /// The bytes of all cells together.
  package let byteCount: Int
  /// The offset of each cell, row by row, and the end of the last one: a `UInt32` each.
  private let offsets: FixedBytes
  private let cells: FixedBytes

  /// The bytes that may be read after the last cell: short cells are copied whole.
  static let slack = 64

  init(columns: [DataColumn], rows: Int, byteCount: Int, offsets: consuming FixedBytes, cells: consuming FixedBytes) {
    self.columns = columns
    self.rows = rows
    self.byteCount = byteCount
    self.offsets = offsets
    self.cells = cells
  }

  /// The bytes of memory that it takes.
  package var memoryCount: Int { byteCount + offsets.count - Self.slack }

  /// The addresses by which an operation finds a cell; valid as long as the table is.
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

/// One column of a table, with properties of all of its cells.
package struct DataColumn: Sendable, Equatable {
  /// The form in which a cell is kept.
  package enum Form: Sendable {
    case text
    /// A whole JSON value: text with its quotes, and `null`.
    case json
  }

  package var path: DataPath
  package var form: Form
  /// Contexts in which no cell needs an escape.
  var isSafe: Set<EscapeContext> = []
  /// The bytes of the longest cell.
  var longest = 0
  var hasEmpty = false
  /// Rows whose cell contains a character that XML does not allow, ascending.
  package var unfit: [UnfitCell] = []
  /// The position of the first of them.
  package var firstUnfit: DataPosition?
  /// The first cell that is not a JSON number, string, `true`, `false` or `null`, where `asScalars` asked for it.
  package var firstNonScalar: DataPosition?
}

package struct UnfitCell: Sendable, Equatable {
  package var row: UInt32
  package var scalar: Unicode.Scalar
}

extension DataColumn {
  /// The first character of the row's cell that XML does not allow; nil where there is none.
  package func unfitForXML(row: Int) -> Unicode.Scalar? {
    var (low, high) = (0, unfit.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(unfit[middle].row) < row { low = middle + 1 } else { high = middle }
    }
    return low < unfit.count && Int(unfit[low].row) == row ? unfit[low].scalar : nil
  }
}

/// The data of a template's messages.
package struct TemplateData: Sendable, Equatable {
  package var table: DataTable
  package var order: DataOrder
  /// The file's path, as it was found.
  package var path: String
  /// The SHA-256 of the file's bytes; empty where it was not computed.
  package var sha256: String

  package init(table: DataTable, order: DataOrder, path: String, sha256: String) {
    self.table = table
    self.order = order
    self.path = path
    self.sha256 = sha256
  }
}
