/// A path as RFC 3986 has it: relative paths stay relative, absolute ones begin with `file://`. Everything but letters,
/// digits and `-._~/` is percent-encoded, so no colon of a name makes a scheme of it.
enum URIReference {
  static func text(path: String) -> String {
    let encoded = path.utf8.reduce(into: "") { text, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    if encoded.hasPrefix("/") { return "file://\(encoded)" }
    // A viewer that compares texts finds `a` by no `./a`.
    return encoded.hasPrefix("./") && !encoded.hasPrefix(".//") ? String(encoded.dropFirst(2)) : encoded
  }
}
