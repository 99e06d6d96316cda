/// A string's bytes in a tape or in a schema's table, with at least 8 more after them that may be read.
struct JSONBytes {
  let base: UnsafeRawPointer
  let count: Int

  var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// The 8 bytes from `offset`; those after the string's end are zero.
  private func word(at offset: Int) -> UInt64 {
    let word = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    let within = count - offset
    return within >= 8 ? word : word & ((1 << UInt64(within * 8)) - 1)
  }

  static func == (left: JSONBytes, right: JSONBytes) -> Bool {
    guard left.count == right.count else { return false }
    var offset = 0
    while offset < left.count {
      if left.word(at: offset) != right.word(at: offset) { return false }
      offset += 8
    }
    return true
  }

  /// A hash of the length, beginning and end: enough to distinguish names, at constant cost.
  var nameHash: UInt32 {
    guard count > 0 else { return 0 }
    let first = word(at: 0)
    let last = count > 8 ? base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self).littleEndian : 0
    return Self.mixed(first &+ (last &* 0x9e37_79b9_7f4a_7c15) &+ UInt64(truncatingIfNeeded: count))
  }

  /// A hash of every byte.
  var hash: UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9e37_79b9_7f4a_7c15
    var offset = 0
    while offset < count {
      hash = (hash ^ word(at: offset)) &* 0xbf58_476d_1ce4_e5b9
      hash ^= hash >> 29
      offset += 8
    }
    return hash
  }

  /// The number of Unicode scalars, as JSON Schema counts a string's length.
  var scalars: Int {
    var count = 0
    for byte in buffer where byte & 0xc0 != 0x80 { count += 1 }
    return count
  }

  private static func mixed(_ value: UInt64) -> UInt32 {
    var mixed = (value ^ (value >> 32)) &* 0xbf58_476d_1ce4_e5b9
    mixed ^= mixed >> 29
    return UInt32(truncatingIfNeeded: (mixed &* 0x94d0_49bb_1331_11eb) >> 32)
  }
}
