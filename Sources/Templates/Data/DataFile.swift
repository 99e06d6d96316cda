internal import Diagnostics
internal import Payloads

/// A data file's bytes, and their fingerprint.
package struct DataBytes: Sendable {
  package static let largest = 1 << 30
  /// The most bytes of a line that are kept for a snippet.
  package static let longestLine = 1 << 16

  package var bytes: [UInt8]
  /// The SHA-256 in hexadecimal; empty where it was not computed.
  package var sha256: String

  package init(_ bytes: [UInt8], sha256: String = "") {
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// A data file: CSV or NDJSON by the extension of its name; with another extension it is NDJSON if it begins with a brace.
package struct DataFile {
  package struct Outcome {
    /// The columns or fields; nil where not even their names are known.
    package var names: DataFields?
    /// The rows; nil where there is an error.
    package var table: DataTable?
    package var faults: [DataError] = []
  }

  /// The file's bytes without a byte order mark.
  private let bytes: UnsafeRawBufferPointer
  private let path: String
  /// The separator that the scenario names, which makes it CSV.
  private let separator: CSVSeparator?

  package init(_ bytes: UnsafeRawBufferPointer, path: String, separator: CSVSeparator? = nil) {
    self.bytes = bytes
    self.path = path
    self.separator = separator
  }

  /// True if the name alone says that it is NDJSON.
  package static func isNDJSON(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".ndjson", ".jsonl", ".json"].contains { name.hasSuffix($0) }
  }

  var isCSV: Bool {
    if separator != nil || path.lowercased().hasSuffix(".csv") { return true }
    if Self.isNDJSON(path) { return false }
    return bytes.first { $0 > 0x20 } != UInt8(ascii: "{")
  }

  /// Reads the used columns of all rows.
  package func read(_ uses: [DataUse]) -> Outcome {
    let encoding = TextEncoding(of: bytes)
    if encoding != .utf8 {
      return Outcome(faults: [DataError("is \(encoding.rawValue)", remedy: "save it as UTF-8", code: .encoding)])
    }
    if let offset = UTF8Bytes.firstFault(in: bytes) {
      return Outcome(faults: [
        DataError("the file is not UTF-8", at: place(of: offset), remedy: "save it as UTF-8", code: .encoding)
      ])
    }
    return isCSV ? readCSV(uses) : readNDJSON(uses)
  }

  private func place(of offset: Int) -> DataPosition {
    let before = bytes[..<offset]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return DataPosition(
      line: before.count { $0 == UInt8(ascii: "\n") } + 1, lineStart: start,
      range: offset..<min(offset + 1, bytes.count))
  }

  // MARK: CSV

  private func readCSV(_ uses: [DataUse]) -> Outcome {
    var names: DataFields?
    do throws(DataError) {
      var reader = try CSVFile(bytes, separator: separator ?? .comma)
      if let other = reader.otherSeparator(uses) { return Outcome(faults: [other]) }
      let columns = Dictionary(
        uses.filter { $0.path.names.count == 1 }.map { ($0.path.names[0], $0) }, uniquingKeysWith: { first, _ in first }
      )
      let used = reader.header.enumerated().compactMap { index, name in columns[name].map { (index: index, use: $0) } }
      var fields = DataFields(
        file: path, isCSV: true, references: [:], names: reader.header.map { DataPath([$0]) })
      for (column, used) in used.enumerated() {
        fields.references[used.use.path] = DataReference(
          path: used.use.path, column: column, jsonColumn: column, kind: .cell, canBeEmpty: true)
      }
      names = fields
      var slots = reader.header.map { _ in -1 }
      for (column, used) in used.enumerated() { slots[used.index] = column }
      var builder = DataTableBuilder(
        columns: used.map { DataColumn(path: $0.use.path, form: .text) }, capacity: bytes.count,
        asScalars: used.map(\.use.asJSON))
      try reader.rows(into: &builder, slots: slots)
      if builder.rows == 0 { throw DataError("has no rows", remedy: "write rows below the header") }
      let table = builder.table()
      for column in table.columns.indices {
        fields.references[table.columns[column].path]?.canBeEmpty = table.columns[column].hasEmpty
      }
      return Outcome(names: fields, table: table)
    } catch {
      return Outcome(names: names, faults: [error])
    }
  }

  // MARK: NDJSON

  private func readNDJSON(_ uses: [DataUse]) -> Outcome {
    var columns: [DataColumn] = []
    var slots: [[(column: Int, form: DataColumn.Form)]] = []
    for use in uses {
      let forms: [DataColumn.Form] = (use.asText || !use.asJSON ? [.text] : []) + (use.asJSON ? [.json] : [])
      slots.append(forms.enumerated().map { (column: columns.count + $0, form: $1) })
      columns += forms.map { DataColumn(path: use.path, form: $0) }
    }
    var reader = NDJSONFile(bytes, paths: uses.map(\.path))
    do throws(DataError) {
      var builder = DataTableBuilder(
        columns: columns, capacity: NDJSONFile.capacity(bytes.count, columns), asScalars: columns.map { _ in false })
      try reader.rows(into: &builder, slots: slots)
      if builder.rows == 0 { throw DataError("has no rows", remedy: "write one object per line") }
      let table = builder.table()
      var fields = DataFields(file: path, isCSV: false, references: [:], names: reader.names)
      for (index, use) in uses.enumerated() where reader.isFound(index) {
        let (text, json) = (slots[index][0].column, slots[index][slots[index].count - 1].column)
        fields.references[use.path] = DataReference(
          path: use.path, column: text, jsonColumn: json, kind: reader.kinds[index].kind,
          canBeEmpty: table.columns[text].hasEmpty)
      }
      if let fault = reader.fault { return Outcome(names: fields, faults: [fault]) }
      return Outcome(names: fields, table: table)
    } catch {
      return Outcome(faults: [error])
    }
  }
}
