/// URIs (RFC 3986) and IRIs (RFC 3987), with or without a scheme.
struct URIFormat {
  private var reader: ByteReader
  /// True where characters beyond ASCII need no escape.
  private let isInternational: Bool

  private init(_ text: UnsafeRawBufferPointer, isInternational: Bool) {
    reader = ByteReader(text)
    self.isInternational = isInternational
  }

  /// True for an address with a scheme.
  static func isAbsolute(_ text: UnsafeRawBufferPointer, isInternational: Bool) -> Bool {
    var format = URIFormat(text, isInternational: isInternational)
    return format.scheme() && format.rest()
  }

  /// True for an address with or without a scheme.
  static func isReference(_ text: UnsafeRawBufferPointer, isInternational: Bool) -> Bool {
    if isAbsolute(text, isInternational: isInternational) { return true }
    var format = URIFormat(text, isInternational: isInternational)
    var first = format.reader
    // A colon in the first segment would end a scheme.
    _ = first.skip {
      $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    return first.peek != UInt8(ascii: ":") && format.rest()
  }

  private mutating func scheme() -> Bool {
    guard let first = reader.peek, first.isLetter else { return false }
    return reader.skip(while: Self.isSchemeByte) && reader.take(":")
  }

  /// Reads what may follow a scheme, up to the end.
  private mutating func rest() -> Bool {
    var ahead = reader
    if ahead.take("/"), ahead.take("/") {
      reader = ahead
      guard authority() else { return false }
    }
    guard path(with: "/") else { return false }
    if reader.take("?"), !path(with: "/?") { return false }
    if reader.take("#"), !path(with: "/?") { return false }
    return reader.isAtEnd
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// Reads [userinfo "@"] host [":" port], up to the byte that ends it.
  private mutating func authority() -> Bool {
    var ahead = reader
    _ = ahead.skip {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "@")
    }
    if ahead.peek == UInt8(ascii: "@") {
      guard characters(also: ":"), reader.take("@") else { return false }
    }
    if reader.take("[") {
      let inside = reader.rest
      guard let length = inside.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let address = UnsafeRawBufferPointer(rebasing: inside[..<length])
      guard TextFormat.isIPv6(address) || Self.isFutureAddress(address) else { return false }
      _ = reader.skip { $0 != UInt8(ascii: "]") }
      _ = reader.take("]")
    } else if !characters(also: "") {
      return false
    }
    if reader.take(":") { _ = reader.skip(while: \.isDigit) }
    guard let next = reader.peek else { return true }
    return next == UInt8(ascii: "/") || next == UInt8(ascii: "?") || next == UInt8(ascii: "#")
  }

  private static func isFutureAddress(_ text: UnsafeRawBufferPointer) -> Bool {
    var format = URIFormat(text, isInternational: false)
    guard format.reader.take("v") || format.reader.take("V"), format.reader.skip(while: \.isHex),
      format.reader.take("."), !format.reader.isAtEnd
    else { return false }
    return format.characters(also: ":") && format.reader.isAtEnd
  }

  private mutating func path(with more: StaticString) -> Bool {
    while true {
      guard characters(also: ":@") else { return false }
      guard let next = reader.peek, Self.contains(more, next) else { return true }
      _ = reader.skip { $0 == next }
    }
  }

  /// Reads unreserved characters, escapes and sub-delimiters, up to another; false at an invalid escape.
  private mutating func characters(also more: StaticString) -> Bool {
    while true {
      _ = reader.skip {
        $0.isLetter || $0.isDigit || Self.contains("-._~!$&'()*+,;=", $0) || Self.contains(more, $0)
      }
      guard let next = reader.peek else { return true }
      if next == UInt8(ascii: "%") {
        guard reader.take("%"), reader.hexadecimal(digits: 2) else { return false }
      } else if next >= 0x80, isInternational {
        guard let scalar = reader.wide(), scalar.isWritten else { return false }
      } else {
        return true
      }
    }
  }

  private static func contains(_ set: StaticString, _ byte: UInt8) -> Bool {
    set.withUTF8Buffer { $0.contains(byte) }
  }
}

extension Unicode.Scalar {
  /// True for a character beyond ASCII that an address may hold (RFC 3987, `ucschar` and `iprivate`): no control character
  /// and none that Unicode leaves without a meaning for good.
  var isWritten: Bool { value >= 0xa0 && value & 0xfffe != 0xfffe && !(0xfdd0...0xfdef).contains(value) }
}
