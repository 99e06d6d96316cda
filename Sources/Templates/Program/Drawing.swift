/// Letters and digits by index.
enum Alphabet {
  nonisolated(unsafe) static let lettersAndDigits = FixedArray.permanent(
    Array((capitals + lowercase + digits).utf8))
  static let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  static let lowercase = "abcdefghijklmnopqrstuvwxyz"
  static let digits = "0123456789"
  static let letters = lowercase + capitals
}

/// Writes texts that are drawn digit by digit.
enum Drawing {
  /// Writes 122 random bits, the version 4 and the variant 10 (RFC 9562, 5.4).
  @inline(__always)
  static func writeUUID(
    _ high: UInt64, _ low: UInt64, to buffer: UnsafeMutableRawPointer, _ hexPairs: UnsafePointer<UInt16>
  ) {
    let high = high & 0xffff_ffff_ffff_0fff | 0x4000
    let low = low & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
    @inline(__always)
    func put(_ value: UInt64, _ shift: UInt64, _ offset: Int) {
      buffer.storeBytes(
        of: hexPairs[Int(truncatingIfNeeded: value >> shift) & 0xff], toByteOffset: offset, as: UInt16.self)
    }
    let dash = UInt8(ascii: "-")
    put(high, 56, 0)
    put(high, 48, 2)
    put(high, 40, 4)
    put(high, 32, 6)
    buffer.storeBytes(of: dash, toByteOffset: 8, as: UInt8.self)
    put(high, 24, 9)
    put(high, 16, 11)
    buffer.storeBytes(of: dash, toByteOffset: 13, as: UInt8.self)
    put(high, 8, 14)
    put(high, 0, 16)
    buffer.storeBytes(of: dash, toByteOffset: 18, as: UInt8.self)
    put(low, 56, 19)
    put(low, 48, 21)
    buffer.storeBytes(of: dash, toByteOffset: 23, as: UInt8.self)
    put(low, 40, 24)
    put(low, 32, 26)
    put(low, 24, 28)
    put(low, 16, 30)
    put(low, 8, 32)
    put(low, 0, 34)
  }

  /// Writes sixteen digits per draw; up to fifteen bytes after the last are overwritten.
  static func writeHex(
    _ count: Int, _ random: inout MessageRandom, to buffer: UnsafeMutableRawPointer, _ hexPairs: UnsafePointer<UInt16>
  ) {
    var written = 0
    while written < count {
      var bits = random.next()
      for offset in stride(from: 0, to: 16, by: 2) {
        buffer.storeBytes(
          of: hexPairs[Int(truncatingIfNeeded: bits & 0xff)], toByteOffset: written + offset, as: UInt16.self)
        bits >>= 8
      }
      written += 16
    }
  }

  /// Writes one of 62 letters and digits per draw.
  static func writeLetters(
    _ count: Int, _ alphabet: UnsafePointer<UInt8>, _ random: inout MessageRandom, to buffer: UnsafeMutableRawPointer
  ) {
    for index in 0..<count {
      buffer.storeBytes(
        of: alphabet[Int(truncatingIfNeeded: random.below(62))], toByteOffset: index, as: UInt8.self)
    }
  }

  /// Writes one of `characters` per draw.
  @inline(never)
  static func write(
    _ count: Int, of characters: UnsafeRawPointer, _ characterCount: UInt64, _ random: inout MessageRandom,
    to buffer: UnsafeMutableRawPointer
  ) {
    for index in 0..<count {
      let drawn = Int(truncatingIfNeeded: random.below(characterCount))
      buffer.storeBytes(
        of: characters.load(fromByteOffset: drawn, as: UInt8.self), toByteOffset: index, as: UInt8.self)
    }
  }

  /// Writes `count` characters: one of each of the kinds, others of any, in a random order. A kind fills 128 bytes, the
  /// number of its characters first; after the kinds are all characters together.
  @inline(never)
  static func writePassword(
    _ count: Int, kinds: UnsafeRawPointer, _ kindCount: UInt64, _ random: inout MessageRandom,
    to buffer: UnsafeMutableRawPointer
  ) {
    for index in 0..<count {
      let kind = kinds + min(index, Int(truncatingIfNeeded: kindCount)) * 128
      let drawn = Int(truncatingIfNeeded: random.below(UInt64(kind.load(as: UInt8.self))))
      buffer.storeBytes(of: kind.load(fromByteOffset: 1 + drawn, as: UInt8.self), toByteOffset: index, as: UInt8.self)
    }
    // Fisher and Yates, from the end.
    for index in stride(from: count - 1, to: 0, by: -1) {
      let other = Int(truncatingIfNeeded: random.below(UInt64(index) + 1))
      let byte = buffer.load(fromByteOffset: index, as: UInt8.self)
      buffer.storeBytes(
        of: buffer.load(fromByteOffset: other, as: UInt8.self), toByteOffset: index, as: UInt8.self)
      buffer.storeBytes(of: byte, toByteOffset: other, as: UInt8.self)
    }
  }

