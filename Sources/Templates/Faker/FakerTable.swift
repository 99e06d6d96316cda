/// A list of texts by index, each in a slot of the same size so that one store copies it. Made once, and never freed.
///
/// `@unchecked Sendable`: nothing changes after it was made.
struct FakerTable: @unchecked Sendable {
  /// The slots; each contains a text and, in its last two bytes, the text's length.
  let base: UnsafeRawPointer
  let count: Int
  /// The bytes of a slot: 32, 64 or 128.
  let stride: Int
  /// The bytes of the longest text.
  let longest: Int
  /// Contexts in which no text needs an escape.
  let isSafe: Set<EscapeContext>

  static let longestEntry = 126

  /// Makes a table of one column.
  init(_ table: WordTable, column: Int = 0) { self.init(table.column(column)) }

  /// - Parameter texts: none longer than `longestEntry` bytes.
  init(_ texts: [String]) {
    let entries = texts.map { Array($0.utf8) }
    precondition(entries.allSatisfy { $0.count <= Self.longestEntry }, "a text is too long for a slot")
    let longest = entries.map(\.count).max() ?? 0
    let stride = Self.stride(longest: longest)
    let slots = UnsafeMutableRawPointer.allocate(byteCount: max(entries.count, 1) * stride, alignment: 64)
    slots.initializeMemory(as: UInt8.self, repeating: 0, count: max(entries.count, 1) * stride)
    Self.fill(slots, stride: stride, with: entries)
    base = UnsafeRawPointer(slots)
    count = entries.count
    self.stride = stride
    self.longest = longest
    isSafe = Set(EscapeContext.allCases.filter { context in entries.allSatisfy { context.isSafe($0) } })
  }

  /// The bytes of a slot for texts of at most `longest` bytes.
  static func stride(longest: Int) -> Int { longest <= 30 ? 32 : longest <= 62 ? 64 : 128 }

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

/// Names in lower-case ASCII, as in e-mail addresses and domains.
enum PlainName {
  /// Spellings of letters that are not in ASCII: German ones as in German, the others without their marks.
  private static let spellings: [Character: String] = {
    var spellings: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o"]
    let marked = ["a": "àáâãå", "c": "ç", "e": "èéêë", "i": "ìíîï", "n": "ñ", "o": "òóôõ", "u": "ùúû", "y": "ýÿ"]
    for (letter, others) in marked { for other in others { spellings[other] = letter } }
    return spellings
  }()

  /// The name in lower-case ASCII; apostrophes, blanks and other characters are left out.
  static func plain(_ name: String) -> String {
    String(name.lowercased().flatMap { spellings[$0] ?? String($0) }.filter { "a"..."z" ~= $0 })
  }

  /// The names in the first columns.
  static func names(_ tables: WordTable...) -> [String] { tables.flatMap { $0.column(0).map(plain) } }
}
