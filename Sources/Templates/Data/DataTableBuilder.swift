internal import Payloads

/// Puts the cells of a data file into a table, row by row and in each row column by column.
struct DataTableBuilder: ~Copyable {
  /// The most cells of a table: beyond it memory runs out first.
  static let mostCells = 1 << 28

  private(set) var columns: [DataColumn]
  private(set) var rows = 0
  private var offsets: [UInt32] = [0]
  private let cells: FixedBytes
  /// The most bytes that all cells can have.
  private let capacity: Int
  /// The end of the bytes put so far.
  private var end = 0
  private var cellStart = 0
  /// The classes of all bytes of each column.
  private var seen: [UInt16]
  /// True for columns whose cells must be JSON values.
  private var scalars: [Bool]
  private let json = JSONScalars()
  private(set) var isFull = false

  /// - Parameters:
  ///   - capacity: the most bytes of all cells together.
  ///   - asScalars: true for each column whose cells are checked to be JSON values.
  init(columns: [DataColumn], capacity: Int, asScalars: [Bool]) {
    self.columns = columns
    self.capacity = min(capacity, Int(UInt32.max))
    cells = FixedBytes(count: self.capacity + DataTable.slack)
    seen = Array(repeating: 0, count: columns.count)
    scalars = asScalars
  }

  /// Adds to the current cell.
  mutating func put(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, hasSpace(bytes.count) else { return }
    (cells.base + end).copyMemory(from: base, byteCount: bytes.count)
    end += bytes.count
  }

  /// Adds at most `count` bytes that `write` writes.
  mutating func put(atMost count: Int, _ write: (UnsafeMutableRawBufferPointer) -> Int) {
    guard hasSpace(count) else { return }
    end += write(UnsafeMutableRawBufferPointer(start: cells.base + end, count: count))
  }

  private mutating func hasSpace(_ count: Int) -> Bool {
    if end + count <= capacity { return true }
    isFull = true
    return false
  }

  /// Ends the current cell, which belongs to `column` and is at `range` of the file.
  mutating func closeCell(_ column: Int, line: Int, lineStart: Int, range: Range<Int>) {
    let cell = UnsafeRawBufferPointer(start: cells.base + cellStart, count: end - cellStart)
    cellStart = end
    offsets.append(UInt32(truncatingIfNeeded: end))
    if offsets.count > Self.mostCells { isFull = true }
    var seen: UInt16 = 0
    for byte in cell { seen |= ByteClasses.table[Int(byte)] }
    self.seen[column] |= seen
    if cell.count > columns[column].longest { columns[column].longest = cell.count }
    if cell.isEmpty { columns[column].hasEmpty = true }
    if seen & ByteClasses.mayBeUnfit != 0, columns[column].form == .text, let offset = XMLCharacters.firstUnfit(cell) {
      noteUnfit(column, cell, offset, DataPosition(line: line, lineStart: lineStart, range: range))
    }
    if scalars[column], columns[column].firstNonScalar == nil, !json.isScalar(cell) {
      columns[column].firstNonScalar = DataPosition(line: line, lineStart: lineStart, range: range)
    }
  }

  private mutating func noteUnfit(_ column: Int, _ cell: UnsafeRawBufferPointer, _ offset: Int, _ place: DataPosition) {
    // A control character takes one byte, U+FFFE and U+FFFF take three.
    let isControl = cell[offset] < 0x80
    let scalar =
      isControl
      ? Unicode.Scalar(cell[offset]) : cell[offset + 2] == 0xbe ? Unicode.Scalar(0xfffe) : Unicode.Scalar(0xffff)
    if columns[column].firstUnfit == nil { columns[column].firstUnfit = place }
    columns[column].unfit.append(UnfitCell(row: UInt32(truncatingIfNeeded: rows), scalar: scalar ?? "\u{fffd}"))
  }

  mutating func closeRow() {
    rows += 1
    if rows > Self.mostCells { isFull = true }
  }

  /// The finished table.
  consuming func table() -> DataTable {
    var columns = columns
    for index in columns.indices {
      columns[index].isSafe = Set(EscapeContext.allCases.filter { seen[index] & 1 << UInt16($0.index) == 0 })
    }
    let memory = FixedBytes(count: offsets.count * 4 + DataTable.slack)
    offsets.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { memory.base.copyMemory(from: base, byteCount: bytes.count) }
    }
    return DataTable(columns: columns, rows: rows, byteCount: end, offsets: memory, cells: cells)
  }
}

/// The classes of bytes, which decide where a text with them needs an escape.
enum ByteClasses {
  static let mayBeUnfit: UInt16 = 1 << 15

  /// For each byte, a bit for each context in which it needs an escape, and one where XML may not allow its character.
  nonisolated(unsafe) static let table = FixedArray.permanent(
    (UInt8.min...UInt8.max).map { byte -> UInt16 in
      var bits: UInt16 = 0
      for context in EscapeContext.allCases where !context.isSafe([byte]) { bits |= 1 << UInt16(context.index) }
      let isBlank = byte == 0x09 || byte == 0x0a || byte == 0x0d
      if byte == 0xef || byte < 0x20 && !isBlank { bits |= mayBeUnfit }
      return bits
    })
}
