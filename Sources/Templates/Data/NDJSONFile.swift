internal import Diagnostics
internal import Payloads

/// Reads NDJSON: one object per line; blank lines are skipped. Values keep their kind and spelling; as text, a string has
/// neither quotes nor escapes, and null is empty.
struct NDJSONFile {
  /// UTF-8, without a byte order mark.
  private let bytes: UnsafeRawBufferPointer
  private let paths: [DataPath]
  private let fields: JSONFields
  /// The kinds of each path's values.
  private(set) var kinds: [FieldKinds]
  private(set) var rows = 0
  /// The first row in which each path is missing.
  private var missing: [DataPosition?]
  private var found: [Bool]

  init(_ bytes: UnsafeRawBufferPointer, paths: [DataPath]) {
    self.bytes = bytes
    self.paths = paths
    fields = JSONFields(paths: paths.map(\.names))
    kinds = Array(repeating: FieldKinds(), count: paths.count)
    missing = Array(repeating: nil, count: paths.count)
    found = Array(repeating: false, count: paths.count)
  }

  /// The most bytes of all cells: an object may be kept beside its own fields.
  static func capacity(_ count: Int, _ columns: [DataColumn]) -> Int {
    let depths = columns.map { column in columns.count { column.path.names.starts(with: $0.path.names) } }
    return count * max(depths.max() ?? 0, 1)
  }

  /// Reads all rows. `slots` has for each path its columns in the table, ascending over all paths.
  mutating func rows(into table: inout DataTableBuilder, slots: [[(column: Int, form: DataColumn.Form)]])
    throws(DataError)
  {
    var start = 0
    var line = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      line += 1
      let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
      let text = UnsafeRawBufferPointer(rebasing: bytes[start..<(hasReturn ? end - 1 : end)])
      if text.contains(where: { $0 > 0x20 }) {
        try read(text, line: line, start: start)
        for path in paths.indices { put(path, text, &table, slots[path], line: line, start: start) }
        table.closeRow()
        rows += 1
        if table.isFull { throw DataError("has more data than is supported", remedy: "remove rows") }
      }
      start = end + 1
    }
  }

  private mutating func read(_ text: UnsafeRawBufferPointer, line: Int, start: Int) throws(DataError) {
    do {
      try fields.read(text)
    } catch {
      let (sentence, offset) =
        switch error {
        case .malformed(let reason, let offset): ("this line is not JSON: \(ParserSentence.plain(reason))", offset)
        case .notObject(let noun, let offset): ("this line is \(noun), not an object", offset)
        }
      let first = start + min(offset, max(text.count - 1, 0))
      if rows == 0, let whole = Self.wholeDocument(text) {
        throw DataError(
          whole.sentence, at: DataPosition(line: line, lineStart: start, range: first..<first + 1), remedy: whole.remedy
        )
      }
      throw DataError(
        sentence, at: DataPosition(line: line, lineStart: start, range: first..<first + 1),
        remedy: "write one object per line, such as {\"email\": \"a@example.com\"}")
    }
    for path in paths.indices {
      if let field = fields.found[path] {
        kinds[path].note(field.kind)
        found[path] = true
      } else if missing[path] == nil {
        let first = start + (text.firstIndex { $0 > 0x20 } ?? 0)
        missing[path] = DataPosition(line: line, lineStart: start, range: first..<start + text.count)
      }
    }
  }

  /// JSON that is not written in lines, by its first line; nil for any other mistake.
  private static func wholeDocument(_ line: UnsafeRawBufferPointer) -> (sentence: String, remedy: String)? {
    let text = line.filter { $0 > 0x20 }
    if text.first == UInt8(ascii: "[") {
      return ("the file is a list, not one object per line", "jq -c '.[]' OLD > NEW.ndjson writes one object per line")
    }
    guard text.first == UInt8(ascii: "{"), let last = text.last, text.count == 1 || "{[,:".utf8.contains(last) else {
      return nil
    }
    return ("this object goes on in the next line", "jq -c . OLD > NEW.ndjson writes one object per line")
  }

  private func put(
    _ path: Int, _ text: UnsafeRawBufferPointer, _ table: inout DataTableBuilder,
    _ slots: [(column: Int, form: DataColumn.Form)], line: Int, start: Int
  ) {
    let field = fields.found[path]
    let range = field?.range ?? 0..<0
    for (column, form) in slots {
      switch (field?.kind, form) {
      case (nil, _), (.null, .text): break
      case (.string, .text):
        table.put(atMost: range.count) { [fields] output in fields.decode(range, of: text, into: output) }
      default: table.put(UnsafeRawBufferPointer(rebasing: text[range]))
      }
      table.closeCell(
        column, line: line, lineStart: start, range: start + range.lowerBound..<start + range.upperBound)
    }
  }

  /// The first field that some rows have and one row lacks.
  var fault: DataError? {
    for path in paths.indices {
      guard found[path], let place = missing[path] else { continue }
      return DataError(
        "\(quoted(paths[path].spelled)) is missing in this row", at: place, remedy: "write it, or null")
    }
    return nil
  }

  /// True if any row has the field.
  func isFound(_ path: Int) -> Bool { found[path] }

  /// The fields of the first row.
  var names: [DataPath] {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let text = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      if text.contains(where: { $0 > 0x20 }) {
        do { try fields.read(text) } catch { return [] }
        return fields.names(in: text).map(DataPath.init)
      }
      start = end + 1
    }
    return []
  }
}

/// The kinds of a field's values over all rows.
struct FieldKinds {
  private var kinds: Set<JSONFields.Kind> = []

  mutating func note(_ kind: JSONFields.Kind) { if !kinds.contains(kind) { kinds.insert(kind) } }

  /// True if a value as text differs from the whole JSON value.
  var differ: Bool { kinds.contains(.string) || kinds.contains(.null) }

  /// The kind for expressions. Decimal numbers keep their spelling, so formats do not treat them as numbers.
  var kind: ValueKind {
    switch kinds {
    case [.integer]: .integer
    case [.boolean]: .boolean
    case [.null]: .none
    default: kinds.isSubset(of: [.integer, .boolean, .null]) ? .mixed(hasText: false) : .cell
    }
  }
}
