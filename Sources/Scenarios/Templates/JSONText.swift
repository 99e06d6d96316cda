/// Text as it stands between the quotes of a JSON string (RFC 8259, 7).
package enum JSONText {
  private static let controls: [StaticString] = [
    "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007", "\\u0008", "\\t", "\\n",
    "\\u000b", "\\u000c", "\\r", "\\u000e", "\\u000f", "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015",
    "\\u0016", "\\u0017", "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
  ]

  /// What stands for a byte that may not stand there by itself; nil where it may.
  static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case ..<0x20: controls[Int(byte)]
    default: nil
    }
  }

  package static func escaped(_ text: String) -> [UInt8] { TemplatePlace.jsonText.escaped(Array(text.utf8)) }
}
