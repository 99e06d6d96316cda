/// Paths as libxml2 takes and gives them, which are URIs.
enum XMLAddress {
  /// A path with all escaped that has a meaning in a URI, or none.
  static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = path.utf8.flatMap { byte -> [UInt8] in
      byte.isLetter || byte.isDigit || "/-._~".utf8.contains(byte)
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path, or the address as it is where it has a scheme.
  static func path(_ address: String) -> String {
    if SchemaAddress(address).scheme != nil { return address }
    return SchemaAddress.unescaped(address) ?? address
  }
}