  static func writeBytes(_ count: Int, _ random: inout MessageRandom, to buffer: UnsafeMutableRawPointer) {
    var written = 0
    while written < count {
      buffer.storeBytes(of: random.next().littleEndian, toByteOffset: written, as: UInt64.self)
      written += 8
    }
  }

  static func writeHexWord(_ word: UInt64, to buffer: UnsafeMutableRawPointer) -> Int {
    let digits = word >= 0x1000 ? 4 : word >= 0x100 ? 3 : word >= 0x10 ? 2 : 1
    for place in 0..<digits {
      buffer.storeBytes(
        of: hexDigit(word >> UInt64(4 * (digits - 1 - place))), toByteOffset: place, as: UInt8.self)
    }
    return digits
  }

  @inline(__always)
  private static func hexDigit(_ bits: UInt64) -> UInt8 {
    let digit = UInt8(truncatingIfNeeded: bits & 15)
    return digit < 10 ? 0x30 + digit : 0x57 + digit
  }

  /// Writes one character for each class; `PatternClass` defines the codes.
  static func writePattern(
    _ classes: UnsafeRawPointer, _ count: Int, letters: UnsafeRawPointer?, _ letterCount: UInt64,
    _ random: inout MessageRandom, to buffer: UnsafeMutableRawPointer
  ) -> Int {
    var end = 0
    @inline(__always)
    func put(_ byte: UInt8) {
      buffer.storeBytes(of: byte, toByteOffset: end, as: UInt8.self)
      end += 1
    }
    @inline(__always)
    func digit(_ number: UInt64) { put(0x30 + UInt8(truncatingIfNeeded: number)) }
    for index in 0..<count {
      switch classes.load(fromByteOffset: 2 * index, as: UInt8.self) {
      case 1: digit(random.below(10))
      case 2: digit(1 + random.below(9))
      case 3:
        // Nothing is as likely as a digit, as in Faker.
        let number = random.below(20)
        if number < 10 { digit(number) }
      case 4:
        let number = random.below(18)
        if number < 9 { digit(1 + number) }
      case 5:
        guard let letters, letterCount > 0 else { continue }
        let letter = letters + Int(truncatingIfNeeded: random.below(letterCount)) * 8
        for offset in 0..<Int(letter.load(fromByteOffset: 7, as: UInt8.self)) {
          put(letter.load(fromByteOffset: offset, as: UInt8.self))
        }
      case 6: put(hexDigit(random.next() >> 60))
      case 7: put(hexDigit(random.next() >> 60 & 14))
      case 8:
        let digit = hexDigit(random.next() >> 60)
        put(digit >= 0x61 ? digit - 32 : digit)
      case 9: put(hexDigit(random.next() >> 60 | 1))
      case 10:
        let digit = hexDigit(random.next() >> 60)
        put(digit)
        put(digit)
      default: put(classes.load(fromByteOffset: 2 * index + 1, as: UInt8.self))
      }
    }
    return end
  }

  /// Writes the check digits: 98 minus the remainder by 97 of the account, then the country and 00, with letters as 10 to 35
  /// (ISO 13616).
  static func checkIBAN(_ start: UnsafeMutableRawPointer, end: UnsafeMutableRawPointer) {
    var remainder = 0
    func add(_ byte: UInt8) {
      remainder =
        byte >= 0x41 ? (remainder * 100 + Int(byte) - 0x41 + 10) % 97 : (remainder * 10 + Int(byte) - 0x30) % 97
    }
    let count = end - start
    for index in 4..<max(count, 4) { add(start.load(fromByteOffset: index, as: UInt8.self)) }
    for index in 0..<2 { add(start.load(fromByteOffset: index, as: UInt8.self)) }
    add(0x30)
    add(0x30)
    let check = 98 - remainder
    start.storeBytes(of: UInt8(0x30 + check / 10), toByteOffset: 2, as: UInt8.self)
    start.storeBytes(of: UInt8(0x30 + check % 10), toByteOffset: 3, as: UInt8.self)
  }
}
