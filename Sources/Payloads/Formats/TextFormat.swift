/// The formats of JSON Schema that are enforced. Each reads bytes of UTF-8 and allocates nothing.
enum TextFormat: String, CaseIterable {
  case date, time, email, uuid, uri, hostname, ipv4, ipv6
  case dateTime = "date-time"

  func holds(_ text: UnsafeRawBufferPointer) -> Bool {
    var reader = ByteReader(text)
    return switch self {
    case .date: reader.date() && reader.isAtEnd
    case .time: reader.time() && reader.isAtEnd
    case .dateTime: reader.date() && (reader.take("T") || reader.take("t")) && reader.time() && reader.isAtEnd
    case .email: Self.isEmail(text)
    case .uuid: reader.uuid() && reader.isAtEnd
    case .uri: Self.isURI(text)
    case .hostname: Self.isHostname(text)
    case .ipv4: reader.ipv4() && reader.isAtEnd
    case .ipv6: Self.isIPv6(text)
    }
  }

  /// What a text of the format is, for a sentence.
  var noun: String {
    switch self {
    case .date: "a date (2026-01-31)"
    case .time: "a time with its offset (23:59:59Z)"
    case .dateTime: "a date and time with its offset (2026-01-31T23:59:59Z)"
    case .email: "an e-mail address"
    case .uuid: "a UUID"
    case .uri: "a URI"
    case .hostname: "a host name"
    case .ipv4: "an IPv4 address"
    case .ipv6: "an IPv6 address"
    }
  }
}

/// Reads a text from its beginning; a method that says false may have read part of what it looked for.
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

  /// Exactly so many decimal digits.
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

  /// Whether there was any.
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
