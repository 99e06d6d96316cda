internal import Diagnostics

/// Reads CSV by RFC 4180: cells separated by commas or by another character, rows ended by LF or CRLF, and quotes around cells
/// that contain any of these, doubled inside them. The first row names the columns; every row has as many cells.
struct CSVFile {
  /// UTF-8, without a byte order mark.
  private let bytes: UnsafeRawBufferPointer
  let separator: CSVSeparator
  /// The greatest byte that means something in a cell without quotes.
  private let highest: UInt8
  private var at = 0
  private var line = 1
  private var lineStart = 0
  private(set) var header: [String] = []
  /// The most columns of a file: more than real tables have, and few enough to be read at once.
  static let mostColumns = 1 << 16

  /// Reads the header.
  init(_ bytes: UnsafeRawBufferPointer, separator: CSVSeparator = .comma) throws(DataError) {
    self.bytes = bytes
    self.separator = separator
    highest = max(separator.byte, Byte.quote)
    guard !bytes.isEmpty else { throw DataError("is empty", remedy: "write a row with the columns' names") }
    if let line = Self.spreadsheetLine(bytes, separator) { throw line }
    var places: [DataPosition] = []
    var names: [[UInt8]] = []
    let count = try row { reader, isQuoted, range in
      guard names.count < Self.mostColumns else { return }
      names.append(isQuoted ? reader.unquoted(range) : Array(reader.bytes[range]))
      places.append(DataPosition(line: reader.cellLine, lineStart: reader.cellLineStart, range: range))
    }
    if count > Self.mostColumns {
      throw DataError("has \(count) columns; at most \(Self.mostColumns) are supported", remedy: "remove columns")
    }
    header = names.map { String(decoding: $0, as: UTF8.self) }
    var seen: Set<String> = []
    for (index, name) in header.enumerated() {
      if name.isEmpty, index > 0, index == header.count - 1 {
        var place = places[index]
        place.range = place.range.lowerBound - 1..<place.range.lowerBound
        throw DataError(
          "the header ends with \(separator.noun), so its last column has no name", at: place,
          remedy: "write a name, or remove the \(separator.word)")
      }
      if name.isEmpty {
        throw DataError("a column has no name", at: places[index], remedy: "write a name, or remove the column")
      }
      if !seen.insert(name).inserted {
        throw DataError("two columns are named \(quoted(name))", at: places[index], remedy: "use another name")
      }
    }
  }

  /// Reads all rows. `slots` has for each column of the header the index of the table's column, ascending; -1 for a column
  /// that is not kept.
  mutating func rows(into table: inout DataTableBuilder, slots: [Int]) throws(DataError) {
    while at < bytes.count {
      let (firstLine, firstStart) = (line, lineStart)
      let count = try slots.withUnsafeBufferPointer { slots throws(DataError) in
        var field = 0
        return try row { reader, isQuoted, range in
          let slot = field < slots.count ? slots[field] : -1
          field += 1
          guard slot >= 0 else { return }
          if isQuoted {
            reader.putUnquoted(range, &table)
          } else {
            table.put(UnsafeRawBufferPointer(rebasing: reader.bytes[range]))
          }
          table.closeCell(slot, line: reader.cellLine, lineStart: reader.cellLineStart, range: range)
        }
      }
      if count != slots.count { throw miscounted(count, of: slots.count, line: firstLine, lineStart: firstStart) }
      table.closeRow()
      if table.isFull { throw DataError("has more cells than are supported", remedy: "remove rows") }
    }
  }

  /// The line in which the last cell read begins, and that line's first byte.
  private var cellLine = 1
  private var cellLineStart = 0

  private enum Byte {
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
  }

