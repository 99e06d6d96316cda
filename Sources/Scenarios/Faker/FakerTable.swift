/// A list of texts by index, each in a slot of the same size so that one store copies it. Made once from lines of a
/// string literal, and never given back.
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

  /// Of the lines of `text`; one that is too long for a slot is cut at a character.
  init(_ text: StaticString) {
    self.init(
      String(describing: text).split(separator: "\n").map { line in
        var line = line
        while line.utf8.count > Self.longestEntry { line.removeLast() }
        return Array(line.utf8)
      })
  }

  /// None longer than `longestEntry`.
  init(_ entries: [[UInt8]]) {
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
