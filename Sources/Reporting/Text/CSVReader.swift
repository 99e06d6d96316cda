internal import Diagnostics

/// A CSV file that any program may have written: RFC 4180 with commas, semicolons or tabs, any line end, with or without a byte order
/// mark and a first line `sep=;`. Cells are ranges of its bytes: only those that are used become texts or numbers.
package struct CSVReader {
  package enum Separator: UInt8, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  /// A cell's text within the file, without its quotes.
  private struct Extent {
    var start: Int
    var end: Int
    /// Quotes in it are doubled.
    var hasQuotes = false
  }

  /// More columns than any file of rows has: a file of separators alone must not fill the memory.
  private static let mostColumns = 4096

  package private(set) var separator = Separator.comma
  /// The names of the columns.
  package private(set) var header: [String] = []
  private let bytes: [UInt8]
  private var position: Int
  /// The line at `position`, from 1.
  private var line = 1
  private var cells: [Extent] = []
  private var headerCells: [Extent] = []
  /// The line at which the row begins.
  package private(set) var rowLine = 1
  /// The bytes of the row, without its line end.
  private(set) var rowRange = 0..<0

  /// Reads the header. Empty lines before it are skipped, as everywhere.
  package init(_ bytes: [UInt8]) throws(CSVError) {
    let encoding = TextEncoding(of: bytes)
    guard encoding == .utf8 else { throw CSVError(at: Place(line: 1), .encoding(encoding)) }
    self.bytes = bytes
    position = TextEncoding.markLength(in: bytes)
    skipEmptyLines()
    let declared = try declaredSeparator()
    skipEmptyLines()
    guard position < bytes.count else { throw CSVError(at: Place(line: 1), .empty) }
    separator = declared ?? likelySeparator()
    try readRow()
    headerCells = cells
    for column in cells.indices { header.append(try text(column)) }
  }

  /// Goes to the next row that has something in it, and returns false at the end. A repetition of the header is skipped, too: files are
  /// joined by `cat`.
  package mutating func next() throws(CSVError) -> Bool {
    while true {
      skipEmptyLines()
      // A file that was appended to another may have a mark of its own.
      if position > 0 { position += TextEncoding.markLength(in: bytes[position...].prefix(3)) }
      guard position < bytes.count else { return false }
      try readRow()
      guard cells.count == header.count else {
        throw CSVError(at: Place(line: rowLine), .fieldCount(cells.count, header: header.count))
      }
      if !isBlank, !repeatsHeader { return true }
    }
  }

  // MARK: The cells of the row

  /// The bytes of a cell; quotes in it are still doubled.
  package func bytes(_ column: Int) -> ArraySlice<UInt8> { bytes[cells[column].start..<cells[column].end] }

  package func isEmpty(_ column: Int) -> Bool { cells[column].start == cells[column].end }

  package func text(_ column: Int) throws(CSVError) -> String {
    let cell = cells[column]
    let slice = bytes[cell.start..<cell.end]
    guard let text = cell.hasQuotes ? Self.unescaped(slice) : String(validating: slice, as: UTF8.self) else {
      throw CSVError(at: place(column), .notUTF8)
    }
    return text
  }

  /// The place of a cell, for messages.
  package func place(_ column: Int) -> Place {
    let lines = Self.lineEnds(in: bytes[(cells.first?.start ?? 0)..<cells[column].start])
    return Place(
      line: rowLine + lines, column: column + 1, name: header.indices.contains(column) ? header[column] : nil)
  }

  private static func unescaped(_ slice: ArraySlice<UInt8>) -> String? {
    var plain: [UInt8] = []
    plain.reserveCapacity(slice.count)
    var isSecond = false
    for byte in slice {
      isSecond = byte == quote && !isSecond
      if byte != quote || isSecond { plain.append(byte) }
    }
    return String(validating: plain, as: UTF8.self)
  }

  private static func lineEnds(in slice: ArraySlice<UInt8>) -> Int {
    var before: UInt8 = 0
    return slice.reduce(into: 0) { count, byte in
      if byte == lineFeed ? before != carriageReturn : byte == carriageReturn { count += 1 }
      before = byte
    }
  }

  private var isBlank: Bool { cells.allSatisfy { $0.start == $0.end } }

  private var repeatsHeader: Bool {
    zip(cells, headerCells).allSatisfy { bytes[$0.start..<$0.end] == bytes[$1.start..<$1.end] }
  }

  // MARK: Reading

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  private mutating func skipEmptyLines() { while skipLineEnd() {} }

  /// Skips LF, CR or both, and returns whether there was one.
  private mutating func skipLineEnd() -> Bool {
    guard position < bytes.count, Self.isLineEnd(bytes[position]) else { return false }
    let isPair =
      bytes[position] == Self.carriageReturn && position + 1 < bytes.count && bytes[position + 1] == Self.lineFeed
    position += isPair ? 2 : 1
    line += 1
    return true
  }

  private mutating func readRow() throws(CSVError) {
    cells.removeAll(keepingCapacity: true)
    rowLine = line
    let start = position
    let separator = separator.rawValue
    while true {
      guard cells.count < Self.mostColumns else {
        throw CSVError(at: Place(line: rowLine), .tooManyColumns(most: Self.mostColumns))
      }
      if position < bytes.count, bytes[position] == Self.quote {
        cells.append(try readQuoted())
      } else {
        let first = position
        while position < bytes.count, bytes[position] != separator, !Self.isLineEnd(bytes[position]) { position += 1 }
        cells.append(Extent(start: first, end: position))
      }
      guard position < bytes.count, bytes[position] == separator else { break }
      position += 1
    }
    rowRange = start..<position
    _ = skipLineEnd()
  }

  /// A cell in quotes, with whatever line ends and separators are in it.
  private mutating func readQuoted() throws(CSVError) -> Extent {
    let place = Place(
      line: line, column: cells.count + 1, name: header.indices.contains(cells.count) ? header[cells.count] : nil)
    position += 1
    var cell = Extent(start: position, end: position)
    while position < bytes.count {
      guard bytes[position] == Self.quote else {
        if !skipLineEnd() { position += 1 }
        continue
      }
      cell.end = position
      position += 1
      guard position < bytes.count, bytes[position] == Self.quote else {
        guard position == bytes.count || bytes[position] == separator.rawValue || Self.isLineEnd(bytes[position]) else {
          throw CSVError(at: place, .textBehindQuote)
        }
        return cell
      }
      cell.hasQuotes = true
      position += 1
    }
    throw CSVError(at: place, .unterminatedQuote)
  }

  // MARK: The separator

  /// The separator of a first line `sep=;`, by which spreadsheets are instructed.
  private mutating func declaredSeparator() throws(CSVError) -> Separator? {
    let end = bytes[position...].firstIndex(where: Self.isLineEnd) ?? bytes.count
    let words = bytes[position..<end].filter { $0 != Self.quote }
    guard words.count == 5, words.starts(with: Array("sep=".utf8)) else { return nil }
    guard let separator = Separator(rawValue: words[4]) else {
      throw CSVError(at: Place(line: line), .separator(String(decoding: words, as: UTF8.self)))
    }
    position = end
    return separator
  }

  /// The one that the header has most of, outside quotes.
  private func likelySeparator() -> Separator {
    var counts = Separator.allCases.map { _ in 0 }
    var isQuoted = false
    for byte in bytes[position...] {
      if byte == Self.quote {
        isQuoted.toggle()
      } else if !isQuoted {
        if Self.isLineEnd(byte) { break }
        if let index = Separator.allCases.firstIndex(where: { $0.rawValue == byte }) { counts[index] += 1 }
      }
    }
    let most = counts.max() ?? 0
    return zip(Separator.allCases, counts).first { $0.1 == most && most > 0 }?.0 ?? .comma
  }
}