  /// Reads one row up to the beginning of the next. `cell` gets the range of each cell, including its quotes.
  /// - Returns: the number of cells.
  @inline(__always)
  private mutating func row(_ cell: (borrowing CSVFile, Bool, Range<Int>) -> Void) throws(DataError) -> Int {
    var count = 0
    while true {
      let start = at
      (cellLine, cellLineStart) = (line, lineStart)
      let isQuoted = at < bytes.count && bytes[at] == Byte.quote
      if isQuoted { try passQuoted() } else { try passPlain() }
      cell(self, isQuoted, start..<at)
      count += 1
      guard at < bytes.count else { return count }
      switch bytes[at] {
      case separator.byte: at += 1
      case Byte.lineFeed:
        breakLine()
        return count
      case Byte.carriageReturn where at + 1 < bytes.count && bytes[at + 1] == Byte.lineFeed:
        at += 1
        breakLine()
        return count
      case Byte.carriageReturn:
        throw DataError(
          "a carriage return without a line feed", at: place(at..<at + 1),
          remedy: "end lines with a line feed, or put quotes around the cell")
      default:
        throw DataError(
          "text after a closing quote", at: place(at..<at + 1), remedy: "write each quote inside a cell twice")
      }
    }
  }

  private mutating func breakLine() {
    at += 1
    line += 1
    lineStart = at
  }

  @inline(__always)
  private mutating func passPlain() throws(DataError) {
    var index = at
    while index < bytes.count {
      let byte = bytes[index]
      // All of these are below the letters, with most separators.
      if byte <= highest, byte == separator.byte || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      if byte == Byte.quote {
        throw DataError(
          "a quote inside a cell without quotes", at: place(index..<index + 1),
          remedy: "put quotes around the whole cell, and write each quote inside it twice")
      }
      index += 1
    }
    at = index
  }

  private mutating func passQuoted() throws(DataError) {
    let opening = place(at..<at + 1)
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte == Byte.quote {
        at += 1
        guard at < bytes.count, bytes[at] == Byte.quote else { return }
        at += 1
      } else if byte == Byte.lineFeed {
        breakLine()
      } else {
        at += 1
      }
    }
    throw DataError("a quote is not closed", at: opening, remedy: "close it, or write it twice inside a cell")
  }

  /// Adds the cell in parts, cut where quotes are doubled.
  private borrowing func putUnquoted(_ range: Range<Int>, _ table: inout DataTableBuilder) {
    var start = range.lowerBound + 1
    let end = range.upperBound - 1
    var index = start
    while index < end {
      if bytes[index] == Byte.quote {
        table.put(UnsafeRawBufferPointer(rebasing: bytes[start...index]))
        index += 1
        start = index + 1
      }
      index += 1
    }
    if start < end { table.put(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) }
  }

  private borrowing func unquoted(_ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var isBehindQuote = false
    for byte in bytes[range.dropFirst().dropLast()] {
      if byte == Byte.quote, !isBehindQuote {
        isBehindQuote = true
      } else {
        text.append(byte)
        isBehindQuote = false
      }
    }
    return text
  }

  private func place(_ range: Range<Int>) -> DataPosition {
    DataPosition(line: line, lineStart: lineStart, range: range)
  }

  private func miscounted(_ count: Int, of columns: Int, line: Int, lineStart: Int) -> DataError {
    let end = bytes[lineStart...].firstIndex { $0 == Byte.lineFeed || $0 == Byte.carriageReturn } ?? bytes.count
    if end == lineStart {
      return DataError(
        "this line is empty", at: DataPosition(line: line, lineStart: lineStart, range: end..<end),
        remedy: "remove it")
    }
    let ending = bytes[..<at].lastIndex { $0 != Byte.lineFeed && $0 != Byte.carriageReturn } ?? lineStart
    let surplus = max(count - columns, 0)
    if surplus > 0, bytes[...ending].suffix(surplus).allSatisfy({ $0 == separator.byte }) {
      let first = ending - surplus + 1
      return DataError(
        "this row ends with \(surplus == 1 ? separator.noun : Plural.count(surplus, separator.word)) that the header does not have",
        at: DataPosition(line: cellLine, lineStart: cellLineStart, range: first..<ending + 1),
        remedy: "remove \(Plural.form(surplus, "it", "them")), or name the columns in the header")
    }
    return DataError(
      "this row has \(Plural.count(count, "cell")), but the header has \(columns)",
      at: DataPosition(line: line, lineStart: lineStart, range: lineStart..<end),
      remedy: count > columns
        ? "put quotes around a cell that contains \(separator.noun)" : "write every cell, including empty ones")
  }
}
