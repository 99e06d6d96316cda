/// Records of words in the text of a literal; functions draw from a `FakerTable` made of it.
///
/// A line of the text is a record; tabs separate its columns, as many in every record. A table should be a `static let`, so
/// that it costs nothing before its first use.
struct WordTable: Sendable {
  /// The number of records; at least one.
  let count: Int
  let columns: Int
  /// The length of the longest field, in bytes of UTF-8.
  let longest: Int

  private let text: StaticString
  /// The ranges of the fields in the text, record by record.
  private let places: [Range<Int>]

  init(_ literal: StaticString) {
    precondition(literal.hasPointerRepresentation, "a table is a literal of text")
    let bytes = UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    var places: [Range<Int>] = []
    var records = 0
    var columns = 0
    Self.forEachField(of: bytes) { place in
      places.append(place)
      guard place.upperBound == bytes.count || bytes[place.upperBound] == UInt8(ascii: "\n") else { return }
      records += 1
      if records == 1 { columns = places.count }
      precondition(places.count == records * columns, "every record of a table has as many columns as the first")
    }
    count = records
    self.columns = columns
    longest = places.map(\.count).max() ?? 0
    text = literal
    self.places = places
  }

  /// The text of a record's first column.
  subscript(record: Int) -> UnsafeRawBufferPointer {
    field(0, of: record)
  }

  /// The text in one column of a record; always valid, as it is part of the literal.
  func field(_ column: Int, of record: Int) -> UnsafeRawBufferPointer {
    precondition(record >= 0 && record < count && column >= 0 && column < columns, "no such field")
    let place = places[record * columns + column]
    return UnsafeRawBufferPointer(start: text.utf8Start + place.lowerBound, count: place.count)
  }

  /// All fields, record by record.
  var records: [[String]] {
    (0..<count).map { record in
      (0..<columns).map { String(decoding: field($0, of: record), as: UTF8.self) }
    }
  }

  /// The fields of one column.
  func column(_ column: Int) -> [String] {
    (0..<count).map { String(decoding: field(column, of: $0), as: UTF8.self) }
  }

  /// The fields of one column without repetitions, in the order in which they first occur.
  func distinct(_ column: Int) -> [String] {
    var seen: Set<String> = []
    return self.column(column).filter { seen.insert($0).inserted }
  }

  private static func forEachField(of bytes: UnsafeRawBufferPointer, _ body: (Range<Int>) -> Void) {
    var start = 0
    for end in 0..<bytes.count where bytes[end] == UInt8(ascii: "\n") || bytes[end] == UInt8(ascii: "\t") {
      body(start..<end)
      start = end + 1
    }
    body(start..<bytes.count)
  }
}
