/// Reads a text from its beginning; a method that returns false may have read a part.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }
  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }
  var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[position...]) }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard let peek, UInt32(peek) == scalar.value else { return false }
    position += 1
    return true
  }

  /// Reads exactly `digits` decimal digits.
  mutating func number(digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let digit = peek, digit.isDigit else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
      position += 1
    }
    return value
  }

  mutating func hexadecimal(digits: Int) -> Bool {
    for _ in 0..<digits {
      guard let digit = peek, digit.isHex else { return false }
      position += 1
    }
    return true
  }

  /// Reads a character beyond ASCII; nil where there is none.
  mutating func wide() -> Unicode.Scalar? {
    guard let first = peek, first >= 0xc2 else { return nil }
    let more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3
    guard bytes.count - position > more else { return nil }
    var value = UInt32(first) & (0x3f >> UInt32(more))
    for byte in bytes[(position + 1)...(position + more)] { value = value << 6 | UInt32(byte & 0x3f) }
    position += more + 1
    return Unicode.Scalar(value)
  }

  /// Skips bytes, and returns whether there were any.
  mutating func skip(while condition: (UInt8) -> Bool) -> Bool {
    let start = position
    while let peek, condition(peek) { position += 1 }
    return position > start
  }
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  var isHex: Bool { isDigit || (self | 0x20) &- UInt8(ascii: "a") < 6 }
}
