/// Words to draw from by number: made once of the text of a literal, then only read.
///
/// A line of the text is a record; where it has tabs, they part its columns, as many in every record. A table is meant
/// to be a `static let`, so that it costs nothing before it is first asked for. Its fields never move while the table
/// lives, and reading one allocates nothing.
///
/// `@unchecked` because of the pointers alone: what they lead to is written before `init` returns, never afterwards, and
/// freed when nobody holds the table any more.
final class WordTable: @unchecked Sendable {
  /// How many bytes a field occupies in a table whose fields all have place for it, the last one holding its length.
  static let slotSize = 32

  /// How many records there are; at least one.
  let count: Int
  let columns: Int
  /// The length of the longest field, in bytes of UTF-8.
  let longest: Int

  /// Whether fields lie in slots; otherwise the longest does not fit, and they are found in the text by `Place`.
  private let isSlotted: Bool
  private let memory: UnsafeMutableRawPointer
  private let text: UnsafeRawPointer

  private struct Place {
    let start: UInt32
    let count: UInt32
  }

  init(_ literal: StaticString) {
    precondition(literal.hasPointerRepresentation, "a table is a literal of text")
    let bytes = UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    var records = 0
    var fields = 0
    var longest = 0
    var columns = 0
    Self.forEachField(of: bytes) { start, end in
      fields += 1
      longest = max(longest, end - start)
      guard end == bytes.count || bytes[end] == UInt8(ascii: "\n") else { return }
      records += 1
      if records == 1 { columns = fields }
      precondition(fields == records * columns, "every record of a table has as many columns as the first")
    }
    let isSlotted = longest < Self.slotSize
    let size = isSlotted ? Self.slotSize : MemoryLayout<Place>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: fields * size, alignment: Self.slotSize)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: fields * size)
    var entry = memory
    Self.forEachField(of: bytes) { start, end in
      if isSlotted {
        entry.copyMemory(from: UnsafeRawPointer(literal.utf8Start) + start, byteCount: end - start)
        entry.storeBytes(of: UInt8(end - start), toByteOffset: Self.slotSize - 1, as: UInt8.self)
      } else {
        entry.storeBytes(of: Place(start: UInt32(start), count: UInt32(end - start)), as: Place.self)
      }
      entry += size
    }
    count = records
    self.columns = columns
    self.longest = longest
    self.isSlotted = isSlotted
    self.memory = memory
    text = UnsafeRawPointer(literal.utf8Start)
  }

  deinit {
    memory.deallocate()
  }

  /// The text of a record, of its first column where it has several; valid as long as the table lives.
  subscript(record: Int) -> UnsafeRawBufferPointer {
    field(0, of: record)
  }

  /// The text in one column of a record; valid as long as the table lives.
  func field(_ column: Int, of record: Int) -> UnsafeRawBufferPointer {
    precondition(record >= 0 && record < count && column >= 0 && column < columns, "no such field")
    let index = record &* columns &+ column
    if isSlotted {
      let slot = memory + index &* Self.slotSize
      let count = slot.load(fromByteOffset: Self.slotSize - 1, as: UInt8.self)
      return UnsafeRawBufferPointer(start: slot, count: Int(count))
    }
    let place = memory.load(fromByteOffset: index &* MemoryLayout<Place>.stride, as: Place.self)
    return UnsafeRawBufferPointer(start: text + Int(place.start), count: Int(place.count))
  }

  private static func forEachField(of bytes: UnsafeRawBufferPointer, _ body: (_ start: Int, _ end: Int) -> Void) {
    var start = 0
    for end in 0..<bytes.count where bytes[end] == UInt8(ascii: "\n") || bytes[end] == UInt8(ascii: "\t") {
      body(start, end)
      start = end + 1
    }
    body(start, bytes.count)
  }
}
