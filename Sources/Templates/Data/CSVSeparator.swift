internal import Diagnostics

/// The character between the cells of a CSV file.
package struct CSVSeparator: Sendable, Hashable {
  package static let comma = CSVSeparator(byte: UInt8(ascii: ","))

  package let byte: UInt8

  private init(byte: UInt8) { self.byte = byte }

  /// Nil for what is not one character that differs from cells: a printable one of ASCII or a tab, and neither a quote nor a
  /// letter nor a digit.
  package init?(_ text: String) {
    guard text.utf8.count == 1, let byte = text.utf8.first, byte != UInt8(ascii: "\""),
      byte == UInt8(ascii: "\t") || (0x20...0x7e).contains(byte), !Identifier.isAlphanumeric(byte)
    else { return nil }
    self.byte = byte
  }

  /// `comma`, `"|"`
  var word: String {
    switch byte {
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    default: "\"\(Unicode.Scalar(byte))\""
    }
  }

  /// `a comma`, `"|"`
  var noun: String { word.hasPrefix("\"") ? word : "a \(word)" }

  /// As it is written in a scenario: `";"`
  var written: String { byte == UInt8(ascii: "\t") ? "\"\\t\"" : "\"\(Unicode.Scalar(byte))\"" }
}

extension CSVFile {
  /// Excel's own first line, `sep=;`, which is not a header; nil where the file does not begin with one.
  static func spreadsheetLine(_ bytes: UnsafeRawBufferPointer, _ separator: CSVSeparator) -> DataError? {
    let line = bytes.prefix(16).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let quote = UInt8(ascii: "\"")
    let text = String(
      decoding: line.first == quote && line.last == quote ? line.dropFirst().dropLast() : line, as: UTF8.self)
    guard text.utf8.count == 5, text.lowercased().hasPrefix("sep="), let meant = CSVSeparator(String(text.suffix(1)))
    else {
      return nil
    }
    return DataError(
      "\(quoted(text)) is a line for Excel, and not a header",
      at: DataPosition(line: 1, lineStart: 0, range: 0..<line.count),
      remedy: meant == separator
        ? "remove this line" : "remove this line, and write separator: \(meant.written) beside file")
  }

  /// A header of one column whose name has the separator of other programs in it; nil where it is named as it is.
  func otherSeparator(_ uses: [DataUse]) -> DataError? {
    guard header.count == 1, !uses.contains(where: { $0.path.names == header }) else { return nil }
    let others = [";", "\t", "|", ","].compactMap { CSVSeparator($0) }
    guard let found = others.first(where: { $0 != separator && header[0].utf8.contains($0.byte) }) else { return nil }
    let end = header[0].utf8.firstIndex(of: found.byte).map {
      header[0].utf8.distance(from: header[0].utf8.startIndex, to: $0)
    }
    let first = end ?? 0
    return DataError(
      "the header has \(found.noun), and no \(separator.word)",
      at: DataPosition(line: 1, lineStart: 0, range: first..<first + 1),
      remedy: found == .comma ? "remove separator" : "write separator: \(found.written) beside file")
  }
}
