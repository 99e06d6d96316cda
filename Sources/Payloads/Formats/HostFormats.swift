extension ByteReader {
  /// Reads an IPv4 address by RFC 2673, 3.2: four numbers without leading zeros.
  mutating func ipv4() -> Bool {
    for part in 0..<4 {
      if part > 0, !take(".") { return false }
      let isZero = peek == UInt8(ascii: "0")
      var value = 0
      var digits = 0
      while let digit = peek, digit.isDigit, digits < 4 {
        value = value * 10 + (number(digits: 1) ?? 0)
        digits += 1
      }
      if digits == 0 || digits > 3 || value > 255 || (isZero && digits > 1) { return false }
    }
    return true
  }
}

extension TextFormat {
  /// True for an IPv6 address by RFC 4291, 2.2: eight groups, of which one run may be left out, and the last two may be IPv4.
  static func isIPv6(_ text: UnsafeRawBufferPointer) -> Bool {
    var reader = ByteReader(text)
    var groups = 0
    var isShortened = false
    if reader.take(":") {
      guard reader.take(":") else { return false }
      isShortened = true
    }
    while !reader.isAtEnd {
      var dotted = reader
      if groups <= 6, dotted.ipv4(), dotted.isAtEnd {
        groups += 2
        reader = dotted
        break
      }
      let start = reader.position
      guard reader.skip(while: \.isHex), reader.position - start <= 4 else { return false }
      groups += 1
      if reader.isAtEnd { break }
      guard reader.take(":") else { return false }
      if reader.take(":") {
        if isShortened { return false }
        isShortened = true
      } else if reader.isAtEnd {
        return false
      }
    }
    return isShortened ? groups < 8 : groups == 8
  }

  /// True for a host name by RFC 1123, 2.1, of at most 253 bytes. Of an internationalised label (RFC 5890) only the form is
  /// checked, and of one beyond ASCII no more than its dots.
  static func isHostname(_ text: UnsafeRawBufferPointer, isInternational: Bool = false) -> Bool {
    // The limits are those of the ASCII form, which may be shorter.
    let isWide = isInternational && text.contains { $0 >= 0x80 }
    guard text.count <= (isWide ? 1024 : 253) else { return false }
    var length = 0
    var last: UInt8 = 0
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: ".") {
        if !isLabel(text, index - length, length, isWide) { return false }
        length = 0
      } else {
        guard byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || (isWide && byte >= 0x80) else {
          return false
        }
        length += 1
      }
      last = byte
    }
    return last != 0 && isLabel(text, text.count - length, length, isWide)
  }

  private static func isLabel(
    _ text: UnsafeRawBufferPointer, _ start: Int, _ length: Int, _ isWide: Bool
  ) -> Bool {
    let hyphen = UInt8(ascii: "-")
    guard length > 0, length <= 63 || isWide, text[start] != hyphen, text[start + length - 1] != hyphen else {
      return false
    }
    guard length >= 4, text[start + 2] == hyphen, text[start + 3] == hyphen else { return true }
    // Two hyphens there mark an encoding, and there is only one.
    return text[start] | 0x20 == UInt8(ascii: "x") && text[start + 1] | 0x20 == UInt8(ascii: "n") && length > 4
  }

  /// True for an e-mail address by RFC 5321, 4.1.2: a local part with or without quotes, and a host name or an address in
  /// brackets; by RFC 6531 also with characters beyond ASCII.
  static func isEmail(_ text: UnsafeRawBufferPointer, isInternational: Bool) -> Bool {
    guard let at = text.lastIndex(of: UInt8(ascii: "@")), at > 0, at <= 64 else { return false }
    let local = UnsafeRawBufferPointer(rebasing: text[..<at])
    let host = UnsafeRawBufferPointer(rebasing: text[(at + 1)...])
    guard local.first == UInt8(ascii: "\"") ? isQuoted(local, isInternational) : isDotted(local, isInternational)
    else { return false }
    guard host.first == UInt8(ascii: "[") else { return isHostname(host, isInternational: isInternational) }
    guard host.count > 2, host.last == UInt8(ascii: "]") else { return false }
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: host[1..<host.count - 1]))
    var tagged = reader
    if "IPv6:".unicodeScalars.allSatisfy({ tagged.take($0) }) { return isIPv6(tagged.rest) }
    return reader.ipv4() && reader.isAtEnd
  }

  private static func isDotted(_ local: UnsafeRawBufferPointer, _ isInternational: Bool) -> Bool {
    var isAfterDot = true
    for byte in local {
      if byte == UInt8(ascii: ".") {
        if isAfterDot { return false }
        isAfterDot = true
      } else {
        guard isAtom(byte) || (isInternational && byte >= 0x80) else { return false }
        isAfterDot = false
      }
    }
    return !isAfterDot
  }

  private static func isAtom(_ byte: UInt8) -> Bool {
    if byte.isLetter || byte.isDigit { return true }
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
      UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="),
      UInt8(ascii: "?"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"), UInt8(ascii: "~"):
      return true
    default: return false
    }
  }

  private static func isQuoted(_ local: UnsafeRawBufferPointer, _ isInternational: Bool) -> Bool {
    guard local.count >= 2, local.last == UInt8(ascii: "\"") else { return false }
    var isEscaped = false
    for byte in local[1..<local.count - 1] {
      guard (0x20...0x7e).contains(byte) || (isInternational && byte >= 0x80) else { return false }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        return false
      }
    }
    return !isEscaped
  }
}
