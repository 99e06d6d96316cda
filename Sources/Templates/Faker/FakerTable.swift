/// A list of texts by index, each in a slot of the same size so that one store copies it. Made once, and never given back.
///
/// `@unchecked Sendable`: nothing is changed after it was made.
struct FakerTable: @unchecked Sendable {
  /// A slot holds a text and, in its last two bytes, its length.
  let base: UnsafeRawPointer
  let count: Int
  /// 32, 64 or 128 bytes.
  let stride: Int
  /// Bytes of the longest text.
  let longest: Int
  /// Places in which a text may stand without an escape.
  let isSafe: Set<TemplatePlace>

  static let longestEntry = 126

  /// Of one column.
  init(_ table: WordTable, column: Int = 0) { self.init(table.column(column)) }

  /// None longer than `longestEntry` bytes.
  init(_ texts: [String]) {
    let entries = texts.map { Array($0.utf8) }
    precondition(entries.allSatisfy { $0.count <= Self.longestEntry }, "a text is too long for a slot")
    let longest = entries.map(\.count).max() ?? 0
    let stride = longest <= 30 ? 32 : longest <= 62 ? 64 : 128
    let slots = UnsafeMutableRawPointer.allocate(byteCount: max(entries.count, 1) * stride, alignment: 64)
    slots.initializeMemory(as: UInt8.self, repeating: 0, count: max(entries.count, 1) * stride)
    Self.fill(slots, stride: stride, with: entries)
    base = UnsafeRawPointer(slots)
    count = entries.count
    self.stride = stride
    self.longest = longest
    isSafe = Set(TemplatePlace.allCases.filter { place in entries.allSatisfy { place.isSafe($0) } })
  }

  static func fill(_ slots: UnsafeMutableRawPointer, stride: Int, with entries: [[UInt8]]) {
    for (index, entry) in entries.enumerated() {
      let slot = slots + index * stride
      slot.copyMemory(from: entry, byteCount: entry.count)
      slot.storeBytes(of: UInt16(truncatingIfNeeded: entry.count), toByteOffset: stride - 2, as: UInt16.self)
    }
  }

  /// The texts, as they were given.
  var entries: [String] {
    (0..<count).map { index in
      let length = Int((base + index * stride).load(fromByteOffset: stride - 2, as: UInt16.self))
      return String(decoding: UnsafeRawBufferPointer(start: base + index * stride, count: length), as: UTF8.self)
    }
  }
}

/// Names as they stand in addresses of machines: small letters of ASCII.
enum PlainName {
  private static let spellings: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e"]

  /// Apostrophes, blanks and whatever else is no letter is left out.
  static func plain(_ name: String) -> String {
    String(name.lowercased().flatMap { spellings[$0] ?? String($0) }.filter { "a"..."z" ~= $0 })
  }

  /// Of the first columns.
  static func names(_ tables: WordTable...) -> [String] { tables.flatMap { $0.column(0).map(plain) } }
}
