internal import CSimdjson

/// Checks that bytes are UTF-8, at the speed of memory.
package enum UTF8Bytes {
  package static func areValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    rehearsal_utf8_is_valid(bytes.baseAddress, bytes.count)
  }

  /// The offset of the first byte that is not part of a character; nil where there is none.
  package static func firstFault(in bytes: UnsafeRawBufferPointer) -> Int? {
    if areValid(bytes) { return nil }
    // Whole lines are skipped at once: no character contains a line feed.
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      if !areValid(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) { break }
      start = end
    }
    var decoder = UTF8()
    var iterator = bytes[start...].makeIterator()
    var offset = start
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    return offset
  }
}
