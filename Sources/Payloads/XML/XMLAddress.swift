/// Paths as libxml2 has them, which are URIs.
enum XMLAddress {
  /// A path with every character escaped that is special or not allowed in a URI.
  static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = path.utf8.flatMap { byte -> [UInt8] in
      byte.isLetter || byte.isDigit || "/-._~".utf8.contains(byte)
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path of an address, or the address itself where it has a scheme.
  static func path(_ address: String) -> String {
    if SchemaAddress(address).scheme != nil { return address }
    return SchemaAddress.unescaped(address) ?? address
  }
}
