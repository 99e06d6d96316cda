/// The first seven characters of every id of a run: `r`, and six of base 36 that follow from the run id. Two runs have one tag in one
/// of two billion pairs.
package struct RunTag: Sendable, Hashable {
  /// In the order of the text, the first character in the lowest byte.
  let bytes: UInt64

  package static let length = 7

  /// The tag of the run whose id, as text, is this.
  package init(run: String) {
    var hash = fnvHash(run)
    // FNV's lower bits alone depend on too little: mixed as by SplitMix64.
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    hash ^= hash >> 31
    var bytes = UInt64(UInt8(ascii: "r"))
    for place in 1..<Self.length {
      let (rest, digit) = hash.quotientAndRemainder(dividingBy: 36)
      bytes |= UInt64(Base36.character(UInt8(truncatingIfNeeded: digit))) << UInt64(8 * place)
      hash = rest
    }
    self.bytes = bytes
  }

  /// `{{run.tag}}`, such as `r3k9x0a`.
  package var text: String {
    String(decoding: (0..<Self.length).map { UInt8(truncatingIfNeeded: bytes >> UInt64(8 * $0)) }, as: UTF8.self)
  }

  /// Writes the seven characters.
  package func write(to buffer: UnsafeMutableRawPointer) -> Int {
    for place in 0..<Self.length {
      buffer.storeBytes(of: UInt8(truncatingIfNeeded: bytes >> UInt64(8 * place)), toByteOffset: place, as: UInt8.self)
    }
    return Self.length
  }
}

/// The digits 0…9 and a…z.
enum Base36 {
  @inline(__always)
  static func character(_ digit: UInt8) -> UInt8 { digit < 10 ? 48 + digit : 87 + digit }

  /// Nil for what is neither a digit nor a lower case letter of ASCII.
  @inline(__always)
  static func digit(_ character: UInt8) -> UInt8? {
    switch character {
    case 48...57: character - 48
    case 97...122: character - 87
    default: nil
    }
  }
}
