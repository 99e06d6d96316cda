extension TextFormat {
  /// True for a URI with a scheme (RFC 3986).
  static func isURI(_ text: UnsafeRawBufferPointer) -> Bool {
    var reader = ByteReader(text)
    guard let first = reader.peek, first.isLetter, reader.skip(while: isSchemeByte), reader.take(":") else {
      return false
    }
    if reader.take("/") {
      if reader.take("/"), !authority(&reader) { return false }
    }
    guard path(&reader, with: "/") else { return false }
    if reader.take("?"), !path(&reader, with: "/?") { return false }
    if reader.take("#"), !path(&reader, with: "/?") { return false }
    return reader.isAtEnd
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// Reads [userinfo "@"] host [":" port], up to the byte that ends it.
  private static func authority(_ reader: inout ByteReader) -> Bool {
    var ahead = reader
    _ = ahead.skip {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "@")
    }
    if ahead.peek == UInt8(ascii: "@") {
      guard characters(&reader, also: ":"), reader.take("@") else { return false }
    }
    if reader.take("[") {
      let inside = reader.rest
      guard let length = inside.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let address = UnsafeRawBufferPointer(rebasing: inside[..<length])
      guard isIPv6(address) || isFutureAddress(address) else { return false }
      _ = reader.skip { $0 != UInt8(ascii: "]") }
      _ = reader.take("]")
    } else if !characters(&reader, also: "") {
      return false
    }
    if reader.take(":") { _ = reader.skip(while: \.isDigit) }
    guard let next = reader.peek else { return true }
    return next == UInt8(ascii: "/") || next == UInt8(ascii: "?") || next == UInt8(ascii: "#")
  }

  private static func isFutureAddress(_ text: UnsafeRawBufferPointer) -> Bool {
    var reader = ByteReader(text)
    guard reader.take("v") || reader.take("V"), reader.skip(while: \.isHex), reader.take("."), !reader.isAtEnd else {
      return false
    }
    return characters(&reader, also: ":") && reader.isAtEnd
  }

  private static func path(_ reader: inout ByteReader, with more: StaticString) -> Bool {
    while true {
      guard characters(&reader, also: ":@") else { return false }
      guard let next = reader.peek, contains(more, next) else { return true }
      _ = reader.skip { $0 == next }
    }
  }

  /// Reads unreserved characters, escapes and sub-delimiters, up to another; false at an invalid escape.
  private static func characters(_ reader: inout ByteReader, also more: StaticString) -> Bool {
    while true {
      _ = reader.skip { $0.isLetter || $0.isDigit || contains("-._~!$&'()*+,;=", $0) || contains(more, $0) }
      guard reader.peek == UInt8(ascii: "%") else { return true }
      guard reader.take("%"), reader.hexadecimal(digits: 2) else { return false }
    }
  }

  private static func contains(_ set: StaticString, _ byte: UInt8) -> Bool {
    set.withUTF8Buffer { $0.contains(byte) }
  }
}
