internal import Diagnostics

/// The content of a history, a CSV file to which runs are appended: whether rows of this program fit behind it, and what is to be done
/// before.
enum HistoryText {
  enum State: Equatable {
    /// Nothing is in it: the header comes first.
    case empty
    /// Rows can be appended as they are.
    case complete
    /// The last line is whole, and lacks its line end.
    case withoutLineEnd
    /// An older version wrote it: the same rows under today's header, the columns that it lacks empty.
    case extended([UInt8])
  }

  /// The reason why nothing is appended.
  enum Fault: Error, Equatable {
    /// A program that is not rehearse saved it.
    case saved(Sign)
    /// The header has other columns: the first that differs, with the name that would be right.
    case otherHeader(column: Int, name: String, expected: String)
    /// The header has more columns: the first of them.
    case newerHeader(String)
    case row(CSVError)
  }

  /// By which a file shows that a spreadsheet or an editor saved it.
  enum Sign: Equatable {
    case mark, separator, lineEnd
  }

  /// `header` are the names of the columns. Not `checkingEveryRow`, only the header and the last line are read where that is enough:
  /// other processes wait meanwhile.
  static func state(of bytes: [UInt8], header: [String], checkingEveryRow: Bool = true) throws(Fault) -> State {
    guard !bytes.isEmpty else { return .empty }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw .saved(.mark) }
    var reader: CSVReader
    do throws(CSVError) { reader = try CSVReader(bytes) } catch { throw .row(error) }
    try check(reader, header)
    guard !bytes[reader.rowRange.upperBound...].starts(with: [UInt8(ascii: "\r")]) else { throw .saved(.lineEnd) }
    if !checkingEveryRow, reader.header.count == header.count, hasWholeEnd(bytes, header: reader.rowRange) {
      return .complete
    }
    let more = [UInt8](repeating: UInt8(ascii: ","), count: header.count - reader.header.count)
    var extended = more.isEmpty ? [] : Array(CSVText.line(header).utf8)
    do throws(CSVError) {
      while try reader.next() {
        guard !more.isEmpty else { continue }
        extended += bytes[reader.rowRange]
        extended += more
        extended.append(lineEnd)
      }
    } catch {
      throw .row(error)
    }
    if !more.isEmpty { return .extended(extended) }
    return bytes.last == lineEnd ? .complete : .withoutLineEnd
  }

  private static let lineEnd = UInt8(ascii: "\n")

  /// True if the last line has its line end, and is a row by itself. Where a cell has line ends, it need not be.
  private static func hasWholeEnd(_ bytes: [UInt8], header: Range<Int>) -> Bool {
    guard bytes.last == lineEnd, let before = bytes.dropLast().lastIndex(of: lineEnd) else { return false }
    let last = bytes[(before + 1)...]
    guard var reader = try? CSVReader(bytes[header] + [lineEnd] + last) else { return false }
    return (try? reader.next()) == true && reader.rowRange.count + 1 == last.count
  }

  private static func check(_ reader: CSVReader, _ header: [String]) throws(Fault) {
    // `sep=;` is a line of its own.
    guard reader.separator == .comma, reader.rowLine == 1 else { throw .saved(.separator) }
    for (column, name) in reader.header.enumerated() {
      guard column < header.count else { throw .newerHeader(name) }
      guard name == header[column] else {
        throw .otherHeader(column: column + 1, name: name, expected: header[column])
      }
    }
  }
}

extension HistoryText.Fault {
  /// One sentence, lower case.
  var message: String {
    switch self {
    case .saved(let sign):
      "another program saved it, with \(sign.words); rows are appended only to a file as rehearse writes it: choose another"
    case .otherHeader(let column, let name, let expected):
      "its column \(column) is \(quoted(name.visible)) instead of \(quoted(expected)), so it is not a history; choose another file"
    case .newerHeader(let name):
      "its header has a column that this version does not write, \(quoted(name.visible)); use the newer version, or another file"
    case .row(let error): "\(error.lineAndWords); remove that line, or choose another file"
    }
  }
}

extension HistoryText.Sign {
  fileprivate var words: String {
    switch self {
    case .mark: "a byte order mark"
    case .separator: "another separator than commas"
    case .lineEnd: "CR LF as line ends"
    }
  }
}
